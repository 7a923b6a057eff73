import RecastDiagnostics
import RecastJSONPath
import RecastOverlay
import RecastYAMLReader
import Testing

/// What applying an overlay to a document gave.
struct Application {
  let result: YAMLNode?
  let log: DiagnosticLog

  /// - Parameters:
  ///   - actions: the YAML below `actions:`.
  ///   - document: the YAML of the document.
  init(_ actions: String, to document: String, version: String = "1.1.0", limits: JSONPathLimits = .init()) {
    let overlay = "overlay: \(version)\ninfo: {title: Test, version: 1.0.0}\nactions:\n\(actions)"
    self.init(overlay: Array(overlay.utf8), document: Array(document.utf8), limits: limits)
  }

  init(
    overlay: [UInt8],
    document: [UInt8],
    at path: String = "overlay.yaml",
    of documentPath: String = "api.yaml",
    limits: JSONPathLimits = .init()
  ) {
    var log = DiagnosticLog()
    let overlay = YAMLParser.parse(SourceFile(path: path, bytes: overlay), log: &log)
    let document = YAMLParser.parse(SourceFile(path: documentPath, bytes: document), log: &log)
    let read = overlay.flatMap { OverlayDocument.read($0, log: &log) }
    var result: YAMLNode?
    if let read, let document { result = read.apply(to: document, limits: limits, log: &log) }
    self.result = result
    self.log = log
  }

  /// The findings as `path:line:column severity tag`.
  var findings: [String] {
    log.diagnostics.map { "\($0.span.map { "\($0) " } ?? "")\($0.severity.rawValue) \($0.tag)" }
  }

  /// The findings as people see them.
  var rendered: String { DiagnosticRenderer().render(log) }
}

/// Writes a value on one line.
func outline(_ node: YAMLNode?) -> String {
  guard let node else { return "nothing" }
  switch node.kind {
  case .sequence: return "[" + node.items.map { outline($0) }.joined(separator: ", ") + "]"
  case .mapping: return "{" + node.entries.map { "\($0.key): \(outline($0.value))" }.joined(separator: ", ") + "}"
  default: return node.scalarText ?? ""
  }
}
