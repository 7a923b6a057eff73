import RecastOpenAPIDocument

/// Names for status codes (RFC 9110, section 15).
enum StatusName {
  /// The name of a status as a case: `ok`, `created`, `success` for `2XX`, `other` for `default`.
  static func value(_ status: String) -> Identifier {
    SwiftName.value(words[status] ?? ranges[status] ?? (Int(status) == nil ? "other" : "status \(status)"))
  }

  /// The name of the body of an error behind its operation's: `NotFound`, `ClientError` for `4XX`, `Error` for `default`.
  static func type(_ status: String) -> Identifier {
    SwiftName.type(words[status] ?? ranges[status] ?? (Int(status) == nil ? "error" : "status \(status)"))
  }

  private static let ranges = [
    "1XX": "information", "2XX": "success", "3XX": "redirection", "4XX": "client error", "5XX": "server error",
  ]

  private static let words = [
    "200": "ok", "201": "created", "202": "accepted", "203": "non authoritative", "204": "no content",
    "205": "reset content", "206": "partial content", "207": "multi status", "208": "already reported",
    "226": "im used", "300": "multiple choices", "301": "moved permanently", "302": "found", "303": "see other",
    "304": "not modified", "307": "temporary redirect", "308": "permanent redirect", "400": "bad request",
    "401": "unauthorized", "402": "payment required", "403": "forbidden", "404": "not found",
    "405": "method not allowed", "406": "not acceptable", "407": "proxy authentication required",
    "408": "request timeout", "409": "conflict", "410": "gone", "411": "length required",
    "412": "precondition failed", "413": "content too large", "414": "uri too long",
    "415": "unsupported media type", "416": "range not satisfiable", "417": "expectation failed",
    "421": "misdirected request", "422": "unprocessable content", "423": "locked", "424": "failed dependency",
    "425": "too early", "426": "upgrade required", "428": "precondition required", "429": "too many requests",
    "431": "header fields too large", "451": "unavailable for legal reasons", "500": "internal server error",
    "501": "not implemented", "502": "bad gateway", "503": "service unavailable", "504": "gateway timeout",
    "505": "version not supported", "507": "insufficient storage", "508": "loop detected",
  ]
}
