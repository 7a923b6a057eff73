/// An optional member that may be sent as null, which says something else than leaving it out.
public struct NullableMember<Root>: Sendable {
  let name: String
  let clear: @Sendable (inout Root) -> Void

  /// Names the member on the wire; `clear` makes its property nil.
  public init(_ name: StaticString, clear: @escaping @Sendable (inout Root) -> Void) {
    self.name = "\(name)"
    self.clear = clear
  }
}

/// The members of a schema that may be null. Generated extensions for one `Root` each hold one `NullableMember` per
/// member, named like its property: a type of its own for each schema would cost a compiler more.
public struct NullableMembers<Root>: Sendable {
  init() {}
}

extension ObjectSchema {
  /// Makes a property nil and has null sent for it: `form.setNull(\.strategy)`. Merely assigning nil leaves the member
  /// out, unless it was received as null.
  public mutating func setNull(_ member: KeyPath<NullableMembers<Self>, NullableMember<Self>>) {
    let member = NullableMembers<Self>()[keyPath: member]
    member.clear(&self)
    unknownMembers.rememberNull(member.name)
  }
}
