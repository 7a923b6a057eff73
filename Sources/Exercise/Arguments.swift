import Foundation
public import RecastRuntime

/// The arguments of a call, as JSON by their labels.
public struct Arguments: Sendable {
  private let members: JSONValue

  init(_ members: JSONValue) { self.members = members }

  /// An argument that every call has.
  public func value<Value: JSONCodable>(_ label: String) throws -> Value {
    try given(optional(label), label)
  }

  /// An argument that a call may leave out.
  public func optional<Value: JSONCodable>(_ label: String) throws -> Value? {
    try members[label].map { try Value(json: $0.jsonText()) }
  }

  /// A file that every call has.
  public func value(_ label: String) throws -> UploadFile { try given(optional(label), label) }

  /// A file that a call may leave out: an object with `text`, and `name` and `type` where the caller knows them.
  public func optional(_ label: String) throws -> UploadFile? { members[label].map(Self.file) }

  /// Files that every call has.
  public func value(_ label: String) throws -> [UploadFile] { try given(optional(label), label) }

  /// Files that a call may leave out.
  public func optional(_ label: String) throws -> [UploadFile]? { members[label]?.array?.map(Self.file) }

  /// Fields of a form that every call has.
  public func value(_ label: String) throws -> [MultipartField] { try given(optional(label), label) }

  /// Fields of a form that a call may leave out: objects with `name` and `text`.
  public func optional(_ label: String) throws -> [MultipartField]? {
    members[label]?.array?.compactMap { MultipartField.item($0["name"]?.string ?? "", $0["text"]?.string) }
  }

  /// A body in the words of its content type that every call has.
  public func value(_ label: String) throws -> RequestBody { try given(optional(label), label) }

  /// A body in the words of its content type that a call may leave out: an object with `type` and `text`.
  public func optional(_ label: String) throws -> RequestBody? {
    members[label].map { .text($0["text"]?.string ?? "", contentType: $0["type"]?.string ?? "text/plain") }
  }

  private func given<Value>(_ value: Value?, _ label: String) throws -> Value {
    guard let value else { throw ExerciseProblem("there is no argument \(label)") }
    return value
  }

  private static func file(_ value: JSONValue) -> UploadFile {
    .text(value["text"]?.string ?? "", name: value["name"]?.string, contentType: value["type"]?.string)
  }
}
