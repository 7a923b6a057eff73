/// Prints a document as JSON (RFC 8259) with an indentation of two. Values that aliases share are printed at each place.
package struct JSONWriter {
  private var text = ""

  /// The text of a document, ended by a line feed. Numbers that JSON writes differently are converted; infinities and
  /// "not a number", which it does not have, become strings.
  package static func text(of node: YAMLNode) -> String {
    var writer = JSONWriter()
    writer.write(node, depth: 0)
    return writer.text + "\n"
  }

  private mutating func write(_ node: YAMLNode, depth: Int) {
    let isEmpty = node.items.isEmpty && node.entries.isEmpty
    guard !isEmpty, depth < FlowWriter.deepestIndented else {
      text += FlowWriter.text(of: node, .json)
      return
    }
    let isMapping = node.kind == .mapping
    text += isMapping ? "{" : "["
    for (position, entry) in node.entries.enumerated() {
      startLine(depth + 1, isFirst: position == 0)
      text += ValueText.quoted(entry.key) + ": "
      write(entry.value, depth: depth + 1)
    }
    for (position, item) in node.items.enumerated() {
      startLine(depth + 1, isFirst: position == 0)
      write(item, depth: depth + 1)
    }
    text += "\n" + String(repeating: "  ", count: depth) + (isMapping ? "}" : "]")
  }

  private mutating func startLine(_ depth: Int, isFirst: Bool) {
    text += (isFirst ? "\n" : ",\n") + String(repeating: "  ", count: depth)
  }
}
