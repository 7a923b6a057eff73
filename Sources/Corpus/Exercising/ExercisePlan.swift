import Foundation
import RecastClientPlan
import RecastDiagnostics

/// What of a client can be driven from outside, with the places in the document that it was made from.
struct ExercisePlan: Encodable, Sendable {
  /// A type, by its position in the list.
  struct Target: Encodable, Sendable {
    /// The type with the types that it is nested in.
    let type: String
    /// The way from the document's root to its schema.
    let pointer: String
  }

  /// The types whose schema can be found in the document.
  let types: [Target]

  /// - Parameters:
  ///   - plan: the client's plan.
  ///   - walk: a walk over its document.
  init(_ plan: Plan, walk: DocumentWalk) {
    var types: [Target] = []
    var open = Array(plan.declarations.reversed())
    while let declaration = open.popLast() {
      open += declaration.nested
      // What is written in another file has a pointer of its own there.
      guard let pointer = walk.schemas[SourcePlace(declaration.span)], pointer.hasPrefix("#") else { continue }
      types.append(Target(type: declaration.name.path.map(\.text).joined(separator: "."), pointer: pointer))
    }
    self.types = types
  }
}
