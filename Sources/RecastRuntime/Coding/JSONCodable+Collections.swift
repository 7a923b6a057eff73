extension Optional: JSONCodable where Wrapped: JSONCodable {
  /// Reads a value or null.
  ///
  /// - Throws: what reading the value throws.
  public init(from json: inout JSONReader) throws {
    self = json.isNull ? nil : try Wrapped(from: &json)
  }

  /// Writes the value, nil as null.
  ///
  /// - Throws: what writing the value throws.
  public func write(to json: inout JSONWriter) throws {
    if let self {
      try self.write(to: &json)
    } else {
      json.null()
    }
  }
}

extension Array: JSONCodable where Element: JSONCodable {
  /// Reads an array.
  ///
  /// - Throws: `JSONError` when the value is of another kind, and what reading an item throws.
  public init(from json: inout JSONReader) throws {
    let items = json
    // Appending one by one would look the array's type up for each item: this code is generic at run time too.
    try self.init(unsafeUninitializedCapacity: json.count) { buffer, initialized in
      try items.forEachItem { item in
        buffer.initializeElement(at: initialized, to: try Element(from: &item))
        initialized += 1
      }
    }
  }

  /// Writes an array.
  ///
  /// - Throws: what writing an item throws.
  public func write(to json: inout JSONWriter) throws {
    try json.array(self) { try $0.write(to: &$1) }
  }
}

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
  /// Reads an object; of several members of one name the last counts.
  ///
  /// - Throws: `JSONError` when the value is of another kind, and what reading a member throws.
  public init(from json: inout JSONReader) throws {
    self.init(minimumCapacity: json.count)
    try json.forEachMember { self[$0] = try Value(from: &$1) }
  }

  /// Writes an object, members sorted by name.
  ///
  /// - Throws: what writing a member throws.
  public func write(to json: inout JSONWriter) throws {
    try json.object { $0.additional(self) }
  }
}
