/// A long-running result on the server: its identifier, and how to ask about it. Making one sends nothing.
public struct Job<Value: Sendable>: Sendable {
  let connection: Connection
  let definition: JobDefinition<Value>
  let poll: Call<Value>
  let options: CallOptions
  let downloadsOfValue: (@Sendable (Value) -> Downloads)?

  /// The job's identifier, as text; keep it to ask again later.
  public let id: String

  /// Creates a handle on a job that the server knows.
  ///
  /// - Parameters:
  ///   - connection: Where it lives.
  ///   - id: Its identifier.
  ///   - definition: How it goes.
  ///   - poll: The call that asks about it.
  ///   - options: Those of every look that names no others.
  ///   - downloads: The files of a finished job, if it has any.
  public init(
    connection: Connection,
    id: String,
    definition: JobDefinition<Value>,
    poll: Call<Value>,
    options: CallOptions = CallOptions(),
    downloads: (@Sendable (Value) -> Downloads)? = nil
  ) {
    self.connection = connection
    self.id = id
    self.definition = definition
    self.poll = poll
    self.options = options
    downloadsOfValue = downloads
  }

  /// Asks once, whatever the job's state.
  ///
  /// - Throws: As `Connection.send`.
  public func snapshot(options: CallOptions? = nil) async throws -> Value {
    try await connection.send(poll, options: options ?? self.options)
  }

  /// Waits until the job is over, and returns its result.
  ///
  /// - Parameters:
  ///   - deadline: How long to wait at most; nil for what the API document says.
  ///   - onUnknownStatus: What to do about a state that the document does not list.
  /// - Throws: `JobFailed`, `JobTimedOut` and `UnknownJobStatus`, each with the last answer; `APIError` and
  ///   `DecodingFailure` when asking makes no sense any more; `CancellationError` when the task is cancelled.
  public func finished(
    within deadline: Duration? = nil,
    onUnknownStatus: UnknownStatusPolicy = .fail
  ) async throws -> Completed<Value> {
    let name = definition.name
    var last: Value?
    for try await update in updates(within: deadline, onUnknownStatus: onUnknownStatus) { last = update.value }
    // The sequence yields the answer that ends it before it ends.
    guard let last else { throw TransportError(.other, "the \(name) \(id) gave no answer") }
    return Completed(last, downloads: downloadsOfValue?(last) ?? Downloads([]))
  }

  /// The job's answers while it goes on, with the document's deadline; see `JobUpdates` for how it ends.
  public var updates: JobUpdates<Value> { updates(within: nil) }

  /// The job's answers while it goes on; see `JobUpdates` for how it ends.
  public func updates(
    within deadline: Duration?,
    onUnknownStatus: UnknownStatusPolicy = .fail
  ) -> JobUpdates<Value> {
    JobUpdates(job: self, deadline: deadline ?? definition.deadline, onUnknownStatus: onUnknownStatus)
  }
}

extension Job: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Name and identifier, such as `report 42`.
  public var description: String { "\(definition.name) \(id)" }
  /// Name and identifier.
  public var debugDescription: String { "Job(\(description))" }
  /// Name and identifier.
  public var customMirror: Mirror { Mirror(self, children: ["name": definition.name, "id": id]) }
}

extension Connection {
  /// Sends the call that creates a job, and returns the handle on it.
  ///
  /// - Parameter job: Makes the handle from the answer.
  /// - Throws: As `send`. An error without an answer of the server leaves open whether the job was created.
  public func start<Created, Value>(
    _ call: Call<Created>,
    options: CallOptions = CallOptions(),
    job: @Sendable (Created) throws -> Job<Value>
  ) async throws -> Job<Value> {
    try await job(send(call, options: options))
  }
}
