import Foundation

/// What is known not to work, with a reason for each entry.
package struct KnownFailures: Sendable {
  /// One document that fails one check.
  package struct Entry: Sendable {
    /// The end of the document's path.
    package let document: String
    /// What fails.
    package let check: Verdict.Check
    /// Why, for people.
    package let reason: String
  }

  /// The entries in the order of the list.
  package let entries: [Entry]

  /// A list without entries.
  package init() { entries = [] }

  /// Reads a list: on each line a document, a check and a reason with tabs between them; `#` starts a comment.
  ///
  /// - Throws: ``KnownFailuresProblem`` for a line that is something else.
  package init(_ text: String) throws {
    entries = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
      guard fields.count == 3, let check = Verdict.Check(rawValue: fields[1]), !fields[2].isEmpty else {
        throw KnownFailuresProblem(line: String(line))
      }
      return Entry(document: fields[0], check: check, reason: fields[2])
    }
  }

  /// The entry for a document and a check.
  func entry(_ path: String, _ check: Verdict.Check) -> Entry? {
    entries.first { $0.check == check && Self.isSame(path, $0.document) }
  }

  /// The entries for a document.
  func entries(for path: String) -> [Entry] { entries.filter { Self.isSame(path, $0.document) } }

  /// Whether two paths name one document: the corpus may have been searched from its root or from a folder in it.
  private static func isSame(_ path: String, _ entry: String) -> Bool {
    path == entry || path.hasSuffix("/" + entry) || entry.hasSuffix("/" + path)
  }
}

/// A line that is not an entry of a list of known failures.
package struct KnownFailuresProblem: Error, CustomStringConvertible {
  let line: String

  /// What is wrong, in one line.
  package var description: String { "not a document, a check and a reason with tabs between them: \(line)" }
}
