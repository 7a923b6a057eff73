import RecastTestSupport
import Testing

@testable import RecastSwiftEmitter

@Suite("String literals")
struct StringLiteralTests {
  @Test(
    "escape what Swift would act on",
    arguments: [
      ("plain", "\"plain\""), ("a\"b", "\"a\\\"b\""), ("\\(x)", "\"\\\\(x)\""), ("a\nb\r\tc\0", "\"a\\nb\\r\\tc\\0\""),
      ("\u{2028}", "\"\\u{2028}\""), ("\u{202E}", "\"\\u{202E}\""), ("\u{7F}\u{85}", "\"\\u{7F}\\u{85}\""),
      ("größe 日本", "\"größe 日本\""), ("", "\"\""),
    ]
  )
  func escapes(_ pair: (text: String, source: String)) {
    #expect(StringLiteral(pair.text).source == pair.source)
  }

  @Test("read back as the text that they were made of")
  func roundTrip() {
    for text in HostileText.samples {
      let source = StringLiteral(text).source
      let read = LiteralLexer.value(of: source)
      // Swift compares by canonical equivalence; here every scalar counts.
      #expect(read.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars), "\(source)")
    }
  }

  @Test("stay on one line of visible characters")
  func visible() {
    for text in HostileText.samples {
      for scalar in StringLiteral(text).source.unicodeScalars {
        #expect(![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory))
      }
    }
  }

  @Test("keep their text apart from interpolations beside it")
  func interpolation() {
    let code = Code.interpolatedLiteral([.text("/a\\(b)/"), .code("id"), .text("\"/\n")])
    #expect(code.text == #""/a\\(b)/\(id)\"/\n""#)
  }
}

/// Reads a string literal as Swift does, written without a look at the code under test.
private enum LiteralLexer {
  /// The text that a literal stands for; `nil` when it is not exactly one literal without interpolations.
  static func value(of source: String) -> String? {
    var rest = Substring(source).unicodeScalars
    guard rest.popFirst() == "\"" else { return nil }
    var result = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return rest.isEmpty ? String(result) : nil
      case "\n", "\r": return nil
      case "\\":
        guard let escaped = escape(&rest) else { return nil }
        result.append(escaped)
      default: result.append(scalar)
      }
    }
    return nil
  }

  private static func escape(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    switch rest.popFirst() {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "0": return "\0"
    case "\"": return "\""
    case "\\": return "\\"
    case "u":
      guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}") else { return nil }
      let digits = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}
