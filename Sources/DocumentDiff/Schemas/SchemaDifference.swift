import RecastDiagnostics
import RecastOpenAPIDocument

/// A difference between two schemas, without the place where they are used.
struct SchemaDifference {
  /// What differs.
  var aspect: SchemaAspect
  /// The member that differs, if it is not the schema itself.
  var member: Member?
  /// The values that the words about it need.
  var arguments: [String] = []
  /// Where it was written in the old document.
  var old: SourceSpan?
  /// Where it was written in the new document.
  var new: SourceSpan?

  /// A member of an object.
  struct Member {
    /// The name on the wire.
    var name: String
    /// Whether the member is required: where it was removed, in the old document, else in the new one.
    var isRequired: Bool
    /// Whether the document states a default.
    var hasDefault = false
    /// Whether the server alone sends the member.
    var isReadOnly = false
    /// Whether clients alone send the member.
    var isWriteOnly = false
    /// Where the member was written in the old document.
    var old: SourceSpan?
    /// Where the member was written in the new document.
    var new: SourceSpan?
  }
}

/// A step from a schema into a part of it.
enum SchemaStep: Hashable {
  case property(String)
  case items
  case position(Int)
  case additional
  case alternative(String)

  /// The step as part of a path.
  var text: String {
    switch self {
    case .property(let name): name
    case .items: "items"
    case .position(let position): "items[\(position)]"
    case .additional: "*"
    case .alternative(let name): "oneOf[\(name)]"
    }
  }
}
