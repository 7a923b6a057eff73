import RecastDiagnostics

/// Findings for programs: one JSON object with the members of these types, documented on the page `Diagnostics`.
///
/// Members are only ever added while `version` stays the same.
package struct JSONReport: Encodable, Sendable {
  /// A place in a file. Lines and columns are counted from 1, columns in Unicode scalars; the end is exclusive.
  struct Location: Encodable {
    var path: String
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
  }

  /// A fact that belongs to a finding.
  struct Note: Encodable {
    var message: String
    var location: Location?
  }

  /// One finding.
  struct Finding: Encodable {
    var severity: String
    var tag: String
    var message: String
    var location: Location?
    var label: String?
    var notes: [Note]
    var help: String?
  }

  /// How many findings there are of each severity, those included that are too many to be listed.
  struct Summary: Encodable {
    var errors: Int
    var warnings: Int
    var notes: Int
    var omitted: Int
  }

  let version = 1
  let tool = "recast-codegen"
  let summary: Summary
  let diagnostics: [Finding]

  /// All findings in order.
  package init(_ log: DiagnosticLog) {
    summary = Summary(
      errors: log.count(of: .error),
      warnings: log.count(of: .warning),
      notes: log.count(of: .note),
      omitted: log.omittedCount
    )
    diagnostics = log.diagnostics.map(Finding.init)
  }
}

extension JSONReport.Finding {
  fileprivate init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    tag = diagnostic.tag.name
    message = diagnostic.message
    location = diagnostic.span.map(JSONReport.Location.init)
    label = diagnostic.label
    notes = diagnostic.notes.map {
      JSONReport.Note(message: $0.message, location: $0.span.map(JSONReport.Location.init))
    }
    help = diagnostic.help
  }
}

extension JSONReport.Location {
  fileprivate init(_ span: SourceSpan) {
    path = span.file.path
    (line, column) = span.start
    (endLine, endColumn) = span.end
  }
}
