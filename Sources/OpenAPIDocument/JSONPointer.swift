import RecastDiagnostics

/// A JSON pointer (RFC 6901) into a request or response body, such as `/results/downloads`.
package struct JSONPointer: Sendable, CustomStringConvertible {
  /// The member names from the root down, unescaped.
  package let tokens: [String]
  /// Where the pointer was written.
  package let span: SourceSpan

  /// Reads a pointer; `nil` when the text is neither empty nor starts with `/`.
  package init?(_ text: String, span: SourceSpan) {
    guard text.isEmpty || text.hasPrefix("/") else { return nil }
    self.tokens = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      Self.unescaped(String($0))
    }
    self.span = span
  }

  /// The pointer as RFC 6901 writes it.
  package var description: String {
    tokens.map {
      "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1")
    }.joined()
  }

  /// One reference token without its escapes: `~1` is `/`, `~0` is `~`.
  static func unescaped(_ token: String) -> String {
    token.utf8.contains(UInt8(ascii: "~")) ? token.replacing("~1", with: "/").replacing("~0", with: "~") : token
  }
}
