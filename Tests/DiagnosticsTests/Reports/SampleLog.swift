import Foundation
import RecastDiagnosticReports
import RecastDiagnostics

/// Findings of every shape: with and without a place, label, notes and help, on one line and on several.
enum SampleLog {
  static let base = ReportBase(
    root: URL(fileURLWithPath: "/repository"),
    folder: URL(fileURLWithPath: "/repository/api")
  )

  static let file = SourceFile(
    path: "my spec: 100%,ä.yaml",
    bytes: Array("é: {$ref: '#/nothing'}\nsecond: [a,\n  b]\n".utf8)
  )

  static func log(_ policy: SeverityPolicy = SeverityPolicy()) -> DiagnosticLog {
    var log = DiagnosticLog()
    log.policy = policy
    log.warning(
      .unresolvedReference,
      "nothing is called `#/nothing`\r\n::error::50% of it",
      at: file.span(of: "'#/nothing'"),
      label: "left open",
      notes: [.init("it is used here", at: file.span(of: "second")), .init("a fact, of its own")],
      help: "did you mean `x`?"
    )
    log.error(.yamlSyntax, "over, two: lines", at: file.span(of: "[a,\n  b]"))
    log.note(.notGenerated, "nowhere", at: nil)
    return log
  }
}
