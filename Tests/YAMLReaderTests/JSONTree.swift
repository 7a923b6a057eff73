import Foundation
import RecastYAMLReader

/// Values as Foundation's JSON reader has them.
enum JSONTree {
  /// What a node says.
  static func value(_ node: YAMLNode) -> Any {
    switch node.kind {
    case .null: NSNull()
    case .bool: node.bool == true
    case .integer: integer(node.scalarText ?? "")
    case .float: Double(node.scalarText ?? "") ?? 0
    case .string: node.string ?? ""
    case .sequence: node.items.map { value($0) }
    case .mapping: Dictionary(uniqueKeysWithValues: node.entries.map { ($0.key, value($0.value)) })
    }
  }

  private static func integer(_ text: String) -> Int {
    switch text.prefix(2) {
    case "0o": Int(text.dropFirst(2), radix: 8) ?? 0
    case "0x": Int(text.dropFirst(2), radix: 16) ?? 0
    default: Int(text) ?? 0
    }
  }
}
