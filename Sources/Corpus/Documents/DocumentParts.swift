import Foundation
import RecastDiagnostics
import RecastYAMLReader

/// The files that a document consists of: itself, and what its references name, as far as it is on disk.
package struct DocumentParts: Sendable {
  /// The files, the document itself first.
  package private(set) var files: [SourceFile]
  private var roots: [String: YAMLNode]

  /// Follows all references from the root of a document, files within files included.
  package init(root: YAMLNode, file: SourceFile) {
    files = [file]
    roots = [file.path: root]
    var open = [(root, file.path)]
    while let (root, path) = open.popLast() {
      for name in Self.references(in: root) {
        guard let target = Self.path(of: name, seenFrom: path), roots[target] == nil,
          let bytes = FileManager.default.contents(atPath: target)
        else { continue }
        let part = SourceFile(path: target, bytes: Array(bytes))
        var log = DiagnosticLog()
        guard let node = YAMLParser.parse(part, log: &log) else { continue }
        files.append(part)
        roots[target] = node
        open.append((node, target))
      }
    }
  }

  /// The value that a reference points at.
  ///
  /// - Parameters:
  ///   - reference: the text of the reference.
  ///   - path: the path of the file that the reference stands in.
  package func target(of reference: String, seenFrom path: String) -> YAMLNode? {
    let pieces = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = pieces.first, let target = name.isEmpty ? path : Self.path(of: String(name), seenFrom: path),
      var node = roots[target]
    else { return nil }
    let pointer = pieces.count > 1 ? String(pieces[1]) : ""
    for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let next = Self.step(String(token), from: node) else { return nil }
      node = next
    }
    return node
  }

  /// A reference as the document itself would write it: its file by the path from the document's folder.
  func reference(_ reference: String, seenFrom path: String) -> String {
    let pieces = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let pointer = pieces.count > 1 ? "#\(pieces[1])" : "#"
    let name = pieces.first ?? ""
    let target = name.isEmpty ? path : Self.path(of: name, seenFrom: path) ?? name
    guard let own = files.first?.path, target != own else { return pointer }
    let home = URL(fileURLWithPath: own).standardizedFileURL
    guard target != home.path else { return pointer }
    let folder = home.deletingLastPathComponent().path + "/"
    return (target.hasPrefix(folder) ? String(target.dropFirst(folder.count)) : target) + pointer
  }

  private static func step(_ token: String, from node: YAMLNode) -> YAMLNode? {
    let key = (token.removingPercentEncoding ?? token)
      .replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
    if let position = Int(key), node.kind == .sequence {
      return node.items.indices.contains(position) ? node.items[position] : nil
    }
    return node[key]
  }

  /// The path of a file that a reference names; `nil` for what is not a file.
  private static func path(of name: String, seenFrom path: String) -> String? {
    guard !name.isEmpty, !name.contains("://") else { return nil }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    return folder.appendingPathComponent(name.removingPercentEncoding ?? name).standardizedFileURL.path
  }

  /// The file parts of all references below a value.
  private static func references(in root: YAMLNode) -> Set<String> {
    var names: Set<String> = []
    var seen: Set<YAMLNodeID> = []
    var open = [root]
    while let node = open.popLast() {
      guard seen.insert(node.id).inserted else { continue }
      open += node.items
      for entry in node.entries {
        if entry.key == "$ref", let text = entry.value.string, let name = text.split(separator: "#").first,
          !text.hasPrefix("#")
        {
          names.insert(String(name))
        }
        open.append(entry.value)
      }
    }
    return names
  }
}
