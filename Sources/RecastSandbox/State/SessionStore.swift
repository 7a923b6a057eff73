import Foundation

/// Who has logged in to the pages that people read: random ids, handed out as cookies.
struct SessionStore: Codable, Sendable {
  private static let limit = 1000

  private var ids: [String] = []

  mutating func start() -> String {
    let id = UUID().uuidString.lowercased()
    ids.append(id)
    if ids.count > Self.limit { ids.removeFirst() }
    return id
  }

  func knows(_ id: String) -> Bool { ids.contains(id) }
}
