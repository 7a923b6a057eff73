internal import Foundation

/// Writes the members of one object. The same list of members serves `==` and `hash(into:)` of object schemas, which
/// have them visited instead of written.
public struct JSONObjectWriter: Sendable {
  var json = JSONWriter()
  private(set) var isEmpty = true
  private let unknownMembers: UnknownMembers
  /// Names written so far; kept only when an unknown member could repeat one.
  private var written: Set<String> = []
  /// Takes the members instead of the text.
  private(set) var comparison: MemberComparison?

  init(_ unknownMembers: UnknownMembers) {
    self.unknownMembers = unknownMembers
  }

  /// Has members compared, or kept for that, instead of written.
  init(_ comparison: MemberComparison) {
    unknownMembers = UnknownMembers()
    self.comparison = comparison
  }

  // MARK: Members

  /// Writes a member.
  ///
  /// - Throws: `JSONError` when the value has no JSON form; the path names the member.
  public mutating func required<Value: JSONCodable>(_ name: StaticString, _ value: Value) throws {
    guard !visit(value) else { return }
    begin(name)
    if unknownMembers.hasTexts, writeText(of: value, "\(name)") { return }
    do {
      try value.write(to: &json)
    } catch {
      throw JSONError.passing(error, through: .member("\(name)"))
    }
  }

  /// Writes the text that a value came with, if it is still that value.
  private mutating func writeText<Value: JSONCodable>(of value: Value, _ name: String) -> Bool {
    guard let text = unknownMembers.text(name), let form = Value.textForm else { return false }
    return form.write(text, ifStill: value, to: &json)
  }

  /// Writes a member unless it is nil. A nil is written as null when the object was received with a null there, or
  /// `setNull` asked for it.
  ///
  /// - Throws: `JSONError` when the value has no JSON form; the path names the member.
  public mutating func optional<Value: JSONCodable>(_ name: StaticString, _ value: Value?) throws {
    guard !visit(value) else { return }
    if let value {
      try required(name, value)
    } else if unknownMembers.hasNulls, unknownMembers.isNull("\(name)") {
      begin(name)
      json.null()
    }
  }

  /// Writes a member, nil as null.
  ///
  /// - Throws: `JSONError` when the value has no JSON form; the path names the member.
  public mutating func requiredNullable<Value: JSONCodable>(_ name: StaticString, _ value: Value?) throws {
    guard !visit(value) else { return }
    if let value {
      try required(name, value)
    } else {
      begin(name)
      json.null()
    }
  }

  /// Writes the members of a schema whose additional properties have a type, sorted by name. They must not bear names
  /// of declared members: the object would have two of that name.
  ///
  /// - Throws: `JSONError` when a value has no JSON form; the path names the member.
  public mutating func additional<Value: JSONCodable>(_ values: [String: Value]) throws {
    guard !visit(values) else { return }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      try member(name, value)
    }
  }

  /// Writes a member whose name is known only now.
  ///
  /// - Throws: `JSONError` when the value has no JSON form; the path names the member.
  public mutating func member<Value: JSONCodable>(_ name: String, _ value: Value) throws {
    guard !visit(value) else { return }
    begin(name)
    if unknownMembers.hasTexts, writeText(of: value, name) { return }
    do {
      try value.write(to: &json)
    } catch {
      throw JSONError.passing(error, through: .member(name))
    }
  }

  // MARK: Pieces

  /// Whether the member was taken for a comparison, and is not to be written.
  private mutating func visit(_ value: some Hashable & Sendable) -> Bool {
    guard comparison != nil else { return false }
    comparison?.visit(value)
    return true
  }

  /// Writes the unknown members, except those that a declared member has replaced.
  mutating func appendUnknownMembers() throws {
    guard unknownMembers.hasValues else { return }
    for (name, value) in unknownMembers.values where !written.contains(name) {
      try member(name, value)
    }
  }

  private mutating func begin(_ name: StaticString) {
    json.separate(isFirst: isEmpty)
    isEmpty = false
    if unknownMembers.hasValues { written.insert("\(name)") }
    name.withUTF8Buffer { json.name($0) }
  }

  private mutating func begin(_ name: String) {
    json.separate(isFirst: isEmpty)
    isEmpty = false
    if unknownMembers.hasValues { written.insert(name) }
    var name = name
    name.withUTF8 { json.name($0) }
  }
}
