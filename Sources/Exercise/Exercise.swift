public import RecastRuntime

/// What a generated client is driven with: requests on standard input, one per line, answers on standard output.
///
/// `V`, a tab, a type's number, a tab and a JSON text stand for: read this as that type and write it again. `O`, a tab,
/// an operation's number, a tab and a JSON object stand for: make that call, with the object's `arguments`, to a server
/// that answers with its `answer`. `T`, a tab, a number and a tab stand for: name the types of all values so far. What
/// comes back is `ok` or `error`, a tab and a text.
public enum Exercise {
  /// Answers all requests.
  ///
  /// - Parameters:
  ///   - value: reads and writes a value of a type, by the type's number.
  ///   - call: makes a call, by the operation's number.
  public static func run(
    value: (Int, String) throws -> RoundTrip,
    call: (Int, Arguments, Answer?) async throws -> String
  ) async {
    var types: Set<String> = []
    while let line = readLine() {
      let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 3, let number = Int(fields[1]) else {
        print("error\tnot a request")
        continue
      }
      do {
        switch fields[0] {
        case "V":
          let result = try value(number, fields[2])
          types.formUnion(result.findings.types)
          print("ok\t\(result.text)\t\(try JSONValue.array(result.findings.untyped).jsonText())")
        case "T":
          print("ok\t\(try JSONValue.array(types.sorted().map { .string($0) }).jsonText())")
        default:
          let request = try JSONValue(json: fields[2])
          let arguments = Arguments(request["arguments"] ?? [:])
          print("ok\t\(try await call(number, arguments, request["answer"].map(Answer.init)))")
        }
      } catch {
        print("error\t\("\(error)".split(whereSeparator: \.isNewline).joined(separator: " "))")
      }
    }
  }

  /// A value as it was written again, and what was found in it.
  public struct RoundTrip: Sendable {
    let text: String
    let findings: Findings
  }

  /// Reads a JSON text as a type and writes it again.
  public static func roundTrip<Value: JSONCodable>(_ type: Value.Type, _ json: String) throws -> RoundTrip {
    let value = try Value(json: json)
    let text = try value.jsonText()
    guard try Value(json: text) == value else { throw ExerciseProblem("reads \(text) as something else than it wrote") }
    var findings = Findings()
    findings.collect(value)
    return RoundTrip(text: text, findings: findings)
  }
}

/// Why an exercise cannot be done.
public struct ExerciseProblem: Error, CustomStringConvertible {
  /// The reason, in one line.
  public let description: String

  /// Creates a problem.
  public init(_ description: String) { self.description = description }
}
