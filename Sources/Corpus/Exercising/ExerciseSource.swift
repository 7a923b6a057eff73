/// The program that drives a client: the tables from numbers to types and calls.
///
///     @main enum RecastExerciseMain {
///       static func value(_ number: Swift.Int, _ json: Swift.String) throws -> Swift.String {
///         switch number {
///         case 0: return try RecastExercise.Exercise.roundTrip(Pet.self, json)
///
/// All types are spelled with their modules: the client may have a type of any name.
struct ExerciseSource {
  let plan: ExercisePlan

  var text: String {
    """
    import RecastExercise
    import RecastRuntime

    @main enum RecastExerciseMain {
      static func main() async {
        await RecastExercise.Exercise.run(value: value, call: call)
      }

      static func value(_ number: Swift.Int, _ json: Swift.String) throws -> Swift.String {
        switch number {
    \(types.joined(separator: "\n"))
        default: return ""
        }
      }

      static func call(_ number: Swift.Int, _ arguments: RecastExercise.Arguments) async throws -> Swift.String {
        switch number {
    \(calls.joined(separator: "\n"))
        default: return ""
        }
      }
    }

    """
  }

  private var calls: [String] {
    plan.calls.enumerated().map { number, call in
      let arguments = call.arguments.map { argument in
        "\(argument.label): arguments.\(argument.isOptional ? "optional" : "value")(\"\(argument.label)\")"
      }
      let made = "Calls.`\(call.name)`(\(arguments.joined(separator: ", ")))"
      return "    case \(number): return try await RecastExercise.Exercise.request(\(made))"
    }
  }

  private var types: [String] {
    plan.types.enumerated().map { number, target in
      "    case \(number): return try RecastExercise.Exercise.roundTrip(\(target.type).self, json)"
    }
  }
}
