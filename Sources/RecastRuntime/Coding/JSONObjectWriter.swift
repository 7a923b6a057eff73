internal import Foundation

/// Writes the members of one object. The same list of members serves `==` and `hash(into:)` of object schemas, which
/// have them visited instead of written.
public struct JSONObjectWriter: Sendable {
  var json = JSONWriter()
  private(set) var isEmpty = true
  private let unknownMembers: UnknownMembers
  /// Names written so far; kept only when an unknown member could repeat one.
  private var written: Set<String> = []
  /// What the first member that has no JSON form said. Were each member to throw, each would be compiled with a way
  /// out, in every schema.
  private var failure: (any Error)?
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

  /// Writes a member. What has no JSON form is an error of the whole object, whose path names the member.
  public mutating func required<Value: JSONCodable>(_ name: StaticString, _ value: Value) {
    guard isWritten(value) else { return }
    begin(name)
    if unknownMembers.hasTexts, writeText(of: value, "\(name)") { return }
    do {
      try value.write(to: &json)
    } catch {
      fail(error, "\(name)")
    }
  }

  /// Writes the text that a value came with, if it is still that value.
  private mutating func writeText<Value: JSONCodable>(of value: Value, _ name: String) -> Bool {
    guard let text = unknownMembers.text(name), let form = Value.textForm else { return false }
    return form.write(text, ifStill: value, to: &json)
  }

  /// Writes a member unless it is nil. A nil is written as null when the object was received with a null there, or
  /// `setNull` asked for it.
  public mutating func optional<Value: JSONCodable>(_ name: StaticString, _ value: Value?) {
    guard isWritten(value) else { return }
    if let value {
      required(name, value)
    } else if unknownMembers.hasNulls, unknownMembers.isNull("\(name)") {
      begin(name)
      json.null()
    }
  }

  /// Writes a member, nil as null.
  public mutating func requiredNullable<Value: JSONCodable>(_ name: StaticString, _ value: Value?) {
    guard isWritten(value) else { return }
    if let value {
      required(name, value)
    } else {
      begin(name)
      json.null()
    }
  }

  /// Writes the members of a schema whose additional properties have a type, sorted by name. They must not bear names
  /// of declared members: the object would have two of that name.
  public mutating func additional<Value: JSONCodable>(_ values: [String: Value]) {
    guard isWritten(values) else { return }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      member(name, value)
    }
  }

  /// Writes a member whose name is known only now.
  public mutating func member<Value: JSONCodable>(_ name: String, _ value: Value) {
    guard isWritten(value) else { return }
    begin(name)
    if unknownMembers.hasTexts, writeText(of: value, name) { return }
    do {
      try value.write(to: &json)
    } catch {
      fail(error, name)
    }
  }

  // MARK: Pieces

  /// Whether the member is to be written: it is not when it was taken for a comparison, or when one before it failed.
  private mutating func isWritten(_ value: some Hashable & Sendable) -> Bool {
    guard comparison != nil else { return failure == nil }
    comparison?.visit(value)
    return false
  }

  private mutating func fail(_ error: any Error, _ name: String) {
    failure = failure ?? JSONError.passing(error, through: .member(name))
  }

  /// Writes the unknown members, except those that a declared member has replaced.
  ///
  /// - Throws: what the first member that could not be written said.
  mutating func finish() throws {
    if unknownMembers.hasValues {
      for (name, value) in unknownMembers.values where !written.contains(name) {
        member(name, value)
      }
    }
    if let failure { throw failure }
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
