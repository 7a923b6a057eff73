/// What to do when a job reports a state that the API document does not list.
public struct UnknownStatusPolicy: Sendable, Hashable {
  private let keepsPolling: Bool

  /// End the wait with `UnknownJobStatus`, which carries the answer: nobody knows whether such a job is over.
  public static var fail: UnknownStatusPolicy { UnknownStatusPolicy(keepsPolling: false) }
  /// Count it as not over yet, and go on until the deadline.
  public static var keepPolling: UnknownStatusPolicy { UnknownStatusPolicy(keepsPolling: true) }
}
