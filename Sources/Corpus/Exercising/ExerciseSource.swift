/// The program that drives a client: the tables from numbers to types and calls.
///
///     @main enum RecastExerciseMain {
///       static func value(_ number: Swift.Int, _ json: Swift.String) throws -> RecastExercise.Exercise.RoundTrip {
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

      static func value(_ number: Swift.Int, _ json: Swift.String) throws -> RecastExercise.Exercise.RoundTrip {
        switch number {
    \(types.joined(separator: "\n"))
        default: throw RecastExercise.ExerciseProblem("there is no such number")
        }
      }

      static func call(
        _ number: Swift.Int,
        _ arguments: RecastExercise.Arguments,
        _ answer: RecastExercise.Answer?
      ) async throws -> Swift.String {
        switch number {
    \(calls.joined(separator: "\n"))
        default: throw RecastExercise.ExerciseProblem("there is no such number")
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
      return "    case \(number): return try await RecastExercise.Exercise.exchange(\(made), answer)"
    }
  }

  private var types: [String] {
    plan.types.enumerated().map { number, target in
      "    case \(number): return try RecastExercise.Exercise.roundTrip(\(target.type).self, json)"
    }
  }
}
