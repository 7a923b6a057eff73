import RecastClientGenerator
import RecastDiagnosticReports
import RecastDiagnostics

/// A document made from another one by a seed, and what has to hold whatever it became.
package struct FuzzCase: Sendable {
  /// The document.
  package let document: [UInt8]

  /// - Parameters:
  ///   - seed: decides which of the documents is changed, and how.
  ///   - documents: what is changed; at least one.
  package init(seed: UInt64, documents: [[UInt8]]) {
    var random = SeededRandom(seed: seed)
    let original = documents.isEmpty ? [] : documents[random.below(documents.count)]
    var mutation = Mutation(random: random)
    if mutation.random.below(4) > 0, let tree = DocumentTree(reading: original) {
      document = mutation.changed(tree).json
    } else {
      document = mutation.changed(original)
    }
  }

  /// What is wrong with what the generator makes of a document; traps and endless loops do not come back.
  package static func faults(of document: [UInt8]) -> [String] {
    var log = DiagnosticLog()
    let input = GeneratorInput(document: SourceFile(path: "document.yaml", bytes: document))
    let output = Generator.generate(input, log: &log)
    var faults: [String] = []
    if output == nil, !log.hasErrors { faults.append("nothing is generated, and nobody says why") }
    if let output {
      faults += GeneratedCodeCheck(output.files.map { ($0.path, $0.contents) }).faults
    }
    return faults + Self.faults(of: log)
  }

  private static func faults(of log: DiagnosticLog) -> [String] {
    var faults: [String] = []
    for diagnostic in log.diagnostics.prefix(200) {
      if DiagnosticCatalog.entry(named: diagnostic.tag.name) == nil { faults.append("no entry for \(diagnostic.tag)") }
      if diagnostic.span == nil { faults.append("a finding without a place: \(diagnostic.message)") }
      let text = DiagnosticRenderer().render(diagnostic)
      let isPlain = text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
      if !isPlain { faults.append("a finding with control characters: \(diagnostic.tag)") }
    }
    return faults
  }
}
