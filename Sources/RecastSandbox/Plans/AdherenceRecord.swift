import Foundation

/// A report of planned against actual spend, made whenever there is new data.
struct AdherenceRecord: Codable, Sendable {
  var id: Int
  var planID: String
  var versionID: String
  /// The last day it covers; without one it has failed.
  var through: CalendarDay?
  var created: Date

  var status: String { through == nil ? "error" : "success" }
}
