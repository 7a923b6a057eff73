/// The results of the last few jobs that somebody asked for.
struct RecentResults: Sendable {
  private struct Key: Hashable {
    var kind: JobKind
    var id: Int
  }

  private static let limit = 32

  private var results: [Key: JobResult] = [:]
  private var order: [Key] = []

  func result(_ kind: JobKind, _ id: Int) -> JobResult? { results[Key(kind: kind, id: id)] }

  mutating func keep(_ result: JobResult, _ kind: JobKind, _ id: Int) {
    let key = Key(kind: kind, id: id)
    if results.updateValue(result, forKey: key) == nil { order.append(key) }
    if order.count > Self.limit { results[order.removeFirst()] = nil }
  }
}
