import RecastDiagnosticReports
import Testing

@Suite("Findings for GitHub Actions")
struct GitHubReportTests {
  @Test("are workflow commands, escaped so that no text ends one or starts another")
  func commands() {
    let expected = """
      ::warning file=api/my spec%3A 100%25%2Cä.yaml,line=1,col=11,endLine=1,endColumn=22,title=unresolved-reference\
      ::nothing is called `#/nothing`<U+000D><U+000A>::error::50%25 of it: left open%0Anote: it is used here (line 2)\
      %0Anote: a fact, of its own%0Ahelp: did you mean `x`?
      ::error file=api/my spec%3A 100%25%2Cä.yaml,line=2,endLine=3,title=yaml-syntax::over, two: lines
      ::notice title=not-generated::nowhere

      """
    #expect(ReportFormat.github.render(SampleLog.log(), base: SampleLog.base) == expected)
  }
}
