/// A Swift string literal that stands for exactly the given text, whatever the text is.
struct StringLiteral: Sendable {
  /// What stands between the quotes, on one line.
  let inside: String

  init(_ text: String) { inside = Self.escaped(text) }

  /// The literal with its quotes.
  var source: String { "\"" + inside + "\"" }

  /// The inside of a literal.
  ///
  /// Everything that could end the literal, start an interpolation, break the line or be invisible is escaped.
  static func escaped(_ text: String) -> String {
    // Nearly all texts are printable ASCII without quotes, and stay as they are.
    if text.isBytes({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0": result += "\\0"
      default:
        if isVisible(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
      }
    }
    return result
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
    default: return true
    }
  }
}
