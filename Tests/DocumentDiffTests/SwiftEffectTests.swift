import RecastClientGenerator
import RecastDiagnostics
import RecastDocumentDiff
import RecastTestSupport
import Testing

/// What is said of Swift code, held against the code that is generated.
@Suite("Effects on Swift code", .ownThread)
struct SwiftEffectTests {
  @Test("are what public declarations say, no less and no more", arguments: ["schemas.txt", "operations.txt"])
  func declarations(_ table: String) throws {
    var breaking = 0
    for row in ChangeTable(table).rows {
      for member in ["sent", "answered"] {
        let (old, new) = (row.document(.old, x: member).text, row.document(.new, x: member).text)
        let changes = try Comparing.changes(old, new)
        let lost = try Self.declarations(old).subtracting(try Self.declarations(new))
        let worst = changes.map(\.swift).max() ?? .none
        // A value that can be left out is another declaration, and calls that give it go on to compile.
        if changes.contains(where: { $0.id.hasSuffix("-became-optional") && $0.swift == .additive }) { continue }
        if lost.isEmpty {
          // A parameter with a default is missed by those who gave it. A new case of a union takes nothing away, and a
          // `switch` that knows all others does not compile.
          let changed = try Self.declarations(old, whole: true).subtracting(try Self.declarations(new, whole: true))
          let added = try Self.declarations(new).subtracting(try Self.declarations(old))
          let isBreaking = !changed.isEmpty || added.contains { $0.contains(": case ") }
          #expect(worst < .sourceBreaking || isBreaking, "\(row): \(changes.map { "\($0.short) \($0.swiftText)" })")
        } else {
          breaking += 1
          #expect(worst == .sourceBreaking, "\(row): \(lost.sorted()) \(changes.map(\.short))")
        }
      }
    }
    #expect(breaking > 20)
  }

  @Test("leave out names that stay, because the newer client keeps those of the older one")
  func keptNames() throws {
    let start = "openapi: 3.0.3\ninfo: {title: Desk, version: '1'}\n"
    func paths(_ names: [String]) -> String {
      "paths:\n"
        + names.map { "  /\($0)/{id}: {get: {tags: [x], responses: {'204': {description: Done}}}}\n" }.joined()
    }
    let ticket = "    Ticket: {type: object, properties: {status: {type: string, enum: [open]}}}\n"
    let status = "    Status: {type: object, properties: {since: {type: string}}}\n"
    let old = start + paths(["tickets"]) + "components:\n  schemas:\n" + ticket
    let new = start + paths(["v2/tickets", "tickets"]) + "components:\n  schemas:\n" + status + ticket
    #expect(try Comparing.changes(old, new).map(\.swift) == [.additive])
  }

  /// The public declarations of the client of a document, one per line: types, properties, cases, and methods and
  /// initializers, these without the parameters that have defaults unless all are wanted.
  private static func declarations(_ text: String, whole: Bool = false) throws -> Set<String> {
    var log = DiagnosticLog()
    let input = GeneratorInput(document: SourceFile(path: "api.yaml", bytes: Array(text.utf8)))
    let output = try #require(Generator.generate(input, log: &log), "\(DiagnosticRenderer().render(log))")
    return Set(
      output.files.flatMap { file -> [String] in
        // A parameter stands on a line of its own where not all fit on one.
        let joined = file.contents.split(separator: "\n").map { $0.drop { $0 == " " } }
          .reduce(into: [""]) { lines, line in
            if lines[lines.count - 1].hasSuffix("(") || lines[lines.count - 1].hasSuffix(",") {
              lines[lines.count - 1] += line
            } else {
              lines.append(String(line))
            }
          }
        return joined.filter { $0.hasPrefix("public ") || ($0.hasPrefix("case ") && !$0.contains("\"")) }
          .map { $0.prefix { $0 != "{" } }
          .map { "\(file.path): \(whole ? String($0) : withoutDefaults(String($0)))" }
      }
    )
  }

  /// A declaration without parameters that need not be given.
  private static func withoutDefaults(_ line: String) -> String {
    guard line.contains("("), let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")") else {
      return String(line.prefix { $0 != "=" })
    }
    let parameters = line[line.index(after: open)..<close].split(separator: ",").filter { !$0.contains("=") }
    return line[..<open] + "(" + parameters.joined(separator: ",") + ")"
  }
}
