import Foundation
import RecastDiagnostics
import RecastTestSupport
import Testing

/// Only the document changes: overlays, configuration and every program stay as they are.
@Suite("The vendor's own document, rehearsed", .serialized)
struct RehearsalTests {
  @Test("the conventions attach without a complaint", .ownThread, arguments: RehearsedDocument.all)
  func conventions(_ document: RehearsedDocument) throws {
    let (output, log) = try Rehearsal(document: document).generated()
    let complaints = log.diagnostics.filter { $0.severity != .note }
    #expect(complaints.isEmpty, "\(DiagnosticRenderer().render(log))")
    #expect(output?.operationCount == 39)
  }

  @Test("a document without names gives the very same Swift", .ownThread)
  func sameSwift() throws {
    let (output, log) = try Rehearsal(document: .inPlace).generated()
    let files = try #require(output?.files, "\(DiagnosticRenderer().render(log))")
    let committed = PackageFolder.root.appendingPathComponent("Generated")
    let odd = Set(files.map(\.path)).symmetricDifference(FileList.below(committed).filter { $0.hasSuffix(".swift") })
    #expect(odd.isEmpty, "\(odd.sorted())")
    for file in files {
      let text = try? String(contentsOf: committed.appendingPathComponent(file.path), encoding: .utf8)
      let difference = TextDifference.firstHunk(
        expected: SwiftCode.withoutWords(text ?? ""),
        actual: SwiftCode.withoutWords(file.contents)
      )
      #expect(difference == nil, "\(file.path):\n\(difference ?? "")")
    }
  }

  @Test("quickstart and journeys compile and pass unchanged", .patient, arguments: RehearsedDocument.all)
  func programs(_ document: RehearsedDocument) async throws {
    let build = RehearsedBuild(repository: try Rehearsal(document: document).repository())
    let said = try await build.build()
    try #require(said.isEmpty, "\(said)")
    let journeys = try await build.run("JourneyTests", ["--testing-library", "swift-testing"])
    #expect(journeys.status == 0, "\(journeys.said)")
    #expect(journeys.said.contains(" passed after "))
    let quickstart = try await build.run("quickstart", ["--save-to", "saved"])
    #expect(quickstart.status == 0, "\(quickstart.said)")
    #expect(quickstart.output.contains("CSV files in"))
  }
}
