/// Reads generated Swift as a compiler would, and knows nothing of the emitter that printed it.
///
/// It accepts less than Swift has: no block comments, no raw strings, none over several lines, no directives, no white
/// space but spaces and line feeds. The emitter prints none of these, so that one of them is text that broke out.
package struct SwiftLexer {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var source = SwiftSource()
  private var open: [UInt8] = []

  /// Reads a file.
  package static func read(_ text: String) -> SwiftSource {
    var lexer = SwiftLexer(bytes: Array(text.utf8))
    lexer.checkCharacters(text)
    while let byte = lexer.peek() { lexer.take(byte) }
    if !lexer.open.isEmpty { lexer.fault("a bracket is never closed") }
    return lexer.source
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func peek(_ distance: Int = 0) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  private mutating func fault(_ text: String) { source.faults.append("line \(line): \(text)") }

  private mutating func take(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"):
      line += 1
      offset += 1
    case UInt8(ascii: " "): offset += 1
    case UInt8(ascii: "\""): string()
    case UInt8(ascii: "`"): quotedWord()
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): comment()
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
      fault("a block comment")
      offset += 2
    case UInt8(ascii: "@"):
      offset += 1
      source.tokens.append(.attribute(word()))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case _ where Self.isLetter(byte): source.tokens.append(.word(word(), isQuoted: false))
    default: mark(byte)
    }
  }

  /// Documentation, and the notice that is the first line of every file.
  private mutating func comment() {
    let start = offset
    while let byte = peek(), byte != UInt8(ascii: "\n") { offset += 1 }
    let isDocumentation = bytes[start..<offset].starts(with: Array("///".utf8))
    if !isDocumentation, start > 0 { fault("a comment that is no documentation") }
  }

  private mutating func mark(_ byte: UInt8) {
    offset += 1
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
    case UInt8(ascii: ")"): close(UInt8(ascii: "("))
    case UInt8(ascii: "]"): close(UInt8(ascii: "["))
    case UInt8(ascii: "}"): close(UInt8(ascii: "{"))
    case _ where "=&|<>?!+-*/%^~,:.$".utf8.contains(byte): break
    default: fault("`\(Character(UnicodeScalar(byte)))` in code")
    }
    source.tokens.append(.mark(Character(UnicodeScalar(byte))))
  }

  private mutating func close(_ opening: UInt8) {
    if open.last == opening { open.removeLast() } else { fault("a bracket is closed that is not open") }
  }

  private mutating func number() {
    while let byte = peek(), Self.isWord(byte) || (byte == UInt8(ascii: ".") && peek(1).map(Self.isDigit) == true) {
      offset += 1
    }
    source.tokens.append(.number)
  }

  private mutating func word() -> String {
    let start = offset
    while let byte = peek(), Self.isWord(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func quotedWord() {
    offset += 1
    let text = word()
    if text.isEmpty || peek() != UInt8(ascii: "`") { fault("backticks around more than a word") }
    offset += 1
    source.tokens.append(.word(text, isQuoted: true))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Letters of other scripts count as they come: what is none of a letter among them is found by its category.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}

extension SwiftLexer {
  /// A literal on one line. What is interpolated is code like all other.
  private mutating func string() {
    offset += 1
    if peek() == UInt8(ascii: "\""), peek(1) == UInt8(ascii: "\"") { fault("a string over several lines") }
    source.tokens.append(.text)
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return
      case UInt8(ascii: "\n"): return fault("a string that is not closed")
      case UInt8(ascii: "\\"): escape()
      default: offset += 1
      }
    }
    fault("a string that is not closed")
  }

  private mutating func escape() {
    offset += 2
    switch bytes.indices.contains(offset - 1) ? bytes[offset - 1] : 0 {
    case UInt8(ascii: "("): interpolation()
    case UInt8(ascii: "u"): scalar()
    case let byte where "0\\tnr\"'".utf8.contains(byte): break
    default: fault("an escape that does not exist")
    }
  }

  private mutating func interpolation() {
    let depth = open.count
    offset -= 1
    mark(UInt8(ascii: "("))
    while open.count > depth, let byte = peek(), byte != UInt8(ascii: "\n") { take(byte) }
    if open.count != depth { fault("an interpolation that is not closed") }
    source.tokens.append(.text)
  }

  private mutating func scalar() {
    let start = offset + 1
    while let byte = peek(), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\n") {
      offset += 1
    }
    let digits = start <= offset ? String(decoding: bytes[start..<offset], as: UTF8.self) : ""
    guard start <= offset, bytes[start - 1] == UInt8(ascii: "{"), peek() == UInt8(ascii: "}"),
      UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) != nil
    else {
      return fault("`\\u` without a scalar")
    }
    offset += 1
  }

  /// Characters that are invisible, turn the direction of writing or end a line stand nowhere; the others that are not
  /// ASCII stand in text, or are letters.
  private mutating func checkCharacters(_ text: String) {
    for scalar in text.unicodeScalars where scalar != "\n" && (scalar.value < 0x20 || scalar.value > 0x7E) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
        return fault("the character U+\(String(scalar.value, radix: 16, uppercase: true))")
      default: continue
      }
    }
  }
}
