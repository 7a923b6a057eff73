import HTTPTypes

extension Connection {
  /// Sends a call and reads its answer.
  ///
  /// Redirects are followed within the API's own origin; a foreign address gets no credential, and no request other
  /// than GET or HEAD.
  ///
  /// - Throws: `APIError` for an answer outside 200...299; `TransportError` when none came; `DecodingFailure` when it is
  ///   not what was expected; `RateLimitError` when the limit would make it wait too long; `InvalidRequest` and
  ///   `ConfigurationError` when nothing could be sent; `CancellationError` when the task is cancelled.
  public func send<Output>(_ call: Call<Output>, options: CallOptions = CallOptions()) async throws -> Output {
    try await response(to: call, options: options).value
  }

  /// Sends a call and reads its answer with status and header fields; otherwise as `send`.
  public func response<Output>(
    to call: Call<Output>,
    options: CallOptions = CallOptions()
  ) async throws -> APIResponse<Output> {
    let request = try PreparedRequest(call, options: options, base: addresses.base(of: call), checks: checks)
    let stopwatch = Stopwatch(clock)
    if let rateLimit = call.rateLimit {
      try await limiter.admit(rateLimit, operationID: call.operationID, within: options.timeout ?? Self.longestWait)
    }
    let limit = options.timeout.map { $0 - stopwatch.elapsed() } ?? timeout
    do {
      return try await withTimeout(limit, clock: timeoutClock) {
        try await logged(request) { try await exchange(request, decoding: call.response) }
      }
    } catch let error as TransportError {
      throw error.naming(request.label)
    }
  }

  /// How long a call without a timeout of its own waits for a rate limit.
  static var longestWait: Duration { .minutes(10) }

  /// Bodies that are read whole are bounded: a small compressed answer can unfold to any size.
  static var largestBody: Int { 256 * 1024 * 1024 }

  /// How many redirects one call follows.
  static var mostRedirects: Int { 5 }

  private func exchange<Output>(
    _ request: PreparedRequest,
    decoding: ResponseDecoding<Output>
  ) async throws -> APIResponse<Output> {
    let secrets = try await credentials.secrets(for: request)
    let redaction = Redaction(secrets.sensitiveTexts)
    let (response, body) = try await follow(Hop(request), secrets: secrets, label: request.label)
    let status = response.status.code
    guard (200...299).contains(status) else {
      let beginning = await body.beginning(APIError.bodyLimit + redaction.longest)
      throw APIError(request, response, body: Array(redaction.bytes(beginning).prefix(APIError.bodyLimit)))
    }
    let context = AnswerContext(
      operationID: request.operationID,
      path: request.pathWithoutQuery,
      status: status,
      redaction: redaction
    )
    let value = try await value(of: body, decoding.form(for: status), context)
    return APIResponse(value: value, status: status, headers: response.headerFields)
  }

  private func value<Output>(
    of body: ResponseBody,
    _ form: StatusCase<Output>.Form,
    _ context: AnswerContext
  ) async throws -> Output {
    switch form {
    case .streamed(let hand):
      return hand(body, context)
    case .whole(let decode):
      let bytes = try await body.collect(upTo: Self.largestBody)
      do {
        return try decode(bytes)
      } catch {
        throw context.failure(error, in: bytes)
      }
    }
  }

  /// Sends a request and follows its redirects. The secrets are added hop by hop, and only where they may go.
  private func follow(
    _ first: Hop,
    secrets: [Credentials.Applied],
    label: String
  ) async throws -> (HTTPResponse, ResponseBody) {
    var hop = first
    for _ in 0...Self.mostRedirects {
      try Task.checkCancellation()
      var message = hop.message
      if hop.trusted {
        for item in secrets { item.authentication.apply(item.secret, to: &message) }
      }
      let (response, body) = try await transport.send(message, body: hop.body)
      guard let next = try hop.redirected(by: response) else {
        return (response, body.checked(length: Self.length(of: response, to: hop.method), label: label))
      }
      hop = next
    }
    throw TransportError(.redirect, "the server redirects more than \(Self.mostRedirects) times; check the base URL")
  }

  /// The number of bytes that the body must have (RFC 9112, section 6.3); nil when it is not said, or said of the
  /// compressed form that the transport has already unfolded.
  private static func length(of response: HTTPResponse, to method: HTTPRequest.Method) -> Int64? {
    guard method != .head, response.status.code != 204, response.status.code != 304 else { return nil }
    guard response.headerFields[.contentEncoding].map({ $0.lowercased() == "identity" }) ?? true else { return nil }
    return response.headerFields[.contentLength].flatMap { Int64($0) }
  }
}
