import Testing

@testable import RecastRuntime

@Suite("Poll schedule")
struct PollScheduleTests {
  private let schedule = PollSchedule(interval: .seconds(30), deadline: .minutes(15))

  @Test("pauses double from one second up to the interval")
  func growth() {
    let pauses = (1...8).map { schedule.pause(afterAttempts: $0, elapsed: .zero, random: 0.5)?.duration }
    #expect(pauses == [1, 2, 4, 8, 16, 30, 30, 30].map { .seconds($0) })
  }

  @Test("an interval below a second is kept from the start")
  func shortInterval() {
    let quick = PollSchedule(interval: .milliseconds(30), deadline: .seconds(1))
    #expect(quick.pause(afterAttempts: 1, elapsed: .zero, random: 0.5)?.duration == .milliseconds(30))
  }

  @Test("chance varies a pause by a tenth")
  func jitter() throws {
    let shortest = try #require(schedule.pause(afterAttempts: 9, elapsed: .zero, random: 0)).duration
    let longest = try #require(schedule.pause(afterAttempts: 9, elapsed: .zero, random: 0.999)).duration
    #expect(shortest == .seconds(27))
    #expect(longest > .seconds(32) && longest < .seconds(33))
  }

  @Test("the server's waiting time wins when it is longer")
  func retryAfter() {
    let longer = schedule.pause(afterAttempts: 1, elapsed: .zero, retryAfter: .seconds(7), random: 0.5)
    let shorter = schedule.pause(afterAttempts: 6, elapsed: .zero, retryAfter: .seconds(7), random: 0.5)
    #expect(longer?.duration == .seconds(7))
    #expect(shorter?.duration == .seconds(30))
  }

  @Test("no pause goes past the deadline, and the last one ends there")
  func deadline() {
    let last = schedule.pause(afterAttempts: 9, elapsed: .seconds(880), random: 0.5)
    #expect(last == .init(duration: .seconds(20), isLast: true))
    #expect(schedule.pause(afterAttempts: 9, elapsed: .minutes(15), random: 0.5) == nil)
    #expect(schedule.pause(afterAttempts: 9, elapsed: .hours(9), random: 0.5) == nil)
  }

  @Test("any number of attempts is fine")
  func manyAttempts() {
    #expect(schedule.pause(afterAttempts: .max, elapsed: .zero, random: 0.5)?.duration == .seconds(30))
    #expect(schedule.pause(afterAttempts: 0, elapsed: .zero, random: 0.5)?.duration == .seconds(1))
  }
}
