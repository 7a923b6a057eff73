import RecastDiagnostics
import Testing

@Suite("Severities")
struct SeverityPolicyTests {
  private func severities(_ levels: [DiagnosticTag: SeverityPolicy.Level], isStrict: Bool = false) -> [String] {
    var log = SampleLog.log(SeverityPolicy(levels: levels, isStrict: isStrict))
    log.settle()
    return log.diagnostics.map { "\($0.severity.rawValue) \($0.tag.name)" }
  }

  @Test("are those of the findings, unless somebody wants others")
  func levels() {
    #expect(severities([:]) == ["warning unresolved-reference", "error yaml-syntax", "note not-generated"])
    #expect(
      severities([.unresolvedReference: .error, .notGenerated: .warning])
        == ["error unresolved-reference", "error yaml-syntax", "warning not-generated"]
    )
    #expect(severities([.unresolvedReference: .note, .notGenerated: .ignore]).first == "note unresolved-reference")
    #expect(severities([.notGenerated: .ignore]).count == 2)
  }

  @Test("are errors instead of warnings when it has to be strict; notes stay")
  func strict() {
    #expect(
      severities([:], isStrict: true)
        == ["error unresolved-reference", "error yaml-syntax", "note not-generated"]
    )
    #expect(severities([.unresolvedReference: .note], isStrict: true).first == "note unresolved-reference")
    #expect(severities([.notGenerated: .warning], isStrict: true).last == "error not-generated")
  }

  @Test("are raised only at the end: no stage stops at a warning")
  func raising() {
    var log = DiagnosticLog()
    log.policy = SeverityPolicy(levels: [.duplicateKey: .error], isStrict: true)
    log.warning(.duplicateKey, "twice", at: nil)
    log.warning(.unknownKey, "odd", at: nil)
    #expect(!log.hasErrors)
    log.settle()
    #expect(log.count(of: .error) == 2 && log.count(of: .warning) == 0)
  }

  @Test("are counted even of findings that are too many to keep")
  func omitted() {
    var log = DiagnosticLog()
    log.policy.isStrict = true
    for _ in 0..<(DiagnosticLog.mostKept + 5) { log.warning(.duplicateKey, "twice", at: nil) }
    log.settle()
    #expect(log.diagnostics.count == DiagnosticLog.mostKept && log.omittedCount == 5)
    #expect(log.count(of: .error) == DiagnosticLog.mostKept + 5)
  }
}
