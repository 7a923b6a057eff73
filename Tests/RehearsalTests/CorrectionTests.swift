import Foundation
import RecastClientGenerator
import RecastDiagnostics
import RecastGeneratorFiles
import RecastTestSupport
import Testing

/// The corrections of what the vendor publishes: each repairs its fault, and none does anything else.
@Suite("Corrections to the published document", .ownThread)
struct CorrectionTests {
  private static let path = "spec/overlays/0-published-swagger.overlay.yaml"

  @Test("are without effect on our own document")
  func noEffect() throws {
    let input = try InputFiles(in: PackageFolder.root).read()
    var (with, without) = (input, input)
    with.overlays.removeAll { $0.path != Self.path }
    without.overlays = []
    #expect(with.overlays.count == 1)
    var log = DiagnosticLog()
    let corrected = Generator.overlaidDocument(with, as: .yaml, log: &log)
    let own = Generator.overlaidDocument(without, as: .yaml, log: &log)
    #expect(log.diagnostics.isEmpty, "\(DiagnosticRenderer().render(log))")
    let difference = TextDifference.firstHunk(expected: own ?? "", actual: corrected ?? "")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// Members that are corrected stand in another place, so the order is left aside.
  @Test("give the document with all faults the declarations of our own")
  func allFaults() throws {
    let (output, log) = try Rehearsal(document: .faulty).generated()
    let files = try #require(output?.files, "\(DiagnosticRenderer().render(log))")
    for path in FileList.below(PackageFolder.root.appendingPathComponent("Generated")) where path.hasSuffix(".swift") {
      let url = PackageFolder.root.appendingPathComponent("Generated/\(path)")
      let own = SwiftCode.declarations(try String(contentsOf: url, encoding: .utf8))
      let other = files.first { $0.path == path }.map { SwiftCode.declarations($0.contents) }
      let odd = Set(own).symmetricDifference(other ?? [])
      #expect(odd.isEmpty, "\(path): \(odd.sorted().joined(separator: "; "))")
    }
  }
}
