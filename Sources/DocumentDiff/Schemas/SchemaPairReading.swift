import RecastClientPlan
import RecastDiagnostics

/// Something that reads two schemas side by side and collects what differs.
protocol SchemaPairReading {
  var old: ResolvedSchema { get }
  var new: ResolvedSchema { get }
  var differences: [SchemaDifference] { get set }
}

extension SchemaPairReading {
  /// Adds a difference. It stands where the member does that it is about, at places of its own, or else at the schemas.
  mutating func add(
    _ aspect: SchemaAspect,
    _ arguments: String...,
    member: SchemaDifference.Member? = nil,
    old: SourceSpan? = nil,
    new: SourceSpan? = nil
  ) {
    differences.append(
      SchemaDifference(
        aspect: aspect,
        member: member,
        arguments: arguments,
        old: member?.old ?? old ?? self.old.schema.span,
        new: member?.new ?? new ?? self.new.schema.span
      )
    )
  }
}
