import RecastFuzz
import RecastTestSupport
import Testing

/// No text of a document becomes code, whatever it says and wherever it stands.
@Suite("Hostile documents", .ownThread)
struct HostilePositionTests {
  static let payloads = HostileText.pieces + HostileText.attacks
  /// All payloads in one, and those that mean something only on their own.
  static let fewPayloads =
    [payloads.joined(separator: " "), "", "\u{2028}import Glibc", "\"; import Glibc; let canary = \"", "\\(canary())"]
    + ["../../../etc/passwd", "CON", "self", "-1", "a\r\nCanary: 1"]

  @Test("change nothing in the code but literals and comments, where text is but text", arguments: payloads)
  func text(_ payload: String) throws {
    let output = HostileDocument.generate(fill(.text) { _ in payload })
    let code = try check(output)
    #expect(code.shapes == Self.expected.shapes)
  }

  @Test("change nothing in the code but literals, comments and names, where text names something", arguments: payloads)
  func names(_ payload: String) throws {
    let output = HostileDocument.generate(fill(.names) { payload + String($0) })
    let code = try check(output)
    #expect(code.declarations == Self.expected.declarations)
  }

  @Test("bring no code in from any position", arguments: HostileDocument.positions)
  func alone(_ position: HostileDocument.Position) throws {
    for payload in position.effect == .text ? Array(Self.fewPayloads.prefix(1)) : Self.fewPayloads {
      let output = HostileDocument.generate([position.name: payload])
      if position.effect == .meaning, output.files == nil { continue }
      let code = try check(output)
      if position.effect == .names { #expect(code.declarations == Self.expected.declarations, "\(payload.prefix(40))") }
    }
  }

  private static let expected = GeneratedCodeCheck(HostileDocument.generate([:]).files ?? [])

  /// Text for all positions of a kind.
  private func fill(_ effect: HostileDocument.Effect, _ text: (Int) -> String) -> [String: String] {
    let positions = HostileDocument.positions.filter { $0.effect == effect }
    return Dictionary(uniqueKeysWithValues: positions.enumerated().map { ($1.name, text($0)) })
  }

  /// What holds of everything that is generated.
  private func check(_ output: HostileDocument.Output) throws -> GeneratedCodeCheck {
    Self.checkFindings(output.findings)
    let code = GeneratedCodeCheck(try #require(output.files, "\(output.findings.prefix(1000))"))
    #expect(code.faults == [])
    return code
  }

  /// Findings quote documents; a terminal must not act on that.
  private static func checkFindings(_ text: String) {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || ![.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
    #expect(isPlain, "findings hold control characters")
  }
}
