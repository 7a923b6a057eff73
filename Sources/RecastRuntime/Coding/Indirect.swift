/// Keeps a value on the heap, so that a schema can contain itself: `@Indirect public var parent: Category?`.
///
/// Swift 6.3 allows no property wrappers in types marked `nonisolated`. Generated types hence have a private
/// `var parentBox: Indirect<Category?>` and a computed `parent`.
///
/// Has the value's JSON form and the value's equality.
@propertyWrapper
public struct Indirect<Value: JSONCodable>: JSONCodable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }

  private var box: Box

  /// Keeps a value.
  public init(wrappedValue: Value) {
    box = Box(wrappedValue)
  }

  /// Keeps a value.
  public init(_ value: Value) {
    box = Box(value)
  }

  /// The value; copies share it until one of them is assigned another.
  public var wrappedValue: Value {
    get { box.value }
    set { box = Box(newValue) }
  }

  /// Whether the values are equal.
  public static func == (left: Indirect, right: Indirect) -> Bool {
    left.box === right.box || left.box.value == right.box.value
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(box.value)
  }

  /// Reads the value at the reader.
  ///
  /// - Throws: what the value throws.
  public init(from json: inout JSONReader) throws {
    self.init(try Value(from: &json))
  }

  /// Writes the value.
  ///
  /// - Throws: what the value throws.
  public func write(to json: inout JSONWriter) throws {
    try box.value.write(to: &json)
  }

  /// Reads the value from a decoder.
  ///
  /// - Throws: what the value throws.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Value.self))
  }

  /// Writes the value to an encoder.
  ///
  /// - Throws: what the value throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(box.value)
  }
}
