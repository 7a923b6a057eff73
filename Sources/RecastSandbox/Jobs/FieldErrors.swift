/// What is wrong with a form, by field: the `details` of a 422.
struct FieldErrors: Sendable {
  private(set) var messages: [String: [String]] = [:]
  private var order: [String] = []

  var isEmpty: Bool { messages.isEmpty }

  /// A form can be wrong in a million places; the first twenty of a field say enough.
  private static let limit = 20

  mutating func add(_ field: String, _ message: String) {
    guard messages[field, default: []].count < Self.limit else { return }
    if messages[field] == nil { order.append(field) }
    messages[field, default: []].append(message)
  }

  /// One line that names every fault in the order found.
  var summary: String {
    let parts = order.flatMap { field in (messages[field] ?? []).map { "\(field) \($0)" } }
    return "Validation failed: " + parts.joined(separator: "; ")
  }
}
