import RecastClientPlan

/// Types as generated code spells them, as text for people.
package struct TypeText: Sendable {
  private let spelling: TypeSpelling

  /// Spells the types of a plan.
  package init(_ plan: Plan) { spelling = TypeSpelling(plan) }

  /// A type without optionality.
  package func text(_ type: TypeReference) -> String { spelling(type).text }

  /// The name of a generated type with the types that it is nested in.
  package func text(_ name: TypeName) -> String { spelling(name).text }

  /// The type of a property or argument, with its optionality.
  package func text(_ property: PlannedProperty) -> String { spelling(property).text }
}
