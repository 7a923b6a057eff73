extension BudgetTable: JSONCodable {
  /// Reads an array of arrays; whatever else stands there is kept as it is.
  ///
  /// - Throws: `JSONError`, which cannot happen in a text that was found valid.
  public init(from json: inout JSONReader) throws {
    guard json.kind == .array else {
      self.init(lines: [], foreign: try JSONValue(from: &json))
      return
    }
    var lines: [Line] = []
    lines.reserveCapacity(json.count)
    try json.forEachItem { item in
      lines.append(try Self.line(&item))
    }
    self.init(lines: lines)
  }

  private static func line(_ item: inout JSONReader) throws -> Line {
    guard item.kind == .array else { return .other(try JSONValue(from: &item)) }
    var cells: [Cell] = []
    cells.reserveCapacity(item.count)
    try item.forEachItem { cell in
      switch cell.kind {
      case .number: cells.append(.number(try cell.number()))
      case .string: cells.append(.text(try cell.string()))
      default: cells.append(.other(try JSONValue(from: &cell)))
      }
    }
    return .cells(cells)
  }

  /// Writes an array of arrays, every cell as it came.
  ///
  /// - Throws: `JSONError` when something that is no cell lies too deep in itself.
  public func write(to json: inout JSONWriter) throws {
    if let foreign, lines.isEmpty { return try foreign.write(to: &json) }
    try json.array(lines) { line, json in
      switch line {
      case .other(let value): try value.write(to: &json)
      case .cells(let cells):
        try json.array(cells) { cell, json in
          switch cell {
          case .number(let number): json.number(number)
          case .text(let text): json.string(text)
          case .other(let value): try value.write(to: &json)
          }
        }
      }
    }
  }

  /// Reads an array of arrays from a decoder.
  ///
  /// - Throws: what the decoder throws.
  public init(from decoder: any Decoder) throws {
    self = try CodableBridge.decode(from: decoder)
  }

  /// Writes an array of arrays to an encoder.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try CodableBridge.encode(self, to: encoder)
  }
}
