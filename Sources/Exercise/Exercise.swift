public import RecastRuntime

/// What a generated client is driven with: requests on standard input, one per line, answers on standard output.
///
/// `V`, a tab, a type's number, a tab and a JSON text stand for: read this as that type and write it again. `O`, a tab,
/// an operation's number, a tab and a JSON object of arguments stand for: show the HTTP request of that call. An answer
/// is `ok` or `error`, a tab and a text.
public enum Exercise {
  /// Answers all requests.
  ///
  /// - Parameters:
  ///   - value: reads and writes a value of a type, by the type's number.
  ///   - call: makes the request of a call, by the operation's number.
  public static func run(
    value: (Int, String) throws -> String,
    call: (Int, Arguments) async throws -> String
  ) async {
    while let line = readLine() {
      let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
      guard fields.count == 3, let number = Int(fields[1]) else {
        print("error\tnot a request")
        continue
      }
      do {
        let answer =
          fields[0] == "V"
          ? try value(number, fields[2])
          : try await call(number, Arguments(try JSONValue(json: fields[2])))
        print("ok\t\(answer)")
      } catch {
        print("error\t\("\(error)".split(whereSeparator: \.isNewline).joined(separator: " "))")
      }
    }
  }

  /// Reads a JSON text as a type and writes it again.
  public static func roundTrip<Value: JSONCodable>(_ type: Value.Type, _ json: String) throws -> String {
    let value = try Value(json: json)
    let text = try value.jsonText()
    guard try Value(json: text) == value else { throw ExerciseProblem("reads \(text) as something else than it wrote") }
    return text
  }
}

/// Why an exercise cannot be done.
public struct ExerciseProblem: Error, CustomStringConvertible {
  /// The reason, in one line.
  public let description: String

  init(_ description: String) { self.description = description }
}
