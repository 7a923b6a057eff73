/// What a union needs to know before it decides how to read the value.
extension JSONReader {
  /// The text that says which case of a union the object is: a string, or a number or boolean as written. Nil when the
  /// value is no object, has no such member, or the member is null, an array or an object.
  public func discriminator(_ name: StaticString) -> String? {
    guard let member = member(name) else { return nil }
    switch member.kind {
    case .string: return document.string(member.entry)
    case .number, .bool: return document.text(member.entry.range)
    case .null, .array, .object: return nil
    }
  }

  /// A reader at a member of the object; nil when the value is no object or has no such member. Of several members of
  /// the name the last counts.
  public func member(_ name: StaticString) -> JSONReader? {
    guard kind == .object else { return nil }
    var object = JSONObjectReader(document, at: index)
    return object.find(name).map { JSONReader(document, at: $0) }
  }

  /// Whether the value is an object that has all these members, whatever their values.
  public func hasMembers(_ names: [StaticString]) -> Bool {
    guard kind == .object else { return false }
    var object = JSONObjectReader(document, at: index)
    return names.allSatisfy { object.find($0) != nil }
  }
}
