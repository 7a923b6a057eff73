/// How scalars are written so that they read back as what they are.
enum ValueText {
  /// Text in double quotes, with escapes that YAML and JSON both have.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
      default:
        // All that is not printable has four digits.
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
    }
    return quoted + "\""
  }

  /// Whether a scalar may stand in YAML as it is, means nothing else there, and is seen: no line breaks, no marks that
  /// change the direction of text, no spaces without width.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x200A, 0x200C...0x200D, 0x2010...0x2027, 0x202F...0x2065, 0x206A...0xD7FF: true
    case 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...: true
    default: false
    }
  }

  /// Text as a scalar of YAML on one line: without quotes where nobody could take it for anything else.
  static func yaml(_ text: String) -> String {
    if isPlain(text) { return text }
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }),
      text.unicodeScalars.allSatisfy(isPrintable)
    else { return quoted(text) }
    return "'" + text.replacing("'", with: "''") + "'"
  }

  /// What YAML 1.1 takes for true or false, and many tools with it.
  private static let oldBooleans: Set<String> = ["y", "n", "yes", "no", "on", "off"]

  private static func isPlain(_ text: String) -> Bool {
    var text = text
    let isString = text.withUTF8 { ScalarResolution.kind(of: $0) == .string }
    guard isString, let first = text.utf8.first, let last = text.utf8.last else { return false }
    // Digits, signs and dots begin dates, versions and numbers, which different readers take for different things.
    guard !"-?:,[]{}#&*!|>'\"%@` =<~+.0123456789".utf8.contains(first),
      last != UInt8(ascii: ":"), last != UInt8(ascii: " "), !oldBooleans.contains(text.lowercased())
    else { return false }
    // `: ` and ` #` end a text without quotes.
    let isEnded = zip(text.utf8, text.utf8.dropFirst()).contains {
      ($0 == 0x3A && $1 == 0x20) || ($0 == 0x20 && $1 == 0x23)
    }
    return !isEnded && text.unicodeScalars.allSatisfy(isPrintable)
  }

  /// A scalar that is no string as YAML; with a tag where its text alone would be taken for something else.
  static func yaml(_ text: String, _ kind: YAMLNode.Kind) -> String {
    var text = text
    let isClear = text.withUTF8 { ScalarResolution.kind(of: $0) == kind }
    switch kind {
    case .null: return "null"
    case .bool: return isClear ? text : "!!bool \(quoted(text))"
    case .integer: return isClear ? text : "!!int \(quoted(text))"
    case .float: return isClear ? text : "!!float \(quoted(text))"
    case .string, .sequence, .mapping: return yaml(text)
    }
  }

  /// A scalar that is no string as JSON. JSON has no infinity and no "not a number"; they become text.
  static func json(_ text: String, _ kind: YAMLNode.Kind) -> String {
    switch kind {
    case .null: "null"
    case .bool: text.lowercased()
    case .integer, .float: jsonNumber(text) ?? quoted(text)
    case .string, .sequence, .mapping: quoted(text)
    }
  }

  /// JSON has one notation for whole numbers, and digits on both sides of a point.
  private static func jsonNumber(_ text: String) -> String? {
    if text.hasPrefix("0x") { return UInt64(text.dropFirst(2), radix: 16).map(String.init) }
    if text.hasPrefix("0o") { return UInt64(text.dropFirst(2), radix: 8).map(String.init) }
    let sign = text.hasPrefix("-") ? "-" : ""
    let rest = text.drop { $0 == "-" || $0 == "+" }
    let exponent = rest.drop { $0 != "e" && $0 != "E" }
    let parts = rest.dropLast(exponent.count).split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      return nil
    }
    let digits = whole.drop { $0 == "0" }
    let fraction = parts.count < 2 ? "" : "." + (parts[1].isEmpty ? "0" : parts[1])
    return sign + (digits.isEmpty ? "0" : digits) + fraction + exponent
  }
}
