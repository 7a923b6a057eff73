/// Finds the case of a union that a value fits best, where neither its kind nor a member says which it is.
///
/// Cases are considered in turn. One that can be read and leaves no member unknown, however deep, is taken at once; else
/// the one that leaves the fewest. Whichever it is, members that it does not know are kept.
public struct UnionMatch<Union: UnionSchema> {
  private let json: JSONReader
  private var best: (value: Union, unknown: Int)?

  /// Starts with a value of which nothing is known.
  public init(_ json: JSONReader, as type: Union.Type = Union.self) { self.json = json }

  /// The best case so far; nil when the value can be read as none.
  public var value: Union? {
    // A union around this one counts what is unknown here as well.
    json.attempt?.note(best?.unknown ?? 1)
    return best?.value
  }

  /// Tries a case.
  public mutating func consider<Payload: JSONCodable>(_ make: (Payload) -> Union) {
    guard best?.unknown != 0, let attempt = UnionAttempt(inside: json.attempt) else { return }
    var reader = JSONReader(json.document, at: json.index, attempt: attempt)
    guard let payload = try? Payload(from: &reader) else { return }
    // Unions take what they do not know as well, so that anything else that fits is more likely.
    let unknown = attempt.unknownCount + (payload is any UnionSchema ? 1 : 0)
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
}
