import Foundation
import RecastClientGenerator
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
    /// Whether it is a union that takes the alternative which fits best: nothing tells them apart for certain.
    let isGuess: Bool
  }

  /// The types whose schema can be found in the document.
  let types: [Target]
  /// The calls with the most arguments, those that send something else than JSON first.
  let calls: [ExerciseCall]

  private static let mostCalls = 60

  /// - Parameters:
  ///   - output: the client.
  ///   - walk: a walk over its document.
  init(_ output: GeneratorOutput, walk: DocumentWalk) {
    let plan = output.plan
    var types: [Target] = []
    var open = Array(plan.declarations.reversed())
    while let declaration = open.popLast() {
      open += declaration.nested
      guard let pointer = walk.schemas[SourcePlace(declaration.span)] else { continue }
      types.append(Target(declaration, at: pointer))
    }
    self.types = types
    let source = output.files.map(\.contents).joined(separator: "\n")
    let pointers = Dictionary(
      walk.operations.map { (SourcePlace($0.key), $0.pointer) },
      uniquingKeysWith: { first, _ in first }
    )
    let calls = plan.operations.compactMap { operation -> ExerciseCall? in
      guard let pointer = pointers[SourcePlace(operation.span)],
        let signature = CallSignature(operation.callName.text, in: source)
      else { return nil }
      return ExerciseCall(operation, at: pointer, signature: signature)
    }
    self.calls = Array(calls.sorted { $0.weight > $1.weight }.prefix(Self.mostCalls))
  }
}

extension ExercisePlan.Target {
  fileprivate init(_ declaration: PlannedDeclaration, at pointer: String) {
    type = declaration.name.path.map(\.text).joined(separator: ".")
    self.pointer = pointer
    guard case .union(let union) = declaration.kind else {
      isGuess = false
      return
    }
    isGuess = union.cases.contains { if case .closest = $0.match { true } else { false } }
  }
}
