/// Turns the `form` of a create request into a ``ReportForm``, collecting every fault on the way.
struct ReportFormReader {
  private let form: [String: JSONValue]
  private let deployments: [Deployment]
  private(set) var errors = FieldErrors()

  init(_ form: [String: JSONValue], deployments: [Deployment]) {
    self.form = form
    self.deployments = deployments
  }

  /// Nothing when there are `errors`.
  mutating func read() -> ReportForm? {
    let type = reportType()
    let deployment = deployment()
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

  private mutating func present(_ field: String) -> JSONValue? {
    guard let value = form[field], !value.isNull else {
      errors.add(field, "is required")
      return nil
    }
    return value
  }

  private mutating func reportType() -> ReportType? {
    guard let value = present("report_type") else { return nil }
    guard let type = value.string.flatMap(ReportType.init(rawValue:)) else {
      errors.add("report_type", "is not a known report type")
      return nil
    }
    return type
  }

  private mutating func deployment() -> Deployment? {
    guard let value = present("deployment_id") else { return nil }
    guard let id = value.integer else {
      errors.add("deployment_id", "must be an integer")
      return nil
    }
    guard let deployment = deployments.first(where: { $0.id == id }) else {
      errors.add("deployment_id", "is not a deployment of this client")
      return nil
    }
    return deployment
  }
}

// MARK: - Dates

extension Deployment {
  /// The days with data, and the 730 days after them that some reports may look at.
  var predictableDays: Range<CalendarDay> { start..<(end + MediaMixModel.futureDays + 1) }
}

extension ReportFormReader {
  private mutating func day(_ field: String) -> CalendarDay? {
    guard let value = present(field) else { return nil }
    guard let day = value.string.flatMap(CalendarDay.init) else {
      errors.add(field, "must be a date formatted YYYY-MM-DD")
      return nil
    }
    return day
  }

  private mutating func days(_ first: String, _ last: String) -> Range<CalendarDay>? {
    let start = day(first)
    let end = day(last)
    guard let start, let end else { return nil }
    guard start < end else {
      errors.add(last, "must be after \(first)")
      return nil
    }
    return start..<(end + 1)
  }

  private mutating func readDays(into result: inout ReportForm, limits: Range<CalendarDay>? = nil) {
    guard let days = days("start_date", "end_date") else { return }
    if let limits {
      if days.lowerBound < limits.lowerBound { errors.add("start_date", "can't be before \(limits.lowerBound.text)") }
      if days.upperBound > limits.upperBound {
        errors.add("end_date", "can't be after \((limits.upperBound - 1).text)")
      }
    }
    result.days = days
  }

  /// The `num_days` days before `date`.
  private mutating func readWindow(into result: inout ReportForm) {
    let date = day("date")
    let limits = result.deployment.predictableDays
    if let date, !limits.contains(date) {
      errors.add("date", "must be between \(limits.lowerBound.text) and \((limits.upperBound - 1).text)")
    }
    guard let value = present("num_days") else { return }
    guard let count = value.integer, (1...90).contains(count) else {
      return errors.add("num_days", "must be an integer between 1 and 90")
    }
    if let date { result.days = (date - count)..<date }
  }

  private mutating func readPeriods(into result: inout ReportForm) {
    let previous = days("previous_start_date", "previous_end_date")
    let current = days("period_start_date", "period_end_date")
    guard let previous, let current else { return }
    if previous.upperBound > current.lowerBound {
      errors.add("period_start_date", "must be after previous_end_date")
    }
    result.previousDays = previous
    result.days = current
  }
}

// MARK: - Channels and settings

extension ReportFormReader {
  private mutating func channels(of deployment: Deployment) -> [String] {
    guard let value = present("channels") else { return [] }
    return channelNames(value, field: "channels", known: deployment.spendChannels, kind: "a spend channel")
  }

  private mutating func channelNames(_ value: JSONValue, field: String, known: [String], kind: String) -> [String] {
    guard let items = value.array, !items.isEmpty else {
      errors.add(field, "must be an array of at least one channel")
      return []
    }
    var names: [String] = []
    for item in items {
      guard let name = item.string else {
        errors.add(field, "must contain strings only")
        return []
      }
      if !known.contains(name) {
        errors.add(field, "has “\(name)”, which is not \(kind) of this deployment")
      } else if !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  private mutating func channelGroups(of deployment: Deployment) -> [ReportForm.ChannelGroup] {
    guard let value = present("channel_groups") else { return [] }
    guard let items = value.array, !items.isEmpty else {
      errors.add("channel_groups", "must be an array of at least one group")
      return []
    }
    var groups: [ReportForm.ChannelGroup] = []
    for item in items {
      guard let name = item["name"]?.string, !name.isEmpty, let channels = item["channels"] else {
        errors.add("channel_groups", "must have a name and channels in every group")
        return []
      }
      if groups.contains(where: { $0.name == name }) { errors.add("channel_groups", "has two groups named “\(name)”") }
      let kind = "an upper funnel channel"
      let names = channelNames(channels, field: "channel_groups", known: deployment.upperFunnelNames, kind: kind)
      groups.append(.init(name: name, channels: names))
    }
    return groups
  }

  private mutating func includesSpikes() -> Bool {
    guard let value = present("include_spikes") else { return false }
    guard case .bool(let flag) = value else {
      errors.add("include_spikes", "must be true or false")
      return false
    }
    return flag
  }

  /// The API wants this flag as a string.
  private mutating func includesLowerFunnelEffects() -> Bool {
    guard let value = present("include_lower_funnel_effects") else { return false }
    guard let text = value.string, text == "true" || text == "false" else {
      errors.add("include_lower_funnel_effects", "must be the string \"true\" or \"false\"")
      return false
    }
    return text == "true"
  }

  private mutating func granularity() -> Grain {
    guard let value = present("granularity") else { return .monthly }
    guard let grain = value.string.flatMap(Grain.init(rawValue:)) else {
      errors.add("granularity", "must be daily, weekly or monthly")
      return .monthly
    }
    return grain
  }

  /// In cents; the form has whole units.
  private mutating func spend() -> Double {
    guard let value = present("spend") else { return 0 }
    let amount: Double? =
      switch value {
      case .integer(let amount): Double(amount)
      case .number(let amount): amount
      default: nil
      }
    guard let amount, amount >= 0, amount <= 1e12 else {
      errors.add("spend", "must be a number that is not negative")
      return 0
    }
    return amount * 100
  }
}
