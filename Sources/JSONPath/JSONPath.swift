import RecastDiagnostics

/// A path into a document: a JSONPath query (RFC 9535) that was read and found well-formed and well-typed.
package struct JSONPath: Sendable {
  /// The path as it is written.
  package let text: String
  /// Where the path is written.
  package let span: SourceSpan
  /// What is odd about the path, though it can be followed.
  package let remarks: [JSONPathProblem]
  let query: PathQuery
  let written: WrittenText

  /// Reads a path.
  ///
  /// - Parameters:
  ///   - text: the path.
  ///   - span: where it is written, perhaps in quotes or over several lines.
  /// - Returns: the path, or the first thing that is wrong with it.
  package static func parse(_ text: String, writtenAt span: SourceSpan) -> Result<JSONPath, JSONPathProblem> {
    var parser = PathParser(text, writtenAt: span)
    do throws(JSONPathProblem) {
      let query = try parser.parsePath()
      return .success(
        JSONPath(text: text, span: span, remarks: parser.remarks, query: query, written: parser.written)
      )
    } catch {
      return .failure(error)
    }
  }

  /// Whether the path is `$`, the document as a whole.
  package var isRoot: Bool { query.segments.isEmpty }
}

/// Why a text is no JSONPath, or what is odd about it.
package struct JSONPathProblem: Error, Sendable {
  /// What is wrong, in lower case and without a full stop.
  package let message: String
  /// The part of the path that shows it.
  package let span: SourceSpan
  /// What to do about it.
  package let help: String?
}
