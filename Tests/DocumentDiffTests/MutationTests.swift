import Foundation
import RecastDiagnostics
import RecastDocumentDiff
import RecastFuzz
import RecastTestSupport
import Testing

@Suite("Documents that were changed on purpose", .ownThread)
struct MutationTests {
  /// A document that is read once, with its bytes.
  struct Source: Sendable, CustomStringConvertible {
    var description: String
    var bytes: [UInt8]
    var side: DiffSide
  }

  private static let own = source("spec/recast.yaml") {
    Array(try Data(contentsOf: PackageFolder.root.appendingPathComponent($0)))
  }
  private static let others = ["public/train-travel.yaml", "public/swagger-petstore.yaml", "rswag/cfe-civil-v7.yaml"]
    .compactMap { path in source(path) { try Corpus.bytes(of: $0) } }
  private static let sources = [own].compactMap { $0 } + others

  private static func source(_ path: String, _ bytes: (String) throws -> [UInt8]) -> Source? {
    guard let bytes = try? bytes(path), let side = try? Comparing.side(bytes, path: path) else { return nil }
    return Source(description: path, bytes: bytes, side: side)
  }

  @Test("report that change and no other", arguments: 1...60)
  func seeds(_ seed: Int) throws {
    try #require(!Self.sources.isEmpty)
    var random = SeededRandom(seed: UInt64(seed))
    let source = Self.sources[seed % Self.sources.count]
    var drawn: Mutation?
    for _ in 1...20 where drawn == nil { drawn = Mutation(source.side.document, using: &random) }
    let mutation = try #require(drawn)
    var log = DiagnosticLog()
    let changed = Comparing.side(source.bytes, path: source.description, overlay: mutation.overlay, &log)
    let new = try #require(changed, "\(mutation): \(DiagnosticRenderer().render(log))")
    #expect(!log.diagnostics.contains { $0.tag == .overlayNoMatch }, "\(mutation)")
    // Methods are named by what tells them apart from others, so one that goes may give its name to another.
    let changes = DocumentDiff.changes(from: source.side, to: new).filter { $0.id != "endpoint-method-renamed" }
    let label = "\(source) \(mutation): \(changes.map { "\($0.short) \($0.sentence)" })"
    #expect(changes.allSatisfy { mutation.ids.contains($0.id) }, "\(label)")
    #expect(changes.allSatisfy { mutation.level == nil || $0.level == mutation.level }, "\(label)")
    if let member = mutation.member {
      #expect(
        changes.allSatisfy { $0.arguments.first?.split(separator: "/").last.map(String.init) == member },
        "\(label)"
      )
    } else {
      #expect(changes.map(\.operation) == [mutation.operation], "\(label)")
    }
  }

  @Test("that schemas are changed in are found where the schemas are used")
  func members() throws {
    let source = try #require(Self.own)
    let overlay = """
      overlay: 1.1.0
      info: {title: One change, version: "1"}
      actions:
        - target: $.components.schemas.Report.properties
          update: {x_added: {type: string}}
      """
    let new = try Comparing.side(source.bytes, path: source.description, overlay: overlay)
    let changes = DocumentDiff.changes(from: source.side, to: new)
    #expect(changes.contains { $0.operation?.path.hasSuffix("/reports/{id}") == true })
    #expect(changes.allSatisfy { $0.swiftText == "`Report.xAdded` is new" && $0.swift == .additive })
  }
}
