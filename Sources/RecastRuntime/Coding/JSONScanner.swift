/// Reads a JSON text once, strictly by RFC 8259, and notes its structure. Nothing in it recurses.
struct JSONScanner {
  let bytes: [UInt8]
  let limits: JSONLimits
  var tape = JSONTape()
  var offset = 0
  /// Tape indices of the containers that are not closed yet.
  private var open: [Int] = []
  /// Reused for the search for duplicate names.
  var fingerprints: [UInt32] = []

  init(_ bytes: [UInt8], limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// What may come next.
  private enum Expectation {
    case value
    case firstItemOrEnd
    case firstNameOrEnd
    case name
    case commaOrEnd
    case nothing
  }

  /// Fills the tape.
  ///
  /// - Throws: `JSONError` with the offset of the first byte that is wrong.
  mutating func scan() throws {
    guard bytes.count < Int(UInt32.max) else {
      throw JSONError(.syntax, "a JSON text of 4 GiB or more cannot be read", offset: 0)
    }
    // RFC 8259 §8.1 lets a parser ignore a byte order mark.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    tape.entries.reserveCapacity(bytes.count / 12 + 1)
    var expected = Expectation.value
    while expected != .nothing {
      skipWhitespace()
      guard offset < bytes.count else { throw unexpectedEnd() }
      let byte = bytes[offset]
      switch expected {
      case .firstItemOrEnd where byte == UInt8(ascii: "]"): expected = close()
      case .firstNameOrEnd where byte == UInt8(ascii: "}"): expected = close()
      case .value, .firstItemOrEnd: expected = try scanValue(byte)
      case .name, .firstNameOrEnd: expected = try scanName(byte)
      case .commaOrEnd: expected = try scanSeparator(byte)
      case .nothing: break
      }
    }
    skipWhitespace()
    guard offset == bytes.count else {
      throw unexpected(bytes[offset], wanted: "the end of the text")
    }
  }

  private mutating func scanValue(_ byte: UInt8) throws -> Expectation {
    if let parent = open.last, tape.entries[parent].kind == .array {
      tape.entries[parent].count += 1
    }
    switch byte {
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
    case UInt8(ascii: "{"):
      try openContainer(.object)
      return .firstNameOrEnd
    case UInt8(ascii: "["):
      try openContainer(.array)
      return .firstItemOrEnd
    case UInt8(ascii: "t"): try scanWord("true", .bool)
    case UInt8(ascii: "f"): try scanWord("false", .bool)
    case UInt8(ascii: "n"): try scanWord("null", .null)
    default: throw unexpected(byte, wanted: "a value")
    }
    return open.isEmpty ? .nothing : .commaOrEnd
  }

  private mutating func scanName(_ byte: UInt8) throws -> Expectation {
    guard byte == UInt8(ascii: "\"") else { throw unexpected(byte, wanted: "a member's name in quotes") }
    if let parent = open.last {
      tape.entries[parent].count += 1
    }
    let name = tape.entries.count
    try scanString()
    tape.entries[name].count = fingerprint(tape.entries[name].range)
    skipWhitespace()
    guard offset < bytes.count else { throw unexpectedEnd() }
    guard bytes[offset] == UInt8(ascii: ":") else { throw unexpected(bytes[offset], wanted: "a colon") }
    offset += 1
    return .value
  }

  private mutating func scanSeparator(_ byte: UInt8) throws -> Expectation {
    let isObject = open.last.map { tape.entries[$0].kind == .object } ?? false
    if byte == UInt8(ascii: ",") {
      offset += 1
      return isObject ? .name : .value
    }
    guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
      throw unexpected(byte, wanted: isObject ? "a comma or `}`" : "a comma or `]`")
    }
    return close()
  }

  private mutating func openContainer(_ kind: JSONKind) throws {
    guard open.count < limits.depth else {
      throw JSONError(.tooDeep, "arrays and objects nested deeper than \(limits.depth) levels", offset: offset)
    }
    open.append(tape.entries.count)
    tape.entries.append(.init(start: UInt32(offset), extent: 0, count: 0, kind: kind, flags: 0))
    offset += 1
  }

  private mutating func close() -> Expectation {
    offset += 1
    if let index = open.popLast() {
      tape.entries[index].extent = UInt32(tape.entries.count)
      if tape.entries[index].kind == .object, mayHaveDuplicates(index) {
        tape.entries[index].flags |= JSONTape.Entry.mayHaveDuplicates
      }
    }
    return open.isEmpty ? .nothing : .commaOrEnd
  }

  private mutating func scanWord(_ word: String, _ kind: JSONKind) throws {
    let start = offset
    for byte in word.utf8 {
      guard offset < bytes.count else { throw unexpectedEnd() }
      guard bytes[offset] == byte else { throw unexpected(bytes[offset], wanted: "`\(word)`") }
      offset += 1
    }
    tape.entries.append(.init(start: UInt32(start), extent: UInt32(offset), count: 0, kind: kind, flags: 0))
  }

  private mutating func skipWhitespace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  func unexpectedEnd() -> JSONError {
    JSONError(.syntax, "the JSON text ends too early", offset: bytes.count)
  }

  func unexpected(_ byte: UInt8, wanted: String) -> JSONError {
    let found =
      (0x21...0x7E).contains(byte) ? "`\(Character(UnicodeScalar(byte)))`" : "byte 0x\(String(byte, radix: 16))"
    return JSONError(.syntax, "expected \(wanted), found \(found)", offset: offset)
  }
}
