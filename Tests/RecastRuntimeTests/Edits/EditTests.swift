import Foundation
import Testing

@testable import RecastRuntime

/// Changing what others change meanwhile.
@Suite struct EditTests {
  /// A thing with versions: each change has to name the latest.
  private struct Thing: Sendable {
    let latest = Locked(1)
    let refusals: Locked<[Int]>

    init(refusing statuses: [Int] = []) { refusals = Locked(statuses) }

    /// Answers changes with the statuses that are left, and then takes them.
    func connection() throws -> Connection {
      try .test(
        RecordingTransport { sent, _ in
          let status = refusals.withLock { $0.isEmpty ? nil : $0.removeFirst() }
          if let status {
            if status == 409 { latest.withLock { $0 += 1 } }
            return .json(#"{"error":{"message":"no"}}"#, status: status)
          }
          return .json(sent.bodyText ?? "")
        },
        clock: ManualClock(jumping: true)
      )
    }

    func change(_ connection: Connection, attempts: Int = 3) async throws -> Int {
      try await connection.edit(
        "createVersion",
        attempts: attempts,
        conflict: 409,
        current: { latest.withLock { $0 } }
      ) { current in
        try await connection.send(Call("createVersion", .post, "/versions", body: .json(current), response: .json))
      }
    }
  }

  @Test func aConflictStartsOverFromWhatIsCurrentThen() async throws {
    let thing = Thing(refusing: [409, 409])
    #expect(try await thing.change(thing.connection()) == 3)
  }

  @Test func attemptsAreBounded() async throws {
    let thing = Thing(refusing: [409, 409, 409, 409])
    let error = await #expect(throws: EditConflict.self) { _ = try await thing.change(thing.connection()) }
    #expect(error?.attempts == 3 && error?.refusal.status == 409)
    #expect(error?.description.hasPrefix("createVersion came too late 3 times") == true)
    #expect(thing.refusals.withLock { $0 } == [409])
  }

  @Test(arguments: [400, 404, 422, 429, 500])
  func otherRefusalsAreNotTriedAgain(status: Int) async throws {
    let thing = Thing(refusing: [status, 409])
    let error = await #expect(throws: APIError.self) { _ = try await thing.change(thing.connection()) }
    #expect(error?.status == status)
    #expect(thing.refusals.withLock { $0 } == [409])
  }

  @Test func nothingCurrentIsAnErrorOfItsOwn() async throws {
    let connection = try Thing().connection()
    await #expect(throws: NothingToEdit(operationID: "createVersion")) {
      try await connection.edit("createVersion", attempts: 3, conflict: 409, current: { nil as Int? }) { $0 }
    }
  }

  @Test func cancellationEndsIt() async throws {
    let thing = Thing(refusing: Array(repeating: 409, count: 1000))
    let connection = try thing.connection()
    let task = Task { try await thing.change(connection, attempts: .max) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
