import Foundation

extension JSONValue: JSONCodable {
  /// Reads any value.
  ///
  /// - Throws: never in a text that was found valid.
  public init(from json: inout JSONReader) throws {
    switch json.kind {
    case .null: self = .null
    case .bool: self = .bool(try json.bool())
    case .number: self = .number(try json.number())
    case .string: self = .string(try json.string())
    case .array: self = .array(try [JSONValue](from: &json))
    case .object: self = .object(try JSONObject(from: &json))
    }
  }

  /// Writes the value, numbers exactly as they were read.
  ///
  /// - Throws: `JSONError` when arrays and objects lie too deep in each other.
  public func write(to json: inout JSONWriter) throws {
    switch self {
    case .null: json.null()
    case .bool(let value): json.bool(value)
    case .number(let value): json.number(value)
    case .string(let value): json.string(value)
    case .array(let items): try items.write(to: &json)
    case .object(let members): try members.write(to: &json)
    }
  }

  /// Reads any value from a decoder. Numbers arrive as the decoder understands them, members in any order.
  ///
  /// - Throws: `DecodingError` when the decoder offers something that JSON does not have.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? JSONNumber(from: decoder) {
      self = .number(value)
    } else if decoder.codingPath.count > JSONLimits().depth {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "arrays and objects nested too deep")
    } else if let items = try Self.items(in: container) {
      self = .array(items)
    } else {
      // Decoded as a dictionary: key strategies of JSONDecoder leave its keys alone.
      self = .object(JSONObject(try container.decode([String: JSONValue].self).map { ($0.key, $0.value) }))
    }
  }

  /// The items of an array; nil when the decoder has no array there. An error inside an item is an error.
  private static func items(in container: any SingleValueDecodingContainer) throws -> [JSONValue]? {
    do {
      return try container.decode([JSONValue].self)
    } catch DecodingError.typeMismatch(_, let context) where context.codingPath.count <= container.codingPath.count {
      return nil
    }
  }

  /// Writes the value to an encoder.
  ///
  /// - Throws: `EncodingError` when a number exceeds what the encoder takes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try value.encode(to: encoder)
    case .string(let value): try container.encode(value)
    case .array(let items): try container.encode(items)
    case .object(let members):
      // Encoded as a dictionary: key strategies of JSONEncoder leave its keys alone.
      try container.encode(Dictionary(members.map { ($0.name, $0.value) }) { $1 })
    }
  }
}

extension JSONObject: JSONCodable {
  /// Reads an object; of several members of one name the last counts.
  ///
  /// - Throws: `JSONError` when the value is of another kind.
  public init(from json: inout JSONReader) throws {
    self.init()
    try json.forEachMember { name, member in
      self[name] = try JSONValue(from: &member)
    }
  }

  /// Writes the members in their order.
  ///
  /// - Throws: `JSONError` when arrays and objects lie too deep in each other.
  public func write(to json: inout JSONWriter) throws {
    try json.object { object in
      for (name, value) in self {
        object.member(name, value)
      }
    }
  }

  /// Reads an object from a decoder, members in any order.
  ///
  /// - Throws: `DecodingError` when the decoder offers something else.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.singleValueContainer().decode([String: JSONValue].self)
    self.init(members.map { ($0.key, $0.value) })
  }

  /// Writes the object to an encoder.
  ///
  /// - Throws: `EncodingError` when a number exceeds what the encoder takes.
  public func encode(to encoder: any Encoder) throws {
    try JSONValue.object(self).encode(to: encoder)
  }
}

extension JSONNumber: JSONCodable {
  /// Reads the number at the reader, its text included.
  ///
  /// - Throws: `JSONError` when the value is of another kind.
  public init(from json: inout JSONReader) throws {
    self = try json.number()
  }

  /// Writes the number exactly as it was read.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.number(self)
  }

  /// Reads a number from a decoder: as an integer if possible, else as a decimal number, else as a `Double`.
  ///
  /// - Throws: `DecodingError` when the decoder offers something else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Int64.self) {
      self.init(value)
    } else if let value = try? container.decode(UInt64.self) {
      self.init(value)
    } else if let value = try? container.decode(Decimal.self), let number = JSONNumber(value) {
      self = number
    } else if let number = JSONNumber(try container.decode(Double.self)) {
      self = number
    } else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "the number is not finite")
    }
  }

  /// Writes the number to an encoder: as an integer if possible, else as a decimal number, else as a `Double`.
  ///
  /// - Throws: `EncodingError` when the number is too large for all of them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value = integer(as: Int64.self) {
      try container.encode(value)
    } else if let value = integer(as: UInt64.self) {
      try container.encode(value)
    } else if let value = decimal {
      try container.encode(value)
    } else if let value = double {
      try container.encode(value)
    } else {
      let message = "the number \(text) is too large for encoders of Foundation"
      throw EncodingError.invalidValue(self, .init(codingPath: encoder.codingPath, debugDescription: message))
    }
  }
}
