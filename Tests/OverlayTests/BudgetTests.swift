import RecastDiagnostics
import Testing

@Suite("Budgets of overlays")
struct BudgetTests {
  @Test("A target that multiplies what it selects is an error", .timeLimit(.minutes(1)))
  func targets() {
    let step = "[" + Array(repeating: "*", count: 100).joined(separator: ",") + "]"
    let path = "$" + String(repeating: step, count: 50)
    let nested = String(repeating: "{a: ", count: 60) + "1" + String(repeating: "}", count: 60)
    let application = Application("  - {target: \"\(path)\", remove: true}", to: nested)
    #expect(application.log.diagnostics.map(\.tag) == [.overlayLimit])
  }

  @Test("Copies that double the document again and again are an error", .timeLimit(.minutes(1)))
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
