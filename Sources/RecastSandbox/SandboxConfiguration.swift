import Foundation

/// What a ``Sandbox`` accepts and how fast its time runs.
public struct SandboxConfiguration: Sendable {
  /// The bearer token that requests must carry.
  public var token: String
  /// The one client slug that exists.
  public var client: String
  /// How many times faster than the real service jobs run: at 1000 a report of three minutes takes 0.18 seconds.
  public var speed: Double
  /// The largest request body that is accepted, in bytes; a larger one is answered with 413.
  public var bodyLimit: Int

  /// How many runs may be created within a minute before the answer is 429.
  public var runsPerMinute: Int
  /// How many runs may be created within a day before the answer is 429.
  public var runsPerDay: Int
  /// How many optimizations, forecasts and spend forecasts may be created within a minute before the answer is 429.
  public var jobsPerMinute: Int
  /// How many plans and plan versions may be written within a minute before the answer is 429.
  public var planWritesPerMinute: Int

  /// The API document to show at `/api-docs`, in YAML or JSON; without one there are no such pages.
  public var document: Data?
  /// Who may log in to `/api-docs`.
  public var login: Login

  /// An account for the pages that people read. Programs use ``token``.
  public struct Login: Sendable {
    /// The address to log in with.
    public var email: String
    /// The password to log in with.
    public var password: String

    /// An account that suits a demonstration.
    public init(email: String = "analyst@example.com", password: String = "sandbox") {
      self.email = email
      self.password = password
    }
  }

  /// All settings have a default that suits a demonstration.
  public init(
    token: String = "gr_sandbox_token",
    client: String = "democlient",
    speed: Double = 1000,
    bodyLimit: Int = 32 << 20,
    runsPerMinute: Int = 20,
    runsPerDay: Int = 100,
    jobsPerMinute: Int = 25,
    planWritesPerMinute: Int = 20,
    document: Data? = nil,
    login: Login = Login()
  ) {
    self.token = token
    self.client = client
    self.speed = speed > 0 && speed.isFinite ? speed : 1
    self.bodyLimit = bodyLimit
    self.runsPerMinute = runsPerMinute
    self.runsPerDay = runsPerDay
    self.jobsPerMinute = jobsPerMinute
    self.planWritesPerMinute = planWritesPerMinute
    self.document = document
    self.login = login
  }
}
