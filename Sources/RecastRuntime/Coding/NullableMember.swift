/// An optional member that may be sent as null, which says something else than leaving it out.
public struct NullableMember<Root>: Sendable {
  let name: String
  let clear: @Sendable (inout Root) -> Void

  /// Names the member on the wire; `clear` makes its property nil.
  public init(_ name: String, clear: @escaping @Sendable (inout Root) -> Void) {
    self.name = name
    self.clear = clear
  }
}

/// A schema with optional members that may be null; generated.
public protocol NullableMembersProviding: ObjectSchema {
  /// Holds one `NullableMember` per member, named like its property.
  associatedtype NullableMembers
  /// The members that may be null.
  static var nullableMembers: NullableMembers { get }
}

extension NullableMembersProviding {
  /// Makes a property nil and has null sent for it: `form.setNull(\.strategy)`. Merely assigning nil leaves the member
  /// out, unless it was received as null.
  public mutating func setNull(_ member: KeyPath<NullableMembers, NullableMember<Self>>) {
    let member = Self.nullableMembers[keyPath: member]
    member.clear(&self)
    unknownMembers.rememberNull(member.name)
  }
}
