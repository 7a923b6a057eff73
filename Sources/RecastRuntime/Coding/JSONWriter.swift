/// Writes one JSON text (RFC 8259) as UTF-8, members in the order in which they come, with as few escapes as possible.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Layout: Hashable, Sendable {
    /// Without any white space.
    case compact
    /// One item or member per line, indented by two spaces.
    case pretty
  }

  /// The text written so far.
  public private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private let limits: JSONLimits
  private var depth = 0

  /// Creates a writer with nothing written.
  public init(_ layout: Layout = .compact, limits: JSONLimits = JSONLimits()) {
    self.layout = layout
    self.limits = limits
  }

  // MARK: Scalars

  /// Writes `null`.
  public mutating func null() {
    bytes.append(contentsOf: [0x6E, 0x75, 0x6C, 0x6C])
  }

  /// Writes a boolean.
  public mutating func bool(_ value: Bool) {
    raw(value ? "true" : "false")
  }

  /// Writes an integer.
  public mutating func integer(_ value: some BinaryInteger) {
    raw(value.description)
  }

  /// Writes a number exactly as its text has it.
  public mutating func number(_ value: JSONNumber) {
    raw(value.text)
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    var value = value
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  // MARK: Containers

  /// Writes an object; `body` adds its members, and `unknownMembers` follow after them.
  ///
  /// - Throws: `JSONError` when objects and arrays lie too deep in each other, and what `body` throws.
  public mutating func object(
    unknownMembers: UnknownMembers = UnknownMembers(),
    _ body: (inout JSONObjectWriter) throws -> Void
  ) throws {
    try open(UInt8(ascii: "{"))
    var object = JSONObjectWriter(unknownMembers)
    // The text moves into the object's writer and back: a copy of it would be written each time.
    swap(&self, &object.json)
    defer { swap(&self, &object.json) }
    try body(&object)
    try object.finish()
    object.json.close(UInt8(ascii: "}"), isEmpty: object.isEmpty)
  }

  /// Writes an array of as many items as `items` has; `body` writes each.
  ///
  /// - Throws: `JSONError` when objects and arrays lie too deep in each other, and what `body` throws, with the index.
  public mutating func array<Items: Sequence>(
    _ items: Items,
    _ body: (Items.Element, inout JSONWriter) throws -> Void
  ) throws {
    try open(UInt8(ascii: "["))
    var position = 0
    for item in items {
      separate(isFirst: position == 0)
      do {
        try body(item, &self)
      } catch {
        throw JSONError.passing(error, through: .index(position))
      }
      position += 1
    }
    close(UInt8(ascii: "]"), isEmpty: position == 0)
  }

  private mutating func open(_ bracket: UInt8) throws {
    guard depth < limits.depth else {
      throw JSONError(.unwritable, "arrays and objects nested deeper than \(limits.depth) levels")
    }
    depth += 1
    bytes.append(bracket)
  }

  private mutating func close(_ bracket: UInt8, isEmpty: Bool) {
    depth -= 1
    if !isEmpty { newLine() }
    bytes.append(bracket)
  }

  // MARK: Pieces

  /// Goes to where the next item or member begins.
  mutating func separate(isFirst: Bool) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    newLine()
  }

  /// Writes a member's name and the colon.
  mutating func name(_ name: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func newLine() {
    guard layout == .pretty else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var plain = 0
    for index in 0..<text.count {
      let byte = text[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      bytes.append(contentsOf: text[plain..<index])
      bytes.append(contentsOf: JSONStringEscapes.sequence(for: byte))
      plain = index + 1
    }
    bytes.append(contentsOf: text[plain..<text.count])
  }
}

extension JSONStringEscapes {
  /// The shortest escape sequence for a byte that must not stand in a string as it is.
  static func sequence(for byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x08: Array(#"\b"#.utf8)
    case 0x09: Array(#"\t"#.utf8)
    case 0x0A: Array(#"\n"#.utf8)
    case 0x0C: Array(#"\f"#.utf8)
    case 0x0D: Array(#"\r"#.utf8)
    case 0x22: Array(#"\""#.utf8)
    case 0x5C: Array(#"\\"#.utf8)
    default: Array((byte < 0x10 ? #"\u000"# : #"\u00"#).utf8) + Array(String(byte, radix: 16).utf8)
    }
  }
}
