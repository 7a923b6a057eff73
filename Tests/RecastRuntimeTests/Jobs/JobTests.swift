import Foundation
import Testing

@testable import RecastRuntime

@Suite("Jobs")
struct JobTests {
  private let clock = ManualClock(jumping: true)

  private func state(_ status: String) -> RecordingTransport.Answer {
    .json(#"{"id":9,"status":"\#(status)","files":["daily","a/b"]}"#)
  }

  private func job(_ transport: RecordingTransport) throws -> Job<Checkup> {
    CheckupsResource(core: try .test(transport, clock: clock)).job(id: 9)
  }

  @Test("a job is created, polled until it succeeds, and gives its value and files")
  func success() async throws {
    let transport = RecordingTransport(state("ready"), state("ready"), state("processing"), state("success"))
    let resource = CheckupsResource(core: try .test(transport, clock: clock))
    let job = try await resource.create(pet: 1)
    #expect(job.id == "9")
    let completed = try await job.finished()
    #expect(completed.value.status == "success")
    #expect(completed.status == "success")
    #expect(completed.downloads.map(\.key) == ["daily", "a/b"])
    #expect(clock.sleeps == [.seconds(1), .seconds(2)])
    #expect(
      transport.sent.map(\.line) == ["POST https://api.example.com/v2/pets/1/checkups"]
        + [String](repeating: "GET https://api.example.com/v2/checkups/9", count: 3)
    )
  }

  @Test("a job that is over is not waited for")
  func alreadyOver() async throws {
    _ = try await job(RecordingTransport(state("success"))).finished()
    #expect(clock.sleeps.isEmpty)
  }

  @Test("a failure carries status and answer")
  func failure() async throws {
    let job = try job(RecordingTransport(state("processing"), state("error")))
    let error = await #expect(throws: JobFailed<Checkup>.self) { try await job.finished() }
    #expect(error?.status == "error")
    #expect(error?.snapshot.id == 9)
    #expect(error?.description == #"the checkup 9 ended as "error" and has no result"#)
  }

  @Test("a state that nobody documented ends the wait with the answer")
  func unknown() async throws {
    let transport = RecordingTransport(state("canceled"))
    let error = await #expect(throws: UnknownJobStatus<Checkup>.self) { try await job(transport).finished() }
    #expect(error?.status == "canceled")
    #expect(error?.snapshot.status == "canceled")
    #expect(transport.sent.count == 1)
  }

  @Test("unless the caller wants to go on")
  func keepPolling() async throws {
    let transport = RecordingTransport(state("queued"), state("success"))
    #expect(try await job(transport).finished(onUnknownStatus: .keepPolling).status == "success")
  }

  @Test("the deadline is the document's, or the caller's, and one last question is asked there")
  func deadline() async throws {
    for (within, expected) in [(nil, Duration.minutes(15)), (.seconds(5), .seconds(5))] as [(Duration?, Duration)] {
      let clock = ManualClock(jumping: true)
      let transport = RecordingTransport(state("processing"))
      let job = CheckupsResource(core: try .test(transport, clock: clock)).job(id: 9)
      let error = await #expect(throws: JobTimedOut<Checkup>.self) { try await job.finished(within: within) }
      #expect(clock.now.offset == expected)
      #expect(error?.elapsed == expected)
      #expect(error?.snapshot?.status == "processing")
      #expect(transport.sent.count == clock.sleeps.count + 1)
    }
  }

  @Test("a job that succeeds at the deadline succeeds")
  func lastTry() async throws {
    let transport = RecordingTransport { [clock] _, _ in
      state(clock.now.offset >= .seconds(5) ? "success" : "processing")
    }
    #expect(try await job(transport).finished(within: .seconds(5)).status == "success")
    #expect(clock.sleeps == [.seconds(1), .seconds(2), .seconds(2)])
  }

  @Test("busy servers and lost connections are asked again")
  func transient() async throws {
    let transport = RecordingTransport { _, number in
      switch number {
      case 0: return .json("Retry later", status: 429, headers: ["Retry-After": "40"])
      case 1: return .json("", status: 503)
      case 2: throw TransportError(.connectionLost, "gone")
      default: return state("success")
      }
    }
    _ = try await job(transport).finished()
    #expect(clock.sleeps == [.seconds(40), .seconds(2), .seconds(4)])
  }

  @Test("a server that never answers ends at the deadline, with the last problem")
  func neverAnswers() async throws {
    let job = try job(RecordingTransport(.json("", status: 503)))
    let error = await #expect(throws: JobTimedOut<Checkup>.self) { try await job.finished(within: .seconds(3)) }
    #expect(error?.snapshot == nil)
    #expect((error?.lastError as? APIError)?.status == 503)
    #expect(error?.description.contains("503 Service Unavailable") == true)
  }

  @Test("other answers end the wait at once", arguments: [400, 401, 403, 404, 422])
  func permanent(status: Int) async throws {
    let transport = RecordingTransport(state("ready"), .json("", status: status))
    let error = await #expect(throws: APIError.self) { try await job(transport).finished() }
    #expect(error?.status == status)
    #expect(transport.sent.count == 2)
  }

  @Test("updates show each answer, the last one included")
  func updates() async throws {
    let transport = RecordingTransport(state("ready"), .json("", status: 500), state("processing"), state("success"))
    var seen: [String] = []
    for try await update in try job(transport).updates {
      seen.append("\(update.attempt) \(update.status) \(update.elapsed.readable)")
    }
    #expect(seen == ["1 ready 0 ms", "3 processing 3 s", "4 success 7 s"])
  }

  @Test("updates show the answer that fails, then throw once, then are over")
  func failingUpdates() async throws {
    var iterator = try job(RecordingTransport(state("error"))).updates.makeAsyncIterator()
    #expect(try await iterator.next()?.status == "error")
    await #expect(throws: JobFailed<Checkup>.self) { try await iterator.next() }
    #expect(try await iterator.next() == nil)
  }

  @Test("cancelling ends the wait at once")
  func cancellation() async throws {
    let clock = ManualClock()
    let job = CheckupsResource(core: try .test(RecordingTransport(state("ready")), clock: clock)).job(id: 9)
    let task = Task { try await job.finished() }
    try await clock.sleepers(1)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("one question, whatever the state")
  func snapshot() async throws {
    #expect(try await job(RecordingTransport(state("error"))).snapshot().status == "error")
  }

  @Test("a key that the result does not have is answered with those it has")
  func unknownDownload() async throws {
    let completed = try await job(RecordingTransport(state("success"))).finished()
    let error = #expect(throws: UnknownDownload.self) { try completed.download("dayly") }
    #expect(error?.description == #"there is no file "dayly"; there are "daily", "a/b""#)
  }
}
