import Foundation

/// The reports that the service computes by itself when a model is refreshed, for every active deployment.
enum PrerenderedReports {
  static func all(of deployments: [Deployment]) -> [ReportRecord] {
    var id = 12_000
    return deployments.filter(\.active).flatMap { deployment in
      ReportType.allCases.filter(\.isPrerendered).compactMap { type in
        id += 1
        return record(id, type, deployment, among: deployments)
      }
    }
  }

  /// The form goes through the same reader as one that was sent, so that it can be fetched, changed and sent again.
  private static func record(
    _ id: Int,
    _ type: ReportType,
    _ deployment: Deployment,
    among deployments: [Deployment]
  ) -> ReportRecord? {
    let form = form(type, deployment)
    var reader = ReportFormReader(form, deployments: deployments)
    guard let inputs = reader.read() else { return nil }
    let refreshed = Date(timeIntervalSince1970: Double((deployment.modelDate + 1).number * 86_400 + 21_600))
    let schedule =
      ReportBuilder.succeeds(inputs)
      ? JobSchedule.finished(at: refreshed)
      : JobSchedule.report(id: id, created: refreshed, succeeds: false, speed: 1)
    return ReportRecord(
      id: id,
      name: .null,
      prerendered: true,
      form: form,
      inputs: inputs,
      bytes: 0,
      created: refreshed,
      schedule: schedule
    )
  }

  /// The dashboard's fixed inputs: the last year of data, all channels.
  private static func form(_ type: ReportType, _ deployment: Deployment) -> [String: JSONValue] {
    var form: [String: JSONValue] = [
      "deployment_id": .integer(deployment.id), "report_type": .string(type.rawValue),
    ]
    let start = JSONValue.string((deployment.end - 364).text)
    let end = JSONValue.string(deployment.end.text)
    let channels = JSONValue(deployment.spendChannels)
    func addDays() { form.merge(["start_date": start, "end_date": end]) { $1 } }
    switch type.formGroup {
    case .deploymentOnly, .twoDateRanges, .fixedSpend: break
    case .dateRange: addDays()
    case .dateRangeAndChannels:
      addDays()
      form["channels"] = channels
    case .dateRangeAndSpikes:
      addDays()
      form["include_spikes"] = true
    case .dateRangeAndGranularity:
      addDays()
      form["granularity"] = "monthly"
    case .channels: form["channels"] = channels
    case .dateWindowAndChannels: form.merge(["date": end, "num_days": 30, "channels": channels]) { $1 }
    case .channelGroups:
      addDays()
      form["channel_groups"] = [["name": "All Upper Funnel", "channels": JSONValue(deployment.upperFunnelNames)]]
      form["include_lower_funnel_effects"] = "true"
    }
    return form
  }
}
