import Foundation
import RecastTestSupport
import Testing

@testable import RecastRuntime

@Suite("Rate limits", .patient)
struct RateLimiterTests {
  private let twoPerMinute = RateLimit(scope: "s", limits: [.init(calls: 2, per: .seconds(60))])

  @Test("calls beyond the limit wait until the window has moved on")
  func waiting() async throws {
    let clock = ManualClock(jumping: true)
    let limiter = RateLimiter(clock: clock)
    for _ in 0..<5 { try await limiter.admit(twoPerMinute, operationID: "o", within: .hours(1)) }
    #expect(clock.sleeps == [.seconds(60), .seconds(60)])
    #expect(clock.now.offset == .seconds(120))
  }

  @Test("of several limits, the strictest holds at each moment")
  func severalLimits() async throws {
    let clock = ManualClock(jumping: true)
    let limiter = RateLimiter(clock: clock)
    let limit = RateLimit(
      scope: "s",
      limits: [.init(calls: 2, per: .seconds(60)), .init(calls: 3, per: .hours(24))]
    )
    for _ in 0..<4 { try await limiter.admit(limit, operationID: "o", within: .hours(48)) }
    #expect(clock.sleeps == [.seconds(60), .hours(24) - .seconds(60)])
  }

  @Test("scopes do not count each other's calls")
  func scopes() async throws {
    let clock = ManualClock(jumping: true)
    let limiter = RateLimiter(clock: clock)
    for scope in ["a", "b", "a", "b"] {
      let limit = RateLimit(scope: scope, limits: twoPerMinute.limits)
      try await limiter.admit(limit, operationID: "o", within: .zero)
    }
    #expect(clock.sleeps.isEmpty)
  }

  @Test("waiting calls go in the order in which they came")
  func order() async throws {
    let clock = ManualClock()
    let limiter = RateLimiter(clock: clock)
    let one = RateLimit(scope: "s", limits: [.init(calls: 1, per: .seconds(10))])
    try await limiter.admit(one, operationID: "o", within: .zero)
    let gone = Locked<[Int]>([])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...3 {
        group.addTask {
          try await limiter.admit(one, operationID: "o", within: .hours(1))
          gone.withLock { $0.append(number) }
        }
        try await clock.sleepers(number)
      }
      for number in 1...3 {
        clock.advance(by: .seconds(10))
        try await until { gone.withLock { $0.count } >= number }
      }
      try await group.waitForAll()
    }
    #expect(gone.withLock { $0 } == [1, 2, 3])
  }

  @Test("a cancelled call gives its place back, and forgets no earlier one")
  func cancellation() async throws {
    let clock = ManualClock()
    let limiter = RateLimiter(clock: clock)
    for _ in 0..<2 { try await limiter.admit(twoPerMinute, operationID: "o", within: .zero) }
    let task = Task { try await limiter.admit(twoPerMinute, operationID: "o", within: .hours(1)) }
    try await clock.sleepers(1)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    let error = await #expect(throws: RateLimitError.self) {
      try await limiter.admit(twoPerMinute, operationID: "o", within: .zero)
    }
    #expect(error?.wait == .seconds(60))
    clock.advance(by: .seconds(60))
    for _ in 0..<2 { try await limiter.admit(twoPerMinute, operationID: "o", within: .zero) }
  }

  @Test("a call that would wait longer than it may is not sent, and says how long it would be")
  func impatient() async throws {
    let clock = ManualClock(jumping: true)
    let transport = RecordingTransport(.json(#"{"id":1,"status":"ready"}"#))
    let connection = try Connection.test(transport, clock: clock)
    let copy = connection
    for connection in [connection, copy] { _ = try await connection.send(Calls.startCheckup(id: 1)) }
    let error = await #expect(throws: RateLimitError.self) {
      try await connection.send(Calls.startCheckup(id: 1), options: CallOptions(timeout: .seconds(30)))
    }
    #expect(error?.wait == .seconds(60))
    #expect(
      error?.description == "startCheckup was not sent: the limit of 2 per 1 min (checkups) is used up; "
        + "it is free again in 1 min. Call later, or allow more time"
    )
    #expect(transport.sent.count == 2)
    _ = try await connection.send(Calls.startCheckup(id: 1))
    #expect(clock.sleeps == [.seconds(60)])
  }
}
