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
  }

  /// The types whose schema can be found in the document.
  let types: [Target]
  /// The calls with the most arguments.
  let calls: [ExerciseCall]

  private static let mostCalls = 24

  /// - Parameters:
  ///   - output: the client.
  ///   - walk: a walk over its document.
  init(_ output: GeneratorOutput, walk: DocumentWalk) {
    let plan = output.plan
    var types: [Target] = []
    var open = Array(plan.declarations.reversed())
    while let declaration = open.popLast() {
      open += declaration.nested
      // What is written in another file has a pointer of its own there.
      guard let pointer = walk.schemas[SourcePlace(declaration.span)], pointer.hasPrefix("#") else { continue }
      types.append(Target(type: declaration.name.path.map(\.text).joined(separator: "."), pointer: pointer))
    }
    self.types = types
    let source = output.files.map(\.contents).joined(separator: "\n")
    let pointers = Dictionary(
      walk.operations.map { (SourcePlace($0.key), $0.pointer) },
      uniquingKeysWith: { first, _ in first }
    )
    let calls = plan.operations.compactMap { operation -> ExerciseCall? in
      guard let pointer = pointers[SourcePlace(operation.span)], pointer.hasPrefix("#"),
        let signature = CallSignature(operation.callName.text, in: source),
        // A form whose fields callers make has no shape that values could be made by.
        !signature.parameters.contains(where: { $0.type.contains("MultipartField") })
      else { return nil }
      return ExerciseCall(operation, at: pointer, signature: signature)
    }
    self.calls = Array(calls.sorted { $0.arguments.count > $1.arguments.count }.prefix(Self.mostCalls))
  }
}
