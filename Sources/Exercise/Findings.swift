import Foundation
import RecastRuntime

/// What is found in a value of a generated type.
struct Findings: Sendable {
  /// The names of the generated types that it consists of.
  private(set) var types: Set<String> = []
  /// The places that the types say nothing about: a way of Swift names, the name of an unknown member, or null for a
  /// union that no alternative was found for, and the types of the unions on the way.
  private(set) var untyped: [JSONValue] = []

  /// Looks into a value.
  mutating func collect(_ value: Any) { collect(value, path: "", unions: []) }

  private mutating func collect(_ value: Any, path: String, unions: [JSONValue]) {
    if value is JSONValue || value is UnknownMembers || value is Data { return }
    let mirror = Mirror(reflecting: value)
    let type = String(reflecting: mirror.subjectType)
    if value is any ObjectSchema || value is any UnionSchema || value is any OpenEnum { types.insert(type) }
    if let object = value as? any ObjectSchema {
      untyped += object.unknownMembers.names.map { [.string(path), .string($0), .array(unions)] }
    }
    var unions = unions
    if value is any UnionSchema {
      unions.append(.string(type))
      if mirror.children.first?.label == "unknown" { untyped.append([.string(path), .null, .array(unions)]) }
    }
    for child in mirror.children {
      collect(child.value, path: "\(path).\(child.label ?? "")", unions: unions)
    }
  }
}
