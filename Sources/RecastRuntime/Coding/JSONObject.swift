/// The members of a JSON object in their order, each name once.
///
/// Equality ignores the order. Names are distinguished byte for byte, as JSON does.
public struct JSONObject: Sendable {
  private var members: [(name: String, value: JSONValue)] = []
  /// Positions by name; kept for large objects only, where a search would take long.
  private var positions: [ExactName: Int] = [:]

  private static let largeObject = 12

  /// An object without members.
  public init() {}

  /// An object of these members; of several of one name the last value counts, in the first one's place.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    for (name, value) in members {
      self[name] = value
    }
  }

  /// The names, in order.
  public var names: [String] { members.map(\.name) }

  /// The value of a member; nil when there is none. Assigning nil removes it, a new member goes to the end.
  public subscript(name: String) -> JSONValue? {
    get { position(of: name).map { members[$0].value } }
    set {
      switch (position(of: name), newValue) {
      case (let position?, let value?): members[position].value = value
      case (let position?, nil):
        members.remove(at: position)
        indexPositions()
      case (nil, let value?): append(name, value)
      case (nil, nil): break
      }
    }
  }

  private func position(of name: String) -> Int? {
    if members.count > Self.largeObject { return positions[ExactName(text: name)] }
    return members.firstIndex { ExactName(text: $0.name) == ExactName(text: name) }
  }

  private mutating func append(_ name: String, _ value: JSONValue) {
    members.append((name, value))
    if members.count == Self.largeObject + 1 {
      indexPositions()
    } else if members.count > Self.largeObject {
      positions[ExactName(text: name)] = members.count - 1
    }
  }

  private mutating func indexPositions() {
    positions = [:]
    guard members.count > Self.largeObject else { return }
    for (position, member) in members.enumerated() {
      positions[ExactName(text: member.name)] = position
    }
  }
}

/// A name compared byte for byte; Swift's strings take two spellings of one character for equal.
private struct ExactName: Hashable {
  let text: String

  static func == (left: ExactName, right: ExactName) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension JSONObject: RandomAccessCollection {
  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of members.
  public var endIndex: Int { members.count }
  /// The member at a position.
  public subscript(position: Int) -> (name: String, value: JSONValue) { members[position] }
}

extension JSONObject: Hashable {
  /// Whether both objects have the same members, in whatever order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.name] == $0.value }
  }

  /// Hashes the members, in whatever order.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for (name, value) in members {
      var member = Hasher()
      member.combine(ExactName(text: name))
      member.combine(value)
      sum &+= member.finalize()
    }
    hasher.combine(sum)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object of these members; of several of one name the last counts.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init(members)
  }
}

extension JSONObject: CustomStringConvertible {
  /// The object as JSON text.
  public var description: String { JSONValue.object(self).description }
}
