/// Prints a document as YAML 1.2 in block style, such that readers of YAML 1.1 understand the same. Values that aliases
/// share are printed at each place; comments are gone.
package struct YAMLWriter {
  private var text = ""

  /// The text of a document, ended by a line feed.
  package static func text(of node: YAMLNode) -> String {
    var writer = YAMLWriter()
    if node.entries.isEmpty, node.items.isEmpty {
      writer.text = FlowWriter.text(of: node, .yaml) + "\n"
    } else {
      writer.writeCollection(node, depth: 0, continuesLine: false)
    }
    return writer.text
  }

  /// A mapping or list that is not empty, its first line perhaps behind what is there already.
  private mutating func writeCollection(_ node: YAMLNode, depth: Int, continuesLine: Bool) {
    var isBehind = continuesLine
    for entry in node.entries {
      startLine(depth, isBehind: isBehind)
      isBehind = false
      let key = ValueText.yaml(entry.key)
      if key.utf8.count > FlowWriter.longestKey {
        text += "? \(key)\n"
        startLine(depth, isBehind: false)
        text += ":"
        writeValue(entry.value, depth: depth, isCompact: true)
      } else {
        text += "\(key):"
        writeValue(entry.value, depth: depth, isCompact: false)
      }
    }
    for item in node.items {
      startLine(depth, isBehind: isBehind)
      isBehind = false
      text += "-"
      writeValue(item, depth: depth, isCompact: true)
    }
  }

  private mutating func startLine(_ depth: Int, isBehind: Bool) {
    if !isBehind { text += String(repeating: "  ", count: depth) }
  }

  /// A value behind `key:` or `-`, up to the end of its line or lines.
  private mutating func writeValue(_ node: YAMLNode, depth: Int, isCompact: Bool) {
    if node.kind == .string, let string = node.scalarText {
      if let lines = LiteralText(string) {
        text += " " + lines.header + "\n"
        for line in lines.lines {
          text += line.isEmpty ? "\n" : String(repeating: "  ", count: depth + 1) + line + "\n"
        }
      } else {
        text += " \(ValueText.yaml(string))\n"
      }
    } else if depth >= FlowWriter.deepestIndented || (node.entries.isEmpty && node.items.isEmpty) {
      text += " \(FlowWriter.text(of: node, .yaml))\n"
    } else {
      text += isCompact ? " " : "\n"
      writeCollection(node, depth: depth + 1, continuesLine: isCompact)
    }
  }
}

/// A text of several lines that can be written line by line below `|`.
struct LiteralText {
  /// `|` with what becomes of line breaks at the end.
  let header: String
  let lines: [Substring]

  /// - Parameter text: `nil` comes of a text that would not read back the same, or not in every reader.
  init?(_ text: String) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first != " ", first != "\n", scalars.contains("\n"),
      scalars.allSatisfy({ $0 == "\n" || ValueText.isPrintable($0) })
    else { return nil }
    let body = text.reversed().drop { $0 == "\n" }.count
    let breaks = text.count - body
    header = breaks == 0 ? "|-" : breaks == 1 ? "|" : "|+"
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if breaks > 0 { lines.removeLast() }
    // Blanks on a line of their own are hard to see, and lost in many editors.
    guard lines.allSatisfy({ $0.last != " " }) else { return nil }
    self.lines = lines
  }
}
