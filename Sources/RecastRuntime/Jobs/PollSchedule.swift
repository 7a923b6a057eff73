/// When to ask about a job: a pure function of the number of questions so far.
///
/// The first question is asked at once. Then the pauses are 1, 2, 4, 8, ... seconds up to the job's interval, so that
/// quick jobs are noticed quickly and slow ones are not asked about more often than the API likes. Each pause is varied
/// by up to a tenth, so that many jobs started together do not ask together. The last pause ends exactly at the
/// deadline, where one last question is asked.
struct PollSchedule: Sendable, Hashable {
  /// The pause between questions in the long run.
  let interval: Duration
  /// The time after which no pause begins.
  let deadline: Duration

  /// A pause, and whether the question after it is the last one.
  struct Pause: Sendable, Hashable {
    let duration: Duration
    let isLast: Bool
  }

  /// The pause after `attempts` questions; nil when the deadline is there.
  ///
  /// - Parameters:
  ///   - retryAfter: What the server asked for; the pause is not shorter than that.
  ///   - random: A number in 0..<1.
  func pause(afterAttempts attempts: Int, elapsed: Duration, retryAfter: Duration? = nil, random: Double) -> Pause? {
    let remaining = deadline - elapsed
    guard remaining > .zero else { return nil }
    // Beyond 2^20 seconds the interval has long won, and shifting further would overflow.
    let grown = Duration.seconds(1 << min(max(attempts - 1, 0), 20))
    let varied = min(grown, interval) * (0.9 + 0.2 * random)
    let wanted = max(varied, retryAfter ?? .zero)
    return wanted < remaining ? Pause(duration: wanted, isLast: false) : Pause(duration: remaining, isLast: true)
  }
}
