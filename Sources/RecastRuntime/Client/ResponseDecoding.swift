public import Foundation

/// How the answer to a call becomes its output.
public struct ResponseDecoding<Output: Sendable>: Sendable {
  enum Form: Sendable {
    /// The whole body is read first.
    case whole(@Sendable ([UInt8]) throws -> Output)
    /// The body is handed on while it arrives.
    case streamed(@Sendable (ResponseBody, AnswerContext) -> Output)
    /// The status decides. The narrowest range comes first.
    case byStatus([StatusCase<Output>])
  }

  /// The media type that is asked for, sent as `Accept` (RFC 9110, section 12.5.1).
  public var accept: String
  let form: Form

  /// Reads the whole body, then turns it into the output.
  ///
  /// An error that `decode` throws reaches the caller as `DecodingFailure`, with the operation and an excerpt.
  public static func whole(
    accept: String,
    decode: @escaping @Sendable ([UInt8]) throws -> Output
  ) -> ResponseDecoding {
    ResponseDecoding(accept: accept, form: .whole(decode))
  }

  /// Whether a body, whatever the status, is handed on while it arrives.
  var mayStream: Bool {
    switch form {
    case .whole: false
    case .streamed: true
    case .byStatus(let cases): cases.contains(where: \.isStreamed)
    }
  }
}

extension ResponseDecoding where Output: JSONCodable {
  /// A JSON text.
  public static var json: ResponseDecoding { .json(accept: "application/json") }

  /// A JSON text of the given media type, such as `application/vnd.api+json`.
  public static func json(accept: String) -> ResponseDecoding { .whole(accept: accept) { try Output(json: $0) } }
}

extension ResponseDecoding {
  /// A JSON text, or nothing: nil when the body is empty.
  public static func optionalJSON<Value: JSONCodable>(accept: String = "application/json") -> ResponseDecoding
  where Output == Value? {
    .whole(accept: accept) { $0.isEmpty ? nil : try Value?(json: $0) }
  }
}

extension ResponseDecoding where Output == Void {
  /// Nothing: a body is read and dropped.
  public static var empty: ResponseDecoding { .whole(accept: "*/*") { _ in } }
}

extension ResponseDecoding where Output == String {
  /// A text in UTF-8; bytes that are none are replaced by U+FFFD.
  public static var text: ResponseDecoding { .text(accept: "text/plain, */*;q=0.5") }

  /// A text in UTF-8 of the given media type; bytes that are none are replaced by U+FFFD.
  public static func text(accept: String) -> ResponseDecoding {
    .whole(accept: accept) { String(decoding: $0, as: UTF8.self) }
  }
}

extension ResponseDecoding where Output == Data {
  /// The bytes as they come.
  public static var bytes: ResponseDecoding { .bytes(accept: "*/*") }

  /// The bytes as they come, of the given media type.
  public static func bytes(accept: String) -> ResponseDecoding { .whole(accept: accept) { Data($0) } }
}

extension ResponseDecoding where Output == ResponseBody {
  /// The bytes while they arrive.
  public static var stream: ResponseDecoding { .stream(accept: "*/*") }

  /// The bytes while they arrive, of the given media type.
  public static func stream(accept: String) -> ResponseDecoding {
    ResponseDecoding(accept: accept, form: .streamed { body, _ in body })
  }
}
