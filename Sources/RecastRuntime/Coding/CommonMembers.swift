public import Foundation

// Members of the types that occur most. Each schema has such calls for each member, and one without a generic parameter
// takes a compiler much less: no copy of the value in memory, no type metadata, no witness table.

extension JSONObjectReader {
  /// Reads a string that must be there; otherwise that is an error of the object as a whole.
  public mutating func string(_ name: StaticString) -> String { required(name, substitute: "") }

  /// Reads an integer that must be there; otherwise that is an error of the object as a whole.
  public mutating func int(_ name: StaticString) -> Int { required(name, substitute: 0) }

  /// Reads a number that must be there; otherwise that is an error of the object as a whole.
  public mutating func double(_ name: StaticString) -> Double { required(name, substitute: 0) }

  /// Reads a boolean that must be there; otherwise that is an error of the object as a whole.
  public mutating func bool(_ name: StaticString) -> Bool { required(name, substitute: false) }

  /// Reads a point in time that must be there; otherwise that is an error of the object as a whole.
  public mutating func date(_ name: StaticString) -> Date { required(name, substitute: .distantPast) }

  /// Reads an array that must be there; otherwise that is an error of the object as a whole.
  public mutating func array<Element: JSONCodable>(_ name: StaticString) -> [Element] {
    required(name, substitute: [])
  }

  /// Reads a string that may be absent, as `optional` does.
  public mutating func optionalString(_ name: StaticString) -> String? { optional(name) }

  /// Reads an integer that may be absent, as `optional` does.
  public mutating func optionalInt(_ name: StaticString) -> Int? { optional(name) }

  /// Reads a number that may be absent, as `optional` does.
  public mutating func optionalDouble(_ name: StaticString) -> Double? { optional(name) }

  /// Reads a boolean that may be absent, as `optional` does.
  public mutating func optionalBool(_ name: StaticString) -> Bool? { optional(name) }

  /// Reads a point in time that may be absent, as `optional` does.
  public mutating func optionalDate(_ name: StaticString) -> Date? { optional(name) }
}

extension JSONObjectWriter {
  /// Writes a string.
  public mutating func string(_ name: StaticString, _ value: String) { required(name, value) }

  /// Writes an integer.
  public mutating func int(_ name: StaticString, _ value: Int) { required(name, value) }

  /// Writes a number.
  public mutating func double(_ name: StaticString, _ value: Double) { required(name, value) }

  /// Writes a boolean.
  public mutating func bool(_ name: StaticString, _ value: Bool) { required(name, value) }

  /// Writes a point in time.
  public mutating func date(_ name: StaticString, _ value: Date) { required(name, value) }

  /// Writes an array.
  public mutating func array<Element: JSONCodable>(_ name: StaticString, _ value: [Element]) { required(name, value) }

  /// Writes a string unless it is nil, as `optional` does.
  public mutating func optionalString(_ name: StaticString, _ value: String?) { optional(name, value) }

  /// Writes an integer unless it is nil, as `optional` does.
  public mutating func optionalInt(_ name: StaticString, _ value: Int?) { optional(name, value) }

  /// Writes a number unless it is nil, as `optional` does.
  public mutating func optionalDouble(_ name: StaticString, _ value: Double?) { optional(name, value) }

  /// Writes a boolean unless it is nil, as `optional` does.
  public mutating func optionalBool(_ name: StaticString, _ value: Bool?) { optional(name, value) }

  /// Writes a point in time unless it is nil, as `optional` does.
  public mutating func optionalDate(_ name: StaticString, _ value: Date?) { optional(name, value) }
}
