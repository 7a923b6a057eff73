import RecastTestSupport
import Testing

@testable import RecastDiagnostics

@Suite("Diagnostics of the generator")
struct DiagnosticCatalogTests {
  @Test("are each raised by a golden case")
  func raised() {
    let recorded = GoldenCase.all.compactMap { $0.text("diagnostics.txt") }.joined()
    for entry in DiagnosticCatalog.entries.values {
      #expect(
        recorded.contains("[\(entry.tag.name)]\n"),
        "no case below Tests/GoldenTests/Cases raises `\(entry.tag.name)`"
      )
    }
  }

  @Test("are each in the catalogue")
  func known() {
    for golden in GoldenCase.all {
      for line in (golden.text("diagnostics.txt") ?? "").split(separator: "\n") where line.hasSuffix("]") {
        guard [": error: ", ": warning: "].contains(where: line.contains),
          let name = line.split(separator: "[").last?.dropLast()
        else {
          continue
        }
        #expect(DiagnosticCatalog.entry(named: String(name)) != nil, "\(golden.name): \(line)")
      }
    }
  }

  @Test("suggest the same name in every run, though sets have no order")
  func ties() {
    let candidates: Set = ["rat", "cat", "bat", "mat", "fat", "vat"]
    #expect(Suggestion.help(for: "hat", in: candidates) == "did you mean `bat`?")
  }
}
