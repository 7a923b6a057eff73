/// Any JSON value, for what a document leaves open and for members that this client does not know.
///
/// Numbers keep their exact text, objects the order of their members. Equality is that of JSON: the order of members
/// does not count, and numbers are compared by value.
public indirect enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number of any size and precision.
  case number(JSONNumber)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object.
  case object(JSONObject)

  /// The kind of the value.
  public var kind: JSONKind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}

// MARK: - Looking inside

extension JSONValue {
  /// Whether the value is `null`.
  public var isNull: Bool { self == .null }

  /// The boolean, if it is one.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number, if it is one.
  public var number: JSONNumber? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The integer, if the value is a number without fraction and in range.
  public var int: Int? { number?.int }

  /// The number as a `Double`, if it is one and in range.
  public var double: Double? { number?.double }

  /// The string, if it is one.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The items, if the value is an array.
  public var array: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members, if the value is an object.
  public var object: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The member of that name; nil when the value is no object or has no such member. Assigning a member makes any other
  /// value than an object an object; assigning nil removes the member.
  public subscript(name: String) -> JSONValue? {
    get { object?[name] }
    set {
      var members = object ?? JSONObject()
      members[name] = newValue
      self = .object(members)
    }
  }

  /// The item at that position, counted from 0; nil when the value is no array or shorter.
  public subscript(position: Int) -> JSONValue? {
    guard case .array(let items) = self, items.indices.contains(position) else { return nil }
    return items[position]
  }
}

// MARK: - Literals

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// `null`.
  public init(nilLiteral: ()) {
    self = .null
  }

  /// A boolean.
  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }

  /// An integer.
  public init(integerLiteral value: Int) {
    self = .number(JSONNumber(value))
  }

  /// A floating-point number.
  public init(floatLiteral value: Double) {
    self = .number(JSONNumber(floatLiteral: value))
  }

  /// A string.
  public init(stringLiteral value: String) {
    self = .string(value)
  }

  /// An array.
  public init(arrayLiteral items: JSONValue...) {
    self = .array(items)
  }

  /// An object; of several members of one name the last counts.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(JSONObject(members))
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as JSON text.
  public var description: String {
    (try? jsonText()) ?? "(\(kind) nested too deep to show)"
  }
}
