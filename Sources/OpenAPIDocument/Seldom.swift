/// A part of something that is copied a lot, such as a schema, and that few have: one word until it is stated, and shared
/// by all copies until one of them changes it.
struct Seldom<Part: Sendable>: Sendable {
  /// `@unchecked Sendable` holds because a part is changed by its only owner, and by nobody else.
  final class Shared: @unchecked Sendable {
    fileprivate(set) var part: Part

    fileprivate init(_ part: Part) { self.part = part }
  }

  /// The part, if something of it was stated.
  private(set) var shared: Shared?

  /// Changes the part.
  ///
  /// - Parameter empty: what a part is of which nothing was stated.
  mutating func change(from empty: @autoclosure () -> Part, _ body: (inout Part) -> Void) {
    guard shared == nil || isKnownUniquelyReferenced(&shared) else {
      var part = shared?.part ?? empty()
      body(&part)
      shared = Shared(part)
      return
    }
    let own = shared ?? Shared(empty())
    shared = own
    body(&own.part)
  }
}
