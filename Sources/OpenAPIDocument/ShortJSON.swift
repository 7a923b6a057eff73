import RecastYAMLReader

/// Writes small values of a document as JSON on one line, for documentation.
package enum ShortJSON {
  /// Longer texts help nobody in a documentation comment.
  private static let maximumLength = 80

  /// The value as JSON; `nil` when it is null, empty or too long.
  package static func text(_ node: YAMLNode) -> String? {
    guard !node.isNull else { return nil }
    var budget = maximumLength
    guard let text = text(node, &budget), text.utf8.count <= maximumLength, !text.isEmpty else { return nil }
    return text
  }

  private static func text(_ node: YAMLNode, _ budget: inout Int) -> String? {
    budget -= 1
    guard budget > 0 else { return nil }
    switch node.kind {
    case .sequence:
      var parts: [String] = []
      for item in node.items {
        guard let part = text(item, &budget) else { return nil }
        parts.append(part)
      }
      return parts.isEmpty ? nil : "[\(parts.joined(separator: ", "))]"
    case .mapping:
      var parts: [String] = []
      for entry in node.entries {
        guard let part = text(entry.value, &budget), let key = quoted(entry.key, &budget) else { return nil }
        parts.append("\(key): \(part)")
      }
      return parts.isEmpty ? nil : "{\(parts.joined(separator: ", "))}"
    case .string: return quoted(node.string ?? "", &budget)
    case .null, .bool, .integer, .float: return node.scalarText
    }
  }

  private static func quoted(_ text: String, _ budget: inout Int) -> String? {
    budget -= text.utf8.count
    guard budget > 0, !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return nil }
    return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
