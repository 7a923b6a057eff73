import RecastDiagnosticReports
import RecastDiagnostics
import Testing

@Suite("Findings as text")
struct TextReportTests {
  private func log(_ counts: (tag: DiagnosticTag, count: Int)...) -> DiagnosticLog {
    var log = DiagnosticLog()
    let file = SourceFile(path: "a.yaml", bytes: Array(repeating: UInt8(ascii: "x"), count: 1000))
    for (tag, count) in counts {
      for position in 0..<count { log.warning(tag, "odd", at: file.span(position..<position + 1)) }
    }
    return log
  }

  @Test("show the first few that are alike, and how many more there are")
  func limit() {
    let log = log((.duplicateKey, 12), (.unknownKey, 3), (.unknownType, 11))
    let text = TextReport(log).text
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasSuffix("[duplicate-key]") } == 10)
    #expect(lines.count { $0.hasSuffix("[unknown-key]") } == 3)
    #expect(
      lines.last == "not shown: 2 more warnings [duplicate-key], 1 more warning [unknown-type]; --all shows them"
    )
  }

  @Test("show all when all are wanted, and in machine formats")
  func all() {
    let log = log((.duplicateKey, 300))
    let text = TextReport(log, isComplete: true).text
    #expect(text.split(separator: "\n").count { $0.hasSuffix("[duplicate-key]") } == 300)
    #expect(!text.contains("not shown"))
    let machine = ReportFormat.github.render(log, base: SampleLog.base)
    #expect(machine.split(separator: "\n").count == 300)
  }

  @Test("are counted in words")
  func summary() {
    #expect(SampleLog.log().summary == "1 error, 1 warning, 1 note")
    #expect(log((.duplicateKey, 2)).summary == "2 warnings")
    #expect(DiagnosticLog().summary == "")
  }
}
