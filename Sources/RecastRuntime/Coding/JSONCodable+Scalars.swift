public import Foundation

extension Bool: JSONCodable {
  /// Reads `true` or `false`.
  ///
  /// - Throws: `JSONError` when the value is of another kind.
  public init(from json: inout JSONReader) throws {
    self = try json.bool()
  }

  /// Writes `true` or `false`.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.bool(self)
  }
}

extension String: JSONCodable {
  /// Reads a string.
  ///
  /// - Throws: `JSONError` when the value is of another kind.
  public init(from json: inout JSONReader) throws {
    self = try json.string()
  }

  /// Writes a string.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.string(self)
  }
}

extension Int: JSONCodable {
  /// Reads an integer; `1.0`, `1e3` and `"1"` are integers too.
  ///
  /// - Throws: `JSONError` when the value is no number, has a fraction or is out of range.
  public init(from json: inout JSONReader) throws {
    self = try json.unquoted.integer()
  }

  /// Writes the integer.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.integer(self)
  }
}

extension Int32: JSONCodable {
  /// Reads an integer; `1.0`, `1e3` and `"1"` are integers too.
  ///
  /// - Throws: `JSONError` when the value is no number, has a fraction or is out of range.
  public init(from json: inout JSONReader) throws {
    self = try json.unquoted.integer()
  }

  /// Writes the integer.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.integer(self)
  }
}

extension Int64: JSONCodable {
  /// Reads an integer; `1.0`, `1e3` and `"1"` are integers too.
  ///
  /// - Throws: `JSONError` when the value is no number, has a fraction or is out of range.
  public init(from json: inout JSONReader) throws {
    self = try json.unquoted.integer()
  }

  /// Writes the integer.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.integer(self)
  }
}

extension UInt64: JSONCodable {
  /// Reads an integer; `1.0`, `1e3` and `"1"` are integers too.
  ///
  /// - Throws: `JSONError` when the value is no number, has a fraction or is out of range.
  public init(from json: inout JSONReader) throws {
    self = try json.unquoted.integer()
  }

  /// Writes the integer.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.integer(self)
  }
}

extension Double: JSONCodable {
  /// Reads a number, with or without quotes, rounded to the nearest `Double`.
  ///
  /// - Throws: `JSONError` when the value is no number or out of range.
  public init(from json: inout JSONReader) throws {
    self = try json.unquoted.double()
  }

  /// Writes the shortest text that reads back as the same number.
  ///
  /// - Throws: `JSONError` when the number is infinite or NaN.
  public func write(to json: inout JSONWriter) throws {
    try json.double(self)
  }
}

extension Float: JSONCodable {
  /// Reads a number, with or without quotes, rounded to the nearest `Float`.
  ///
  /// - Throws: `JSONError` when the value is no number or out of range.
  public init(from json: inout JSONReader) throws {
    let text = try json.unquoted.number().text
    guard let value = Float(text), value.isFinite else { throw json.outOfRange(text, "Float") }
    self = value
  }

  /// Writes the shortest text that reads back as the same number.
  ///
  /// - Throws: `JSONError` when the number is infinite or NaN.
  public func write(to json: inout JSONWriter) throws {
    guard isFinite else { throw JSONWriter.notFinite(description) }
    json.number(JSONNumber(validated: NumberText.shortest(description)))
  }
}

extension Decimal: JSONCodable {
  /// Reads a number exactly, with or without quotes.
  ///
  /// - Throws: `JSONError` when the value is no number, or has more digits than `Decimal` holds.
  public init(from json: inout JSONReader) throws {
    let text = try json.unquoted.number().text
    guard let value = DecimalParsing.decimal(text) else {
      throw json.invalid("the number \(JSONError.quoted(text)) has more digits than Decimal holds")
    }
    self = value
  }

  /// Writes the number exactly.
  ///
  /// - Throws: `JSONError` when it is NaN.
  public func write(to json: inout JSONWriter) throws {
    guard let number = JSONNumber(self) else { throw JSONWriter.notFinite(description) }
    json.number(number)
  }
}
