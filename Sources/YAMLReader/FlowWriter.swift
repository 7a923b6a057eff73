/// Prints a value on one line, in what YAML calls flow style and JSON is anyway.
struct FlowWriter {
  /// The notation.
  enum Form: Sendable {
    case yaml
    case json
  }

  /// Indentation would take more room than the document does in what is nested deeper than this.
  static let deepestIndented = 40
  /// YAML looks no further than 1024 characters for the colon behind a key.
  static let longestKey = 900

  private let form: Form
  private(set) var text = ""

  init(_ form: Form) { self.form = form }

  /// A value on one line.
  static func text(of node: YAMLNode, _ form: Form) -> String {
    var writer = FlowWriter(form)
    writer.write(node)
    return writer.text
  }

  /// No deeper than the document, whose depth the reader bounds.
  private mutating func write(_ node: YAMLNode) {
    switch node.kind {
    case .mapping:
      text += "{"
      for (position, entry) in node.entries.enumerated() {
        let key = ValueText.quoted(entry.key)
        let isLong = form == .yaml && key.utf8.count > Self.longestKey
        text += (position > 0 ? ", " : "") + (isLong ? "? \(key) : " : "\(key): ")
        write(entry.value)
      }
      text += "}"
    case .sequence:
      text += "["
      for (position, item) in node.items.enumerated() {
        if position > 0 { text += ", " }
        write(item)
      }
      text += "]"
    case .string: text += ValueText.quoted(node.scalarText ?? "")
    default:
      let scalar = node.scalarText ?? ""
      text += form == .yaml ? ValueText.yaml(scalar, node.kind) : ValueText.json(scalar, node.kind)
    }
  }
}
