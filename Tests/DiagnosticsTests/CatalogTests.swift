import Foundation
import RecastDiagnostics
import Testing

@Suite("Catalogue")
struct CatalogTests {
  /// The tags that the sources define, found by reading them.
  private func definedTags() throws -> [String] {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardizedFileURL
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
    return try files.flatMap { file in
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      return text.matches(of: /static let \w+ = DiagnosticTag\("([^"]+)"\)/).map { String($0.output.1) }
    }
  }

  @Test("Every tag has an entry, and no two have the same name")
  func complete() throws {
    let tags = try definedTags()
    #expect(tags.count > 10)
    #expect(Set(tags).count == tags.count)
    for tag in tags {
      #expect(DiagnosticCatalog.entry(named: tag) != nil, "`\(tag)` has no entry in the catalogue")
    }
    #expect(DiagnosticCatalog.entries.count == tags.count)
  }

  @Test("Entries follow the rules for wording")
  func wording() {
    for entry in DiagnosticCatalog.entries.values {
      #expect(entry.tag.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
      #expect(!entry.summary.isEmpty && !entry.summary.hasSuffix("."))
      #expect(entry.explanation.hasSuffix(".") && entry.remedy.hasSuffix("."))
    }
  }
}
