/// How often an operation may be called: all its limits at once.
public struct RateLimit: Sendable, Hashable {
  /// So many calls within any span of that length.
  public struct Limit: Sendable, Hashable {
    /// The number of calls, at least 1.
    public let calls: Int
    /// The length of the span.
    public let per: Duration

    /// Creates a limit; fewer than one call counts as one.
    public init(calls: Int, per: Duration) {
      self.calls = max(1, calls)
      self.per = per
    }
  }

  /// What is counted together: operations with the same scope share one count.
  public let scope: String
  /// The limits, all of which hold.
  public let limits: [Limit]

  /// Creates a rate limit.
  public init(scope: String, limits: [Limit]) {
    self.scope = scope
    self.limits = limits
  }
}
