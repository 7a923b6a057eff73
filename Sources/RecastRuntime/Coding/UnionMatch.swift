/// Finds the case of a union that a value fits best, where neither its kind nor a member says which it is.
///
/// Cases are considered in turn. One that can be read and leaves no member unknown is taken at once; else the one that
/// leaves the fewest. Whichever it is, members that it does not know are kept.
public struct UnionMatch<Union: UnionSchema> {
  private let json: JSONReader
  private var best: (value: Union, unknown: Int)?

  /// Starts with a value of which nothing is known.
  public init(_ json: JSONReader, as type: Union.Type = Union.self) { self.json = json }

  /// The best case so far; nil when the value can be read as none.
  public var value: Union? { best?.value }

  /// Tries a case.
  public mutating func consider<Payload: JSONCodable>(_ make: (Payload) -> Union) {
    guard best?.unknown != 0, let attempt = json.attempting else { return }
    var reader = attempt
    guard let payload = try? Payload(from: &reader) else { return }
    let unknown = Self.unknown(in: payload)
    if unknown < best?.unknown ?? .max { best = (make(payload), unknown) }
  }

  /// Tries a case whose objects have one of some values in a member, if they have the member.
  public mutating func consider<Payload: JSONCodable>(
    _ make: (Payload) -> Union,
    where member: StaticString,
    isOneOf values: [String]
  ) {
    if json.member(member) != nil {
      guard let value = json.discriminator(member), values.contains(value) else { return }
    }
    consider(make)
  }

  /// How much of a value the type does not know.
  private static func unknown(in value: some JSONCodable) -> Int {
    switch value {
    case let object as any ObjectSchema: object.unknownMembers.count
    case let value as any OpenEnum: value.isKnown ? 0 : 1
    case let items as [any ObjectSchema]: items.reduce(0) { $0 + $1.unknownMembers.count }
    // Unions take what they do not know as well, so that anything else that fits is more likely.
    case is any UnionSchema: 1
    default: 0
    }
  }
}
