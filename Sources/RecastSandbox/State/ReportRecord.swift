import Foundation

/// One report as the sandbox remembers it: inputs and schedule, never the tables.
struct ReportRecord: Sendable {
  var id: Int
  var name: JSONValue
  var prerendered: Bool
  /// The form as it was sent, with members the sandbox does not know.
  var form: [String: JSONValue]
  var inputs: ReportForm
  /// The size of the request that created it.
  var bytes: Int
  var created: Date
  var schedule: JobSchedule

  func status(at now: Date) -> String { schedule.status(at: now).name }

  /// What a list shows of the report.
  func summary(at now: Date) -> [String: JSONValue] {
    let (status, since) = schedule.status(at: now)
    return [
      "id": .integer(id),
      "name": name,
      "report_type": .string(inputs.type.rawValue),
      "status": .string(status),
      "prerendered": .bool(prerendered),
      "created_at": .string(created.timestamp),
      "updated_at": .string(since.timestamp),
    ]
  }
}
