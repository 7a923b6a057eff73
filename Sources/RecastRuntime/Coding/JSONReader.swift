/// Stands at one value of a JSON text that has been found valid.
///
/// Reading does not move it: a value can be looked at, tried as one type and then as another. What is not read costs
/// nothing.
public struct JSONReader: Sendable {
  let document: JSONDocument
  let index: Int
  /// The case of a union that the value is being tried as, if it is.
  let attempt: UnionAttempt?

  init(_ document: JSONDocument, at index: Int, attempt: UnionAttempt? = nil) {
    self.document = document
    self.index = index
    self.attempt = attempt
  }

  /// Checks a whole JSON text (RFC 8259, UTF-8, with or without byte order mark) and stands at its value.
  ///
  /// - Throws: `JSONError` with the offset of the first byte that is wrong.
  public init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws {
    self.init(try JSONDocument(bytes, limits: limits), at: 0)
  }

  var entry: JSONTape.Entry { document.tape.entries[index] }

  /// The kind of the value.
  public var kind: JSONKind { entry.kind }

  /// Whether the value is `null`.
  public var isNull: Bool { entry.kind == .null }

  /// The byte offset of the value in the text.
  public var offset: Int {
    let start = Int(entry.start)
    return entry.kind == .string ? start - 1 : start
  }

  /// The number of items or members; 0 for a value that has none.
  public var count: Int {
    kind.rawValue >= JSONKind.array.rawValue ? Int(entry.count) : 0
  }

  // MARK: Scalars

  /// The boolean at the reader.
  ///
  /// - Throws: `JSONError` when the value is of another kind.
  public func bool() throws -> Bool {
    guard kind == .bool else { throw mismatch(expected: .bool) }
    return document.bytes[Int(entry.start)] == UInt8(ascii: "t")
  }

  /// The text of the string at the reader.
  ///
  /// - Throws: `JSONError` when the value is of another kind.
  public func string() throws -> String {
    guard kind == .string else { throw mismatch(expected: .string) }
    return document.string(entry)
  }

  /// The number at the reader, exactly as written.
  ///
  /// - Throws: `JSONError` when the value is of another kind.
  public func number() throws -> JSONNumber {
    guard kind == .number else { throw mismatch(expected: .number) }
    return JSONNumber(validated: document.text(entry.range))
  }

  // MARK: Containers

  /// The object at the reader, to read its members by name.
  ///
  /// - Throws: `JSONError` when the value is of another kind.
  public func object() throws -> JSONObjectReader {
    guard kind == .object else { throw mismatch(expected: .object) }
    return JSONObjectReader(document, at: index, attempt: attempt)
  }

  /// Calls `body` with a reader at each item of the array, in order; errors from it get the item's index.
  ///
  /// - Throws: `JSONError` when the value is no array, and what `body` throws.
  public func forEachItem(_ body: (inout JSONReader) throws -> Void) throws {
    guard kind == .array else { throw mismatch(expected: .array) }
    var item = index + 1
    for position in 0..<count {
      var reader = JSONReader(document, at: item, attempt: attempt)
      do {
        try body(&reader)
      } catch {
        throw JSONError.passing(error, through: .index(position), offset: reader.offset)
      }
      item = document.tape.next(after: item)
    }
  }

  /// Calls `body` with the name of, and a reader at, each member of the object, in order; errors from it get the name.
  /// A name that occurs twice comes twice.
  ///
  /// - Throws: `JSONError` when the value is no object, and what `body` throws.
  public func forEachMember(_ body: (String, inout JSONReader) throws -> Void) throws {
    guard kind == .object else { throw mismatch(expected: .object) }
    var item = index + 1
    for _ in 0..<count {
      let name = document.string(document.tape.entries[item])
      var reader = JSONReader(document, at: item + 1, attempt: attempt)
      do {
        try body(name, &reader)
      } catch {
        throw JSONError.passing(error, through: .member(name), offset: reader.offset)
      }
      item = document.tape.next(after: item + 1)
    }
  }

  // MARK: Errors

  /// The error for a value of the wrong kind.
  public func mismatch(expected: JSONKind) -> JSONError {
    JSONError(.typeMismatch, "expected \(expected), found \(kind)", offset: offset)
  }

  /// The error for a value of the right kind that cannot be used.
  public func invalid(_ message: String) -> JSONError {
    JSONError(.invalidValue, message, offset: offset)
  }
}
