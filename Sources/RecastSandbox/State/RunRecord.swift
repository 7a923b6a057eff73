import Foundation

/// One model run with the data it was launched with.
struct RunRecord: Codable, Sendable {
  var id: Int
  /// The form as it was sent, without the data.
  var form: [String: JSONValue]
  /// The training data exactly as it was sent.
  var cleanData: String
  var created: Date
  var schedule: JobSchedule

  /// What a list shows of the run.
  func summary(at now: Date) -> [String: JSONValue] {
    let (status, since) = schedule.status(at: now)
    return [
      "id": .integer(id),
      "status": .string(status),
      "created_at": .string(created.timestamp),
      "updated_at": .string(since.timestamp),
    ]
  }
}
