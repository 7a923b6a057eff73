/// What a body that is read later has to know of its exchange, to report what is wrong with it.
struct AnswerContext: Sendable {
  let operationID: String
  let path: String
  let status: Int
  let redaction: Redaction

  /// The failure to make sense of a piece of the body.
  func failure(_ error: any Error, in bytes: [UInt8]) -> DecodingFailure {
    DecodingFailure(
      error,
      operationID: operationID,
      path: path,
      status: status,
      body: bytes,
      redact: redaction.text
    )
  }
}
