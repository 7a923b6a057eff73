public import RecastRuntime

/// The arguments of a call, as JSON by their labels.
public struct Arguments: Sendable {
  private let members: JSONValue

  init(_ members: JSONValue) { self.members = members }

  /// An argument that every call has.
  public func value<Value: JSONCodable>(_ label: String) throws -> Value {
    guard let value: Value = try optional(label) else { throw ExerciseProblem("there is no argument \(label)") }
    return value
  }

  /// An argument that a call may leave out.
  public func optional<Value: JSONCodable>(_ label: String) throws -> Value? {
    try members[label].map { try Value(json: $0.jsonText()) }
  }
}
