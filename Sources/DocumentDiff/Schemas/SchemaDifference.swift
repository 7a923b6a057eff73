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
  /// So many steps that are not told one by one.
  case others(Int)

  /// The step as part of a path.
  var text: String {
    switch self {
    case .property(let name): name
    case .items: "items"
    case .position(let position): "items[\(position)]"
    case .additional: "*"
    case .alternative(let name): "oneOf[\(name)]"
    case .others(let count): "…\(count) more…"
    }
  }

  /// Nobody reads longer paths: they come of chains of references.
  private static let longestPath = 40

  /// The steps of a path, those in the middle of a very long one left out.
  static func path(_ count: Int, _ step: (Int) -> SchemaStep?) -> [SchemaStep] {
    guard count > longestPath else { return (0..<count).compactMap(step) }
    let end = longestPath / 2
    return (0..<end).compactMap(step) + [.others(count - 2 * end)] + (count - end..<count).compactMap(step)
  }
}
