/// What an object held beyond the members its schema declares, kept so that fetching, editing and sending back loses
/// nothing: members unknown to this client, and which optional members were null instead of absent.
///
/// Takes one word as long as there is nothing to keep. Counts in `==` like every other property.
public struct UnknownMembers: Hashable, Sendable {
  private final class Storage: Sendable {
    let values: JSONObject
    let nulls: Set<String>
    let texts: [String: String]

    init(_ values: JSONObject, _ nulls: Set<String>, _ texts: [String: String]) {
      self.values = values
      self.nulls = nulls
      self.texts = texts
    }
  }

  private var storage: Storage?

  /// Nothing.
  public init() {}

  init(_ values: JSONObject, nulls: [String], texts: [String: String] = [:]) {
    store(values, Set(nulls), texts)
  }

  private mutating func store(_ values: JSONObject, _ nulls: Set<String>, _ texts: [String: String]) {
    storage = values.isEmpty && nulls.isEmpty && texts.isEmpty ? nil : Storage(values, nulls, texts)
  }

  private var texts: [String: String] { storage?.texts ?? [:] }
  var hasTexts: Bool { storage?.texts.isEmpty == false }

  /// The text that a declared member came with, if it is not the one that its value is usually written with.
  func text(_ name: String) -> String? { storage?.texts[name] }

  private var nulls: Set<String> { storage?.nulls ?? [] }
  var hasValues: Bool { storage?.values.isEmpty == false }
  var hasNulls: Bool { storage?.nulls.isEmpty == false }

  /// The unknown members, in the order in which they came.
  public var values: JSONObject { storage?.values ?? JSONObject() }

  /// The names of the unknown members, in order.
  public var names: [String] { values.names }

  /// How many unknown members there are.
  public var count: Int { storage?.values.count ?? 0 }

  /// Whether there is nothing to keep: no unknown member and no null.
  public var isEmpty: Bool { !hasValues && !hasNulls }

  /// The value of an unknown member. Assigning one sends it along with the declared members; nil removes it. A name
  /// that the schema declares has no effect while that member has a value.
  public subscript(name: String) -> JSONValue? {
    get { storage?.values[name] }
    set {
      var changed = values
      changed[name] = newValue
      store(changed, nulls, texts)
    }
  }

  /// Whether a declared optional member is sent as null while its property is nil.
  public func isNull(_ name: String) -> Bool {
    storage?.nulls.contains(name) ?? false
  }

  /// Has a declared optional member sent as null while its property is nil.
  public mutating func rememberNull(_ name: String) {
    store(values, nulls.union([name]), texts)
  }

  /// Has a declared optional member left out while its property is nil.
  public mutating func forgetNull(_ name: String) {
    guard isNull(name) else { return }
    store(values, nulls.subtracting([name]), texts)
  }

  /// Forgets the null of a declared optional member that has just been given a value; generated properties do so.
  public mutating func forgetNull<Value>(_ name: StaticString, replacedBy value: Value?) {
    guard storage != nil, value != nil else { return }
    forgetNull("\(name)")
  }

  /// Whether both keep the same members and the same nulls.
  public static func == (left: UnknownMembers, right: UnknownMembers) -> Bool {
    left.storage === right.storage || (left.values == right.values && left.nulls == right.nulls)
  }

  /// Hashes members and nulls.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(values)
    hasher.combine(nulls)
  }
}

extension UnknownMembers: ExpressibleByDictionaryLiteral {
  /// Members to send along with the declared ones; of several of one name the last counts.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init(JSONObject(members), nulls: [])
  }
}

extension UnknownMembers: CustomStringConvertible {
  /// The members as JSON text, and the names of the nulls.
  public var description: String {
    hasNulls ? "\(values), null: \(nulls.sorted().joined(separator: ", "))" : values.description
  }
}
