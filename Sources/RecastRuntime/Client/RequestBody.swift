/// The body of a request: its bytes and what they are.
public struct RequestBody: Sendable {
  /// The media type, sent as `Content-Type`.
  public let contentType: String
  /// The bytes, or why the value has no such form; the reason is thrown when the call is sent.
  public let bytes: Result<[UInt8], any Error>

  /// Bytes that are ready to be sent.
  public static func bytes(_ bytes: [UInt8], contentType: String) -> RequestBody {
    RequestBody(contentType: contentType, bytes: .success(bytes))
  }

  /// A value as JSON.
  public static func json(_ value: some JSONCodable) -> RequestBody {
    RequestBody(contentType: "application/json", bytes: Result { try value.jsonBytes() })
  }

  /// A text in UTF-8.
  public static func text(_ text: String, contentType: String = "text/plain; charset=utf-8") -> RequestBody {
    .bytes(Array(text.utf8), contentType: contentType)
  }
}

extension RequestBody: CustomStringConvertible {
  /// Size and media type; the content is not shown.
  public var description: String {
    switch bytes {
    case .success(let bytes): "\(bytes.count) bytes of \(contentType)"
    case .failure(let error): "no \(contentType): \(error)"
    }
  }
}
