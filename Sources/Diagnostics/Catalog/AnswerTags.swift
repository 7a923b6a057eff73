extension DiagnosticTag {
  /// What stands where a status code belongs is none.
  package static let unknownStatus = DiagnosticTag("unknown-status")
  /// A body is described where HTTP has none.
  package static let bodyNotAllowed = DiagnosticTag("body-not-allowed")
  /// No answer of a call that succeeds is described.
  package static let undescribedSuccess = DiagnosticTag("undescribed-success")
  /// An answer is of a kind that is not generated.
  package static let unsupportedResponse = DiagnosticTag("unsupported-response")
}

extension DiagnosticCatalog {
  /// What there is to say about what operations answer.
  static let answers: [Entry] = [
    Entry(
      .unknownStatus,
      summary: "what stands where a status code belongs is none",
      explanation: """
        Responses are listed by status code (`200`), by range (`2XX`), or under `default`. The response is left out.
        """,
      remedy: "Correct the status code."
    ),
    Entry(
      .bodyNotAllowed,
      summary: "a body is described where HTTP has none",
      explanation: """
        Answers with status 204 or 205, and answers to HEAD, have no body, whatever the document says. The method hands \
        over a value if one comes all the same, and nil otherwise.
        """,
      remedy: "Describe the body under the status that the server really answers with, or remove it."
    ),
    Entry(
      .undescribedSuccess,
      summary: "no answer of a call that succeeds is described",
      explanation: """
        The document describes errors only, or nothing. The method sends the request and returns nothing; `raw` of the \
        call answers with the bytes.
        """,
      remedy: "Describe the response `200`, or whichever the server answers with."
    ),
    Entry(
      .unsupportedResponse,
      summary: "an answer is of a kind that is not generated",
      explanation: """
        A change of protocol (status 101), as for web sockets, ends what HTTP can do.
        """,
      remedy: "Open the connection with a library for that protocol."
    ),
  ]
}
