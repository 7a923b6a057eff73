public import Logging

/// Everything that calls to one API share: address, credential, transport, rate limits, log and clock.
///
/// A connection is a value; its copies share the transport's connections and the rate limits. It is safe to use from
/// any number of tasks. It never shows its credential: not in descriptions, mirrors, errors or logs.
public struct Connection: Sendable {
  let addresses: Addresses
  let credentials: Credentials
  let transport: any Transport
  let logger: Logger
  let clock: any Clock<Duration>
  let timeoutClock: any Clock<Duration>
  let random: @Sendable () -> Double
  let limiter: RateLimiter
  let timeout: Duration
  /// Whether the rules of the API that calls know are checked before anything is sent.
  public var checks = true

  /// Creates a connection. Nothing is sent yet.
  ///
  /// - Parameters:
  ///   - baseURL: Where the API lives, `https://api.example.com/v2`. Plain http is accepted for loopback hosts only.
  ///   - credential: The token, or where it comes from; environment variables are read now. Nil for an open API.
  ///   - authentication: How the token travels.
  ///   - servers: What there is to know about further servers of the API.
  ///   - transport: What carries requests; nil for URLSession.
  ///   - timeout: How long a call may take if its options say nothing.
  ///   - logger: Where exchanges are logged, without credentials, queries and bodies; nil for nowhere.
  ///   - clock: The time for polling and rate limits.
  ///   - random: Numbers in 0..<1 that spread polling.
  /// - Throws: `ConfigurationError` when the address or the token cannot be used.
  public init(
    baseURL: String,
    credential: Credential?,
    authentication: Authentication = .bearer,
    servers: ServerRules = ServerRules(),
    transport: (any Transport)? = nil,
    timeout: Duration = .seconds(120),
    logger: Logger? = nil,
    clock: any Clock<Duration> = ContinuousClock(),
    random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
  ) throws {
    try self.init(
      baseURL: baseURL,
      credentials: Credentials(credential, authentication),
      servers: servers,
      transport: transport,
      timeout: timeout,
      logger: logger,
      clock: clock,
      random: random,
      timeoutClock: ContinuousClock()
    )
  }

  /// As above, for an API with several security schemes: each call says which of them it needs.
  public init(
    baseURL: String,
    credentials: [SchemeCredential],
    servers: ServerRules = ServerRules(),
    transport: (any Transport)? = nil,
    timeout: Duration = .seconds(120),
    logger: Logger? = nil,
    clock: any Clock<Duration> = ContinuousClock(),
    random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
  ) throws {
    try self.init(
      baseURL: baseURL,
      credentials: Credentials(credentials),
      servers: servers,
      transport: transport,
      timeout: timeout,
      logger: logger,
      clock: clock,
      random: random,
      timeoutClock: ContinuousClock()
    )
  }

  /// As above, with a clock of its own for the time limit of single calls: tests stop one and let the other run.
  init(
    baseURL: String,
    credentials: Credentials,
    servers: ServerRules,
    transport: (any Transport)? = nil,
    timeout: Duration = .seconds(120),
    logger: Logger? = nil,
    clock: any Clock<Duration>,
    random: @escaping @Sendable () -> Double,
    timeoutClock: any Clock<Duration>
  ) throws {
    addresses = try Addresses(baseURL, servers)
    self.credentials = credentials
    self.transport = transport ?? URLSessionTransport()
    self.logger = logger ?? .silent
    self.clock = clock
    self.timeoutClock = timeoutClock
    self.random = random
    self.timeout = timeout
    limiter = RateLimiter(clock: clock)
  }
}

extension Connection: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The address; never the credential.
  public var description: String { "Connection(\(addresses.base))" }
  /// The address; never the credential.
  public var debugDescription: String { description }
  /// The address alone.
  public var customMirror: Mirror { Mirror(self, children: ["baseURL": addresses.base.description]) }
}
