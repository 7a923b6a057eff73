/// What an unquoted scalar is by the core schema of YAML 1.2 (section 10.3.2).
enum ScalarResolution {
  /// The kind of an unquoted, untagged scalar.
  static func kind(of text: UnsafeBufferPointer<UInt8>) -> YAMLNode.Kind {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"): return text.count == 1 ? .null : .string
    case UInt8(ascii: "n"), UInt8(ascii: "N"): return isOne(of: ["null", "Null", "NULL"], text) ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"): return isOne(of: ["true", "True", "TRUE"], text) ? .bool : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return isOne(of: ["false", "False", "FALSE"], text) ? .bool : .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return numberKind(of: text)
    default: return .string
    }
  }

  private static func numberKind(of text: UnsafeBufferPointer<UInt8>) -> YAMLNode.Kind {
    if isPrefixedInteger(text) { return .integer }
    var rest = text[...]
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if isSpecialFloat(UnsafeBufferPointer(rebasing: rest), signed: rest.count < text.count) { return .float }
    let whole = skipDigits(&rest)
    if whole > 0, rest.isEmpty { return .integer }
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = skipDigits(&rest)
    }
    guard whole > 0 || fraction > 0 else { return .string }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard skipDigits(&rest) > 0 else { return .string }
    }
    return rest.isEmpty ? .float : .string
  }

  /// `0o17` or `0x1F`.
  private static func isPrefixedInteger(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 2, text[0] == UInt8(ascii: "0") else { return false }
    switch text[1] {
    case UInt8(ascii: "o"): return text[2...].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
    case UInt8(ascii: "x"): return text[2...].allSatisfy(\.isHexDigit)
    default: return false
    }
  }

  private static func isSpecialFloat(_ text: UnsafeBufferPointer<UInt8>, signed: Bool) -> Bool {
    isOne(of: [".inf", ".Inf", ".INF"], text) || (!signed && isOne(of: [".nan", ".NaN", ".NAN"], text))
  }

  private static func skipDigits(_ text: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let count = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    text = text.dropFirst(count)
    return count
  }

  private static func isOne(of words: [StaticString], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    words.contains { text.hasSameBytes(as: $0) }
  }
}

extension UInt8 {
  var isHexDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
