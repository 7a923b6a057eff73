/// Turns the `form` of a create request into a ``ReportForm``, collecting every fault on the way.
struct ReportFormReader: FormReading {
  let form: [String: JSONValue]
  let deployments: [Deployment]
  var errors = FieldErrors()

  init(_ form: [String: JSONValue], deployments: [Deployment]) {
    self.form = form
    self.deployments = deployments
  }

  /// Nothing when there are `errors`.
  mutating func read() -> ReportForm? {
    let type = reportType()
    let deployment = present("deployment_id").flatMap { knownDeployment($0, field: "deployment_id") }
    guard let type, let deployment else { return nil }
    var result = ReportForm(type: type, deployment: deployment)
    switch type.formGroup {
    case .deploymentOnly: break
    case .dateRange: readDays(into: &result)
    case .dateRangeAndChannels:
      readDays(into: &result)
      result.channels = channels(of: deployment)
    case .dateRangeAndSpikes:
      readDays(into: &result)
      result.includesSpikes = includesSpikes()
    case .dateRangeAndGranularity:
      readDays(into: &result)
      result.grain = granularity()
    case .channels: result.channels = channels(of: deployment)
    case .dateWindowAndChannels:
      readWindow(into: &result)
      result.channels = channels(of: deployment)
    case .fixedSpend:
      readDays(into: &result, limits: deployment.predictableDays)
      result.channels = channels(of: deployment)
      result.includesLowerFunnelEffects = includesLowerFunnelEffects()
      result.spend = spend()
    case .channelGroups:
      readDays(into: &result)
      result.groups = channelGroups(of: deployment)
      result.includesLowerFunnelEffects = includesLowerFunnelEffects()
    case .twoDateRanges: readPeriods(into: &result)
    }
    return errors.isEmpty ? result : nil
  }

  private mutating func reportType() -> ReportType? {
    guard let value = present("report_type") else { return nil }
    guard let type = value.string.flatMap(ReportType.init(rawValue:)) else {
      errors.add("report_type", "is not a known report type")
      return nil
    }
    return type
  }
}
