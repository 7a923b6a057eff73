import RecastDiagnostics

/// Changes for programs: one JSON object with the members of these types, documented on the page `Differences`.
///
/// Members are only ever added while `version` stays the same.
package struct JSONChangeReport: Encodable, Sendable {
  /// Two documents with what changed between them.
  struct Comparison: Encodable {
    var old: String
    var new: String
    var summary: Summary
    var changes: [Item]
  }

  /// What the changes come to.
  struct Summary: Encodable {
    /// How many changes have a level.
    struct Levels: Encodable {
      var error: Int
      var warning: Int
      var info: Int
    }

    /// How many changes have an effect on Swift code.
    struct Effects: Encodable {
      enum CodingKeys: String, CodingKey {
        case sourceBreaking = "source-breaking"
        case behaviour, additive, none
      }

      var sourceBreaking: Int
      var behaviour: Int
      var additive: Int
      var none: Int
    }

    var levels: Levels
    var swift: Effects
    /// `major`, `minor` or `patch`; absent when nothing changed.
    var step: String?
    /// The next version, where the current one was given.
    var nextVersion: String?
  }

  /// A place in a file. Lines and columns are counted from 1, columns in Unicode scalars; the end is exclusive.
  struct Location: Encodable {
    var path: String
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
    /// The first line of the place.
    var excerpt: String
  }

  /// An effect on Swift code.
  struct Swift: Encodable {
    var effect: String
    var text: String
  }

  /// One change.
  struct Item: Encodable {
    var id: String
    var level: String
    var operation: String?
    var path: String?
    var text: String
    var wire: String
    var swift: Swift
    var note: String?
    var old: Location?
    var new: Location?
    var fingerprint: String
  }

  let version = 1
  let tool = "recast-codegen diff"
  let comparisons: [Comparison]

  init(_ comparisons: [DocumentComparison], current: SemanticVersion?) {
    var version = current
    self.comparisons = comparisons.map { comparison in
      let summary = ChangeSummary(comparison.changes, current: version)
      version = summary.next ?? version
      return Comparison(
        old: comparison.old,
        new: comparison.new,
        summary: Summary(summary),
        changes: comparison.changes.map(Item.init)
      )
    }
  }
}

extension JSONChangeReport.Summary {
  fileprivate init(_ summary: ChangeSummary) {
    levels = Levels(
      error: summary.levels[.error] ?? 0,
      warning: summary.levels[.warning] ?? 0,
      info: summary.levels[.info] ?? 0
    )
    swift = Effects(
      sourceBreaking: summary.effects[.sourceBreaking] ?? 0,
      behaviour: summary.effects[.behaviour] ?? 0,
      additive: summary.effects[.additive] ?? 0,
      none: summary.effects[SwiftEffect.none] ?? 0
    )
    step = summary.step?.rawValue
    nextVersion = summary.next?.description
  }
}

extension JSONChangeReport.Item {
  fileprivate init(_ change: Change) {
    id = change.id
    level = change.level.rawValue
    operation = change.operation?.method
    path = change.operation?.path
    text = change.text
    wire = change.wire
    swift = JSONChangeReport.Swift(effect: change.swift.rawValue, text: change.swiftText)
    note = change.note
    old = change.old.map(JSONChangeReport.Location.init)
    new = change.new.map(JSONChangeReport.Location.init)
    fingerprint = change.fingerprint
  }
}

extension JSONChangeReport.Location {
  /// Longer lines are cut: documents on one line exist.
  private static let longestExcerpt = 200

  fileprivate init(_ span: SourceSpan) {
    path = span.file.path
    (line, column) = span.start
    (endLine, endColumn) = span.end
    let end = span.file.range(ofLine: line)?.upperBound ?? span.range.upperBound
    let first = span.range.lowerBound..<max(span.range.lowerBound, min(end, span.range.upperBound))
    excerpt = String(span.file.span(first).text.prefix(Self.longestExcerpt))
  }
}
