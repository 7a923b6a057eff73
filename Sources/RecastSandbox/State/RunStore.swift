/// The runs that exist. Old ones make room for new ones.
struct RunStore: Codable, Sendable {
  private static let limit = 1000
  private static let cleanDataLimit = 256 << 20

  private(set) var records: [RunRecord] = []
  private var nextID = 2786
  private var cleanDataBytes = 0

  /// Keeps what `record` makes of the new id, and returns the id.
  mutating func add(_ record: (Int) -> RunRecord) -> Int {
    let id = nextID
    nextID += 1
    let new = record(id)
    records.append(new)
    cleanDataBytes += new.cleanData.utf8.count
    while records.count > 1, records.count > Self.limit || cleanDataBytes > Self.cleanDataLimit {
      cleanDataBytes -= records.removeFirst().cleanData.utf8.count
    }
    return id
  }
}
