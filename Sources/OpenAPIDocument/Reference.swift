import RecastDiagnostics
import RecastYAMLReader

/// A `$ref` as it was written: unresolved.
package struct Reference: Sendable {
  /// The text of the reference, for example `#/components/schemas/Report`.
  package let text: String
  /// Where the reference was written.
  package let span: SourceSpan

  /// Takes a reference as it was written.
  package init(text: String, span: SourceSpan) {
    self.text = text
    self.span = span
  }

  /// A reference to a schema component, for one that the document does not write out.
  package init(toSchema name: String, span: SourceSpan) {
    let escapes = [("~", "~0"), ("/", "~1"), ("%", "%25")]
    let token = escapes.reduce(name) { $0.replacing($1.0, with: $1.1) }
    self.init(text: "#/components/schemas/\(token)", span: span)
  }

  /// The name of a component of the given kind that this reference points at, or `nil` when it points elsewhere.
  ///
  /// `~1` and `~0` are read as RFC 6901 says, percent-encoding as RFC 3986 says.
  package func componentName(in kind: Components.Kind) -> String? {
    let prefix = "#/components/\(kind.rawValue)/"
    guard text.hasPrefix(prefix) else { return nil }
    let token = text.dropFirst(prefix.count)
    guard !token.isEmpty, !token.contains("/") else { return nil }
    return JSONPointer.unescaped(String(token).removingPercentEncodingOrSelf)
  }
}

/// An object of the document, or a reference to one.
package indirect enum Referenced<Object: Sendable>: Sendable {
  /// The object itself, written in place.
  case object(Object)
  /// A reference to an object elsewhere.
  case reference(Reference)
}

extension String {
  /// The text with `%xx` sequences decoded, or the text itself when they are not valid UTF-8.
  fileprivate var removingPercentEncodingOrSelf: String {
    guard contains("%") else { return self }
    var bytes: [UInt8] = []
    var rest = Substring(self).utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let decoded = UInt8(String(rest.prefix(2)) ?? "", radix: 16), rest.count >= 2 {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}
