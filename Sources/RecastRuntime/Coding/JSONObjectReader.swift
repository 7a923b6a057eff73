/// Reads the members of one object by name, and remembers which were read.
///
/// Members that stand in the order in which they are asked for are found at once; a search begins after the member
/// found last. A name that occurs twice has its last value.
public struct JSONObjectReader: Sendable {
  private let document: JSONDocument
  private let attempt: UnionAttempt?
  private let object: Int
  private let count: Int
  private let mayHaveDuplicates: Bool
  /// The member to look at first: its tape index and its position in the object.
  private var next: (index: Int, position: Int)
  private var read = PositionSet()
  private var nulls: [String] = []
  private var texts: [String: String] = [:]
  /// Optional members of other types than strings that were empty strings.
  private var blanks: [String] = []
  /// What the first member said that could not be read, though a value had to be returned for it. Were each member to
  /// throw, each would be compiled with a way out that frees all members before it, in every schema.
  private(set) var failure: (any Error)?

  init(_ document: JSONDocument, at index: Int, attempt: UnionAttempt? = nil) {
    let entry = document.tape.entries[index]
    self.document = document
    self.attempt = attempt
    object = index
    count = Int(entry.count)
    mayHaveDuplicates = entry.has(JSONTape.Entry.mayHaveDuplicates)
    next = (index + 1, 0)
  }

  /// A reader at the object as a whole.
  public var whole: JSONReader { JSONReader(document, at: object, attempt: attempt) }

  // MARK: Members by name

  /// Reads a member that must be there.
  ///
  /// - Throws: `JSONError` when it is absent, or when `Value` cannot be read from it.
  public mutating func required<Value: JSONCodable>(_ name: StaticString) throws -> Value {
    guard let index = find(name) else { throw failure ?? missing(name) }
    return try value(at: index, name)
  }

  /// Reads a member that must be there; when it cannot be read, `substitute` takes its place until the error is thrown
  /// for the object as a whole.
  mutating func required<Value: JSONCodable>(_ name: StaticString, substitute: Value) -> Value {
    do {
      return try required(name)
    } catch {
      failure = failure ?? error
      return substitute
    }
  }

  /// Reads a member that may be absent. A null is nil too, and is remembered in `unknownMembers()`; and so is an empty
  /// string that `Value` cannot be read from, which many servers send for "none". When `Value` cannot be read from
  /// something else, that is an error of the object as a whole.
  public mutating func optional<Value: JSONCodable>(_ name: StaticString) -> Value? {
    guard let index = find(name) else { return nil }
    if document.tape.entries[index].kind == .null {
      nulls.append("\(name)")
      return nil
    }
    do {
      // Without the type an optional would be read, which knows nothing about spellings.
      return try value(at: index, name) as Value
    } catch {
      let entry = document.tape.entries[index]
      if attempt == nil, entry.kind == .string, entry.range.isEmpty {
        blanks.append("\(name)")
      } else {
        failure = error
      }
      return nil
    }
  }

  /// Reads a member that must be there, but may be null. When it is absent, or `Value` cannot be read from it, that is
  /// an error of the object as a whole.
  public mutating func requiredNullable<Value: JSONCodable>(_ name: StaticString) -> Value? {
    do {
      guard let index = find(name) else { throw failure ?? missing(name) }
      return document.tape.entries[index].kind == .null ? nil : try value(at: index, name) as Value
    } catch {
      failure = failure ?? error
      return nil
    }
  }

  /// Ends the reading.
  ///
  /// - Throws: what the first member that could not be read said.
  func finish() throws {
    if let failure { throw failure }
  }

  // MARK: The other members

  /// Reads all members that were not read yet, for a schema whose additional properties have a type.
  ///
  /// - Throws: `JSONError` when `Value` cannot be read from one of them, or a member before could not be read.
  public mutating func additional<Value: JSONCodable>() throws -> [String: Value] {
    try finish()
    var values: [String: Value] = [:]
    let form = Value.textForm
    var texts = texts
    defer { self.texts = texts }
    try forEachUnread { name, index in
      var reader = JSONReader(document, at: index, attempt: attempt)
      do {
        values[name] = try Value(from: &reader)
      } catch {
        throw JSONError.passing(error, through: .member(name), offset: reader.offset)
      }
      if let form, let value = values[name] { texts[name] = form.unusualText(value, reader) }
    }
    for position in 0..<count {
      read.insert(position)
    }
    return values
  }

  /// The members that were not read yet, and the names of the optional members that were null.
  ///
  /// - Throws: `JSONError` when a member before could not be read.
  public func unknownMembers() throws -> UnknownMembers {
    try finish()
    if read.count == count { return knownOnly() }
    attempt?.note(count - read.count)
    var members = keptBlanks
    try forEachUnread { name, index in
      var reader = JSONReader(document, at: index, attempt: attempt)
      members[name] = try JSONValue(from: &reader)
    }
    return UnknownMembers(members, nulls: nulls, texts: texts)
  }

  /// The names of the optional members that were null, for a schema that allows no other members: those are dropped.
  ///
  /// - Throws: `JSONError` when a member before could not be read.
  public func closedMembers() throws -> UnknownMembers {
    try finish()
    // Where cases of a union are tried, what a case does not know tells that it is not the one.
    return attempt == nil ? knownOnly() : try unknownMembers()
  }

  private func knownOnly() -> UnknownMembers {
    nulls.isEmpty && texts.isEmpty && blanks.isEmpty
      ? UnknownMembers() : UnknownMembers(keptBlanks, nulls: nulls, texts: texts)
  }

  private var keptBlanks: JSONObject { JSONObject(blanks.map { ($0, "") }) }

  private func forEachUnread(_ body: (String, Int) throws -> Void) throws {
    guard read.count < count else { return }
    var index = object + 1
    for position in 0..<count {
      if !read.contains(position) {
        try body(document.string(document.tape.entries[index]), index + 1)
      }
      index = document.tape.next(after: index + 1)
    }
  }

  // MARK: Search

  /// The tape index of the value of a member, which counts as read from now on. Nothing is found after a failure.
  mutating func find(_ name: StaticString) -> Int? {
    guard failure == nil else { return nil }
    return name.withUTF8Buffer { mayHaveDuplicates ? findLast($0) : findNext($0) }
  }

  private mutating func findNext(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    var (index, position) = next
    for _ in 0..<count {
      if position == count { (index, position) = (object + 1, 0) }
      let isFound = document.isString(document.tape.entries[index], equalTo: name)
      let after = document.tape.next(after: index + 1)
      if isFound {
        next = (after, position + 1)
        read.insert(position)
        return index + 1
      }
      (index, position) = (after, position + 1)
    }
    return nil
  }

  private mutating func findLast(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    var found: Int?
    var index = object + 1
    for position in 0..<count {
      if document.isString(document.tape.entries[index], equalTo: name) {
        read.insert(position)
        found = index + 1
      }
      index = document.tape.next(after: index + 1)
    }
    return found
  }

  private mutating func value<Value: JSONCodable>(at index: Int, _ name: StaticString) throws -> Value {
    var reader = JSONReader(document, at: index, attempt: attempt)
    do {
      let value = try Value(from: &reader)
      if let text = Value.textForm?.unusualText(value, reader) { texts["\(name)"] = text }
      return value
    } catch {
      throw JSONError.passing(error, through: .member("\(name)"), offset: reader.offset)
    }
  }

  private func missing(_ name: StaticString) -> JSONError {
    JSONError(.missingMember, "required member is missing", offset: whole.offset, path: [.member("\(name)")])
  }
}
