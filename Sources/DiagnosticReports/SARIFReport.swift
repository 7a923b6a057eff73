import RecastDiagnostics

/// Findings as a log of SARIF 2.1.0 (OASIS standard), as code scanning services read it.
package struct SARIFReport: Encodable, Sendable {
  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version
    case runs
  }

  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  /// All findings in order, and every kind of finding as a rule.
  package init(_ log: DiagnosticLog, base: ReportBase) {
    let entries = DiagnosticCatalog.stages.flatMap(\.entries)
    let positions = Dictionary(entries.enumerated().map { ($1.tag, $0) }, uniquingKeysWith: { first, _ in first })
    let results = log.diagnostics.map { Result($0, ruleIndex: positions[$0.tag], base: base) }
    runs = [Run(tool: Tool(driver: Driver(rules: entries.map(Rule.init))), results: results)]
  }

  /// One run of the generator.
  struct Run: Encodable {
    let tool: Tool
    let results: [Result]
    let columnKind = "unicodeCodePoints"
  }

  /// What ran.
  struct Tool: Encodable {
    let driver: Driver
  }

  /// The generator.
  struct Driver: Encodable {
    let name = "recast-codegen"
    let rules: [Rule]
  }

  /// Text for people.
  struct Message: Encodable {
    let text: String
    var markdown: String?
  }

  /// A kind of finding.
  struct Rule: Encodable {
    /// What a finding counts as unless the configuration says otherwise.
    struct Configuration: Encodable {
      let level: String
    }

    let id: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Message
    let defaultConfiguration: Configuration

    init(_ entry: DiagnosticCatalog.Entry) {
      id = entry.tag.name
      shortDescription = Message(text: entry.summary)
      fullDescription = Message(text: entry.explanation)
      help = Message(text: entry.remedy, markdown: entry.remedy)
      defaultConfiguration = Configuration(level: entry.weight.severity.rawValue)
    }
  }

  /// A finding.
  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int?
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?

    init(_ diagnostic: Diagnostic, ruleIndex: Int?, base: ReportBase) {
      ruleId = diagnostic.tag.name
      self.ruleIndex = ruleIndex
      level = diagnostic.severity.rawValue
      // A note without a place of its own has no other place to stand.
      let facts = diagnostic.notes.filter { $0.span == nil }.map { "\nnote: \($0.message)" }.joined()
      let help = diagnostic.help.map { "\nhelp: \($0)" } ?? ""
      message = Message(text: diagnostic.message + facts + help)
      locations = diagnostic.span.map { [Location($0, message: diagnostic.label, base: base)] } ?? []
      let related = diagnostic.notes.compactMap { note in
        note.span.map { Location($0, message: note.message, base: base) }
      }
      relatedLocations = related.isEmpty ? nil : related
    }
  }

  /// A place in a file, and what is to be said of it.
  struct Location: Encodable {
    /// Where it is.
    struct Physical: Encodable {
      let artifactLocation: Artifact
      let region: Region
    }

    /// The file.
    struct Artifact: Encodable {
      let uri: String
      let uriBaseId: String?
    }

    /// The part of the file; lines and columns are counted from 1, and the end is exclusive.
    struct Region: Encodable {
      let startLine: Int
      let startColumn: Int
      let endLine: Int
      let endColumn: Int
    }

    let physicalLocation: Physical
    let message: Message?

    init(_ span: SourceSpan, message: String?, base: ReportBase) {
      let uri = base.uri(of: span.file.path)
      let (start, end) = (span.start, span.end)
      physicalLocation = Physical(
        artifactLocation: Artifact(uri: uri, uriBaseId: uri.hasPrefix("file:") ? nil : "%SRCROOT%"),
        region: Region(startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
      )
      self.message = message.map { Message(text: $0) }
    }
  }
}
