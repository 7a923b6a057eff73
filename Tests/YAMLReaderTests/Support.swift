import RecastDiagnostics
import RecastYAMLReader
import Testing

/// What reading a text gave.
struct Reading {
  let root: YAMLNode?
  let log: DiagnosticLog

  init(_ text: String, limits: YAMLLimits = YAMLLimits()) {
    self.init(bytes: Array(text.utf8), limits: limits)
  }

  init(bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) {
    var log = DiagnosticLog()
    root = YAMLParser.parse(SourceFile(path: "test.yaml", bytes: bytes), limits: limits, log: &log)
    self.log = log
  }

  /// The findings as `line:column severity tag`.
  var findings: [String] {
    log.diagnostics.map { finding in
      let place = finding.span.map { "\($0.start.line):\($0.start.column) " } ?? ""
      return "\(place)\(finding.severity.rawValue) \(finding.tag)"
    }
  }

  /// The findings as people see them.
  var rendered: String { DiagnosticRenderer().render(log) }
}

/// Writes a value on one line, kinds visible: strings in quotes, other scalars as they are written.
func outline(_ node: YAMLNode?) -> String {
  guard let node else { return "nothing" }
  switch node.kind {
  case .sequence: return "[" + node.items.map { outline($0) }.joined(separator: ", ") + "]"
  case .mapping: return "{" + node.entries.map { "\($0.key): \(outline($0.value))" }.joined(separator: ", ") + "}"
  case .string: return "'" + (node.string ?? "") + "'"
  case .null: return "null"
  case .bool: return node.bool == true ? "true" : "false"
  case .integer, .float: return node.scalarText ?? ""
  }
}
