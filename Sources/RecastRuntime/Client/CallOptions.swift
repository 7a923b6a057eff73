/// What a caller may say about one call besides its arguments.
public struct CallOptions: Sendable {
  /// How long the call may take in all, waiting for a rate limit included. Nil: the connection's timeout, not counting
  /// a wait for a rate limit.
  ///
  /// For a download it ends with the head of the answer: how long a body takes depends on its size, so there only
  /// silence is bounded, by the transport.
  public var timeout: Duration?
  /// Header fields for this call, added to those of the operation; a field of the same name replaces it.
  public var headers: [HeaderItem]
  /// Whether the rules of the API that this client knows are checked before anything is sent; without, the server is
  /// left to refuse what it does not take.
  public var checks: Bool

  /// Creates options; without arguments, those of an ordinary call.
  public init(timeout: Duration? = nil, headers: [HeaderItem] = [], checks: Bool = true) {
    self.timeout = timeout
    self.headers = headers
    self.checks = checks
  }
}
