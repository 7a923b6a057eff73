import Foundation

/// The reports that exist. Old ones make room for new ones, so that a sandbox can run for weeks.
struct ReportStore: Sendable {
  private static let limit = 10_000
  private static let bytesLimit = 64 << 20

  private(set) var records: [ReportRecord]
  private var nextID = 12_345
  private var bytes = 0

  init(prerendered: [ReportRecord]) {
    records = prerendered
  }

  /// Keeps what `record` makes of the new id, and returns the id.
  mutating func add(_ record: (Int) -> ReportRecord) -> Int {
    let id = nextID
    nextID += 1
    append(record(id))
    return id
  }

  private mutating func append(_ record: ReportRecord) {
    records.append(record)
    bytes += record.bytes
    while records.count > Self.limit || bytes > Self.bytesLimit,
      let oldest = records.firstIndex(where: { !$0.prerendered && $0.id != record.id })
    {
      bytes -= records.remove(at: oldest).bytes
    }
  }
}
