import RecastDiagnostics
import RecastYAMLReader

extension Schema {
  /// Reads `enum` and `const`: the values, with their names and meanings where extensions tell them.
  mutating func readEnum(of node: YAMLNode, _ reader: inout NodeReader) {
    if let const = node["const"] {
      if const.isNull { nullable = true } else { enumValues = [const] }
      return
    }
    guard let written = node.entry("enum") ?? node.entry("x-extensible-enum") else { return }
    var values: [YAMLNode] = []
    switch written.value.kind {
    case .sequence: values = Array(written.value.items)
    case .mapping:
      // Tools for Rails write the values as keys, each with its meaning.
      reader.unexpected(written.value, wanted: "a list of values", label: "its keys are read as the values")
      values = written.value.entries.map(\.keyNode)
      for entry in written.value.entries {
        valueMeanings[entry.key] = ValueMeaning(description: entry.value.scalarText)
      }
    case .null: break
    default:
      reader.unexpected(written.value, wanted: "a list of values", label: "read as a list of one")
      values = [written.value]
    }
    readMeanings(of: values, node)
    if values.contains(where: \.isNull) { nullable = true }
    values.removeAll(where: \.isNull)
    if !values.isEmpty { enumValues = values }
  }

  /// The vendors' spellings of names and meanings: lists that go with the values, or mappings from them.
  private mutating func readMeanings(of values: [YAMLNode], _ node: YAMLNode) {
    for key in ["x-enum-varnames", "x-enumNames", "x-enum-names"] {
      collect(node[key], values) { $0.name = $1 }
    }
    for key in ["x-enum-descriptions", "x-enumDescriptions"] {
      collect(node[key], values) { $0.description = $1 }
    }
    for item in (node["x-ms-enum"]?["values"]?.items).map(Array.init) ?? [] {
      guard let value = item["value"]?.scalarText else { continue }
      valueMeanings[value] = ValueMeaning(name: item["name"]?.scalarText, description: item["description"]?.scalarText)
    }
  }

  private mutating func collect(
    _ node: YAMLNode?,
    _ values: [YAMLNode],
    set: (inout ValueMeaning, String) -> Void
  ) {
    guard let node else { return }
    let pairs: [(String?, String?)] =
      node.kind == .mapping
      ? node.entries.map { ($0.key, $0.value.scalarText) }
      : zip(values, node.items).map { ($0.scalarText, $1.scalarText) }
    for case (let value?, let text?) in pairs where !text.isEmpty {
      set(&valueMeanings[value, default: ValueMeaning()], text)
    }
  }
}
