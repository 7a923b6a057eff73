/// What an answer of one status, or of a range of them, becomes.
public struct StatusCase<Output: Sendable>: Sendable {
  enum Form: Sendable {
    case whole(@Sendable ([UInt8]) throws -> Output)
    case streamed(@Sendable (ResponseBody, AnswerContext) -> Output)
  }

  let statuses: ClosedRange<Int>
  let accept: String
  let form: Form

  var isStreamed: Bool {
    if case .streamed = form { true } else { false }
  }

  /// An answer of this status, whose body is made an output of.
  public static func status<Body>(
    _ status: Int,
    _ decoding: ResponseDecoding<Body>,
    _ output: @escaping @Sendable (Body) -> Output
  ) -> StatusCase {
    statuses(status...status, decoding, output)
  }

  /// An answer of this status, whose body does not matter.
  public static func status(_ status: Int, _ output: Output) -> StatusCase { statuses(status...status, output) }

  /// An answer of one of these statuses, whose body is made an output of.
  ///
  /// The status has decided already: a decoding that asks for it once more describes nothing.
  public static func statuses<Body>(
    _ statuses: ClosedRange<Int>,
    _ decoding: ResponseDecoding<Body>,
    _ output: @escaping @Sendable (Body) -> Output
  ) -> StatusCase {
    let form: Form =
      switch decoding.form {
      case .whole(let decode): .whole { output(try decode($0)) }
      case .streamed(let hand): .streamed { output(hand($0, $1)) }
      case .byStatus: .whole { _ in throw UndescribedStatus() }
      }
    return StatusCase(statuses: statuses, accept: decoding.accept, form: form)
  }

  /// An answer of one of these statuses, whose body does not matter.
  public static func statuses(_ statuses: ClosedRange<Int>, _ output: Output) -> StatusCase {
    StatusCase(statuses: statuses, accept: "*/*", form: .whole { _ in output })
  }
}

extension ResponseDecoding {
  /// Lets the status decide what the body becomes. A status of its own goes before a range that holds it.
  ///
  /// A successful answer of a status that no case names reaches the caller as `DecodingFailure`.
  public static func byStatus(_ cases: [StatusCase<Output>]) -> ResponseDecoding {
    var accepted: [String] = []
    for item in cases where !accepted.contains(item.accept) { accepted.append(item.accept) }
    let stated = accepted.filter { $0 != "*/*" }
    return ResponseDecoding(
      accept: stated.isEmpty ? "*/*" : stated.joined(separator: ", "),
      form: .byStatus(cases.sorted { $0.statuses.count < $1.statuses.count })
    )
  }

  /// The form for a status: streamed or whole.
  func form(for status: Int) -> StatusCase<Output>.Form {
    switch form {
    case .whole(let decode): .whole(decode)
    case .streamed(let hand): .streamed(hand)
    case .byStatus(let cases):
      cases.first { $0.statuses.contains(status) }?.form ?? .whole { _ in throw UndescribedStatus() }
    }
  }
}

/// The API document does not say what an answer of this status means.
struct UndescribedStatus: Error, CustomStringConvertible {
  var description: String { "the API document does not describe an answer of this status" }
}
