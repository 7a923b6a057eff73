import RecastDiagnostics

/// Why a text is not YAML, as libyaml sees it.
struct SyntaxProblem {
  /// libyaml's words for what it found.
  var message: String
  /// libyaml's words for what it was reading, such as `while scanning a quoted scalar`.
  var context: String?
  /// The place in the file, in bytes.
  var offset: Int
  /// Where the thing begins that was being read.
  var contextOffset: Int?
  /// Whether the bytes are no text at all, or hold a character that YAML forbids.
  var isEncodingProblem = false
}

extension SyntaxProblem {
  /// Reports the problem in plain words.
  func report(in file: SourceFile, log: inout DiagnosticLog) {
    log.error(.yamlSyntax, message, at: file.span(offset..<offset + 1))
  }
}
