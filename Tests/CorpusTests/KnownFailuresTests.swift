import Foundation
import RecastTestSupport
import Testing

@testable import RecastCorpus

/// A failure is forgiven when it is known, and an entry is a failure when it is not true any more.
@Suite("The list of known failures")
struct KnownFailuresTests {
  private static let known = "# comment\na/b.yaml\tloss\tbecause\na/b.yaml\tcompile\twhatever\n"

  @Test("forgives what is on it, and only that")
  func forgives() throws {
    let known = try KnownFailures(Self.known)
    let checked: Set<Verdict.Check> = [.generate, .loss, .typed]
    let forgiven = Verdict(path: "a/b.yaml", failed: [(.loss, "x")], checked: checked, known: known)
    #expect(!forgiven.isFailure)
    #expect(forgiven.failures.map(\.knownReason) == ["because"])
    #expect(Verdict(path: "a/b.yaml", failed: [(.typed, "x"), (.loss, "x")], checked: checked, known: known).isFailure)
    #expect(Verdict(path: "c.yaml", failed: [(.loss, "x")], checked: checked, known: known).isFailure)
  }

  @Test("must not hold what was checked and does not fail")
  func outdated() throws {
    let known = try KnownFailures(Self.known)
    let verdict = Verdict(path: "b.yaml", failed: [], checked: [.generate, .loss], known: known)
    #expect(verdict.isFailure)
    #expect(verdict.summary == "no longer fails loss")
  }

  @Test("has a reason on each line")
  func reasons() {
    #expect(throws: KnownFailuresProblem.self) { try KnownFailures("a.yaml\tloss\n") }
    #expect(throws: KnownFailuresProblem.self) { try KnownFailures("a.yaml\tlosses\twhy\n") }
  }

  @Test("can be read", .enabled(if: Corpus.isExpected))
  func list() throws {
    let list = PackageFolder.root.appendingPathComponent("Tests/CorpusTests/known-failures.tsv")
    let known = try KnownFailures(String(decoding: Data(contentsOf: list), as: UTF8.self))
    let documents = try Set(Corpus.documents(below: ["features", "overlay", "public", "rswag"]))
    #expect(known.entries.allSatisfy { documents.contains($0.document) })
  }
}
