public import Foundation

/// A successful answer that is not what the API document promises.
public struct DecodingFailure: Error, Sendable {
  /// The operation that was called.
  public let operationID: String
  /// The path of the request, without its query.
  public let path: String
  /// The HTTP status code.
  public let status: Int
  /// What is wrong, with the place inside the answer; such as a missing member.
  public let problem: String
  /// Where in the answer, such as `data[3].status`; nil when the whole answer is at fault.
  public let valuePath: String?
  /// Where in the body, in bytes from its beginning, if that is known.
  public let offset: Int?
  /// The body around that place (or from its beginning), at most 200 bytes.
  public let excerpt: String

  init(
    _ error: any Error,
    operationID: String,
    path: String,
    status: Int,
    body: [UInt8],
    redact: (String) -> String
  ) {
    let json = error as? JSONError
    self.operationID = operationID
    self.path = path
    self.status = status
    problem = redact(String(describing: error))
    valuePath = json.flatMap { $0.path.isEmpty ? nil : redact($0.pathDescription) }
    offset = json?.offset
    excerpt = redact(Self.excerpt(body, around: json?.offset ?? 0))
  }

  /// Widened to whole characters, so that the excerpt does not begin in the middle of one.
  private static func excerpt(_ body: [UInt8], around offset: Int) -> String {
    let place = min(max(offset, 0), body.count)
    var start = max(0, place - 100)
    var end = min(body.count, place + 100)
    while start > 0, body[start] & 0xC0 == 0x80 { start -= 1 }
    while end < body.count, body[end] & 0xC0 == 0x80 { end += 1 }
    let text = OneLine.text(String(decoding: body[start..<end], as: UTF8.self), limit: 220)
    return (start > 0 ? "…" : "") + text + (end < body.count ? "…" : "")
  }
}

extension DecodingFailure: CustomStringConvertible {
  /// One line.
  public var description: String {
    let shown = excerpt.isEmpty ? "the body is empty" : "near: \(excerpt)"
    return OneLine.text(
      "\(operationID) \(path): the answer (\(status)) is not what was expected: \(problem); \(shown)",
      limit: 2000
    )
  }
}

extension DecodingFailure: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
