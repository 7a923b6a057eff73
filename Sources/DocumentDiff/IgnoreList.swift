/// Changes that somebody has looked at and does not want to see again.
///
/// A file with a rule per line:
///
///     # accepted on 2026-09-18
///     3f2a9c0d11be
///     response-optional-property-removed GET /v1/clients/{client_slug}/forecasts/{id}
///     endpoint-added
package struct IgnoreList: Sendable {
  /// A line that is neither empty nor a comment.
  private struct Rule: Sendable {
    /// A fingerprint or an id.
    var subject: String
    var operation: Change.Operation?
    var line: Int
  }

  private let rules: [Rule]

  /// Reads the lines of a file.
  package init(reading text: String) {
    rules = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { position, line in
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let subject = words.first else { return nil }
      let operation = words.count > 2 ? Change.Operation(method: words[1].uppercased(), path: words[2]) : nil
      return Rule(subject: subject, operation: operation, line: position + 1)
    }
  }

  /// The changes that no rule names, and the lines of rules that name none.
  package func remaining(of changes: [Change]) -> (changes: [Change], unusedLines: [Int]) {
    var used: Set<Int> = []
    let left = changes.filter { change in
      let matching = rules.filter { rule in
        (rule.subject == change.fingerprint || rule.subject == change.id)
          && (rule.operation == nil || rule.operation == change.operation)
      }
      used.formUnion(matching.map(\.line))
      return matching.isEmpty
    }
    return (left, rules.map(\.line).filter { !used.contains($0) })
  }
}
