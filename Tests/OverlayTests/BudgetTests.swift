import RecastDiagnostics
import RecastJSONPath
import RecastTestSupport
import Testing

@Suite("Budgets of overlays")
struct BudgetTests {
  @Test("A target that multiplies what it selects is an error, and nothing is done after it")
  func targets() {
    let actions = "  - {target: '$..[*,*]..[*,*]', remove: true}\n  - {target: $.z, update: 1}\n"
    let document = "a: {b: {c: {d: {e: {f: 1}}}}}"
    #expect(Application(actions, to: document).log.diagnostics.map(\.tag) == [.overlayNoMatch])
    let application = Application(actions, to: document, limits: JSONPathLimits(matches: 20))
    #expect(application.result == nil)
    #expect(application.log.diagnostics.map(\.tag) == [.overlayLimit])
  }

  @Test("Copies that double the document again and again are an error", .ownThread(within: .seconds(60)))
  func copies() {
    let round = """
        - {target: $.t, remove: true}
        - {target: $, update: {t: {l: {}, r: {}}}}
        - {target: "$.t['l', 'r']", copy: $.d}
        - {target: $.d, remove: true}
        - {target: $, update: {d: {}}}
        - {target: $.d, copy: $.t}

      """
    let application = Application(String(repeating: round, count: 40), to: "t: {}\nd: {x: 1}")
    #expect(application.result == nil)
    #expect(application.log.diagnostics.filter { $0.severity == .error }.map(\.tag) == [.documentTooLarge])
  }
}
