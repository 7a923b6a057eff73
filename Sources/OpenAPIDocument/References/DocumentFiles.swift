import RecastDiagnostics
import RecastYAMLReader

/// The document and the files beside it that references may lead into: all in memory, read into nodes when first asked
/// for.
package struct DocumentFiles: Sendable {
  /// The path of the document.
  let mainPath: String
  private let sources: [String: SourceFile]
  private let refusals: [String: String]
  private var roots: [String: YAMLNode?]
  private var labels: [String: [String: YAMLNode]] = [:]

  /// - Parameters:
  ///   - main: the root of the document.
  ///   - others: files beside the document.
  ///   - refusals: why files that exist were not read, by path.
  package init(main: YAMLNode, others: [SourceFile] = [], refusals: [String: String] = [:]) {
    mainPath = Self.normalized(main.span.file.path)
    sources = Dictionary(others.map { (Self.normalized($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    self.refusals = Dictionary(
      refusals.map { (Self.normalized($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    roots = [mainPath: main]
  }

  /// The path of a file that is named relative to another one. What overlays add belongs to the document.
  func path(of name: String, from span: SourceSpan) -> String {
    let own = Self.normalized(span.file.path)
    let base = own == mainPath || sources[own] != nil ? own : mainPath
    guard !name.isEmpty else { return base }
    let folder = base.lastIndex(of: "/").map { String(base[...$0]) } ?? ""
    return Self.normalized(name.hasPrefix("/") ? name : folder + name)
  }

  /// Whether there is such a file.
  func isPresent(_ path: String) -> Bool { path == mainPath || sources[path] != nil }

  /// Why a file cannot be read, if it is known.
  func refusal(of path: String) -> String? { refusals[path] }

  /// The root of a file; `nil` when there is none or it cannot be understood, which is reported the first time.
  mutating func root(_ path: String, log: inout DiagnosticLog) -> YAMLNode? {
    if let known = roots[path] { return known }
    guard let source = sources[path] else { return nil }
    var own = DiagnosticLog()
    let root = YAMLParser.parse(source, log: &own)
    // A file that cannot be read costs what stands in it, not the whole client.
    for var finding in own.diagnostics {
      if finding.severity == .error { finding.severity = .warning }
      log.report(finding)
    }
    roots[path] = root
    return root
  }

  /// The schema that gives itself this `$anchor` or `$id` in a file.
  mutating func labelled(_ label: String, in path: String, log: inout DiagnosticLog) -> YAMLNode? {
    if labels[path] == nil { labels[path] = root(path, log: &log).map(Self.labels) ?? [:] }
    return labels[path]?[label]
  }

  /// Every node of a file that has a name of its own.
  private static func labels(in root: YAMLNode) -> [String: YAMLNode] {
    var found: [String: YAMLNode] = [:]
    var seen: Set<YAMLNodeID> = []
    var pending = [root]
    while let node = pending.popLast() {
      guard node.kind == .mapping || node.kind == .sequence, seen.insert(node.id).inserted else { continue }
      for key in ["$anchor", "$dynamicAnchor", "$id", "id", "$self"] {
        guard let name = node[key]?.string else { continue }
        // Drafts before 2019 wrote anchors as `$id: "#name"`.
        let label = name.hasPrefix("#") ? String(name.dropFirst()) : name
        if found[label] == nil { found[label] = node }
      }
      pending += node.items.reversed()
      pending += node.entries.reversed().map(\.value)
    }
    return found
  }

  /// A path without `.` and `..` where they can be resolved.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
