import RecastDiagnostics
import RecastYAMLReader

/// The document and the files beside it that references may lead into: all in memory, read into nodes when first asked
/// for.
package struct DocumentFiles: Sendable {
  /// The path of the document.
  let mainPath: String
  /// The path of the document as it was given.
  private let mainName: String
  private var main: YAMLNode
  private let sources: [String: SourceFile]
  private let refusals: [String: String]
  private var roots: [String: YAMLNode?]
  /// The roots of files as they were before they were upgraded.
  private var originals: [String: YAMLNode] = [:]
  private var isSwagger = false
  private var labels: [String: [String: YAMLNode]] = [:]

  /// - Parameters:
  ///   - main: the root of the document.
  ///   - others: files beside the document.
  ///   - refusals: why files that exist were not read, by path.
  package init(main: YAMLNode, others: [SourceFile] = [], refusals: [String: String] = [:]) {
    self.main = main
    mainName = main.span.file.path
    mainPath = FilePath.normalized(mainName)
    sources = Dictionary(others.map { (FilePath.normalized($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    self.refusals = Dictionary(
      refusals.map { (FilePath.normalized($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    roots = [mainPath: main]
  }

  /// The path of a file that is named relative to another one. What overlays add belongs to the document.
  func path(of name: String, from span: SourceSpan) -> String {
    let base = path(of: span)
    return name.isEmpty ? base : FilePath.resolved(name, from: base)
  }

  private func path(of span: SourceSpan) -> String {
    // Nearly everything stands in the document itself.
    guard span.file.path != mainName else { return mainPath }
    let own = FilePath.normalized(span.file.path)
    return sources[own] != nil ? own : mainPath
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
    var root = YAMLParser.parse(source, log: &own)
    if let old = root, isSwagger, let new = SwaggerUpgrade.upgradedFragment(old, log: &own) {
      originals[path] = old
      root = new
    }
    // A file that cannot be read costs what stands in it, not the whole client.
    for var finding in own.diagnostics {
      if finding.severity == .error { finding.severity = .warning }
      log.report(finding)
    }
    roots[path] = root
    return root
  }

  /// Upgrades the document, and every other file when it is asked for; gives the root of the document.
  mutating func upgrade(from version: DocumentVersion, log: inout DiagnosticLog) -> YAMLNode {
    isSwagger = version == .swagger
    if let new = SwaggerUpgrade.upgraded(main, isWhole: isSwagger, log: &log) {
      originals[mainPath] = main
      main = new
      roots[mainPath] = new
    }
    return main
  }

  /// Has a changed file take the place of a file.
  mutating func replace(_ path: String, with root: YAMLNode) {
    if path == mainPath { main = root }
    roots[path] = root
    labels[path] = nil
  }

  /// A pointer as it leads through the nodes of a file.
  func tokens(_ tokens: [String], in path: String) -> [String] {
    originals[path] == nil ? tokens : SwaggerUpgrade.moved(tokens)
  }

  /// The root of a file as it was written, if it was upgraded.
  func original(_ path: String) -> YAMLNode? { originals[path] }

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
}
