import Foundation
import Testing

@testable import RecastRuntime

@Suite("Body buffer")
struct BodyBufferTests {
  @Test("memory holds a megabyte at most, however much waits, and order is kept")
  func bounded() throws {
    var buffer = BodyBuffer()
    var expected = 0
    var received: [UInt8] = []
    for round in 0..<3 {
      for number in 0..<200 {
        _ = try buffer.append(Data(repeating: UInt8(truncatingIfNeeded: round &* 200 &+ number), count: 16_384))
        expected += 16_384
        #expect(buffer.bytesInMemory <= BodyBuffer.memoryLimit)
      }
      while case .piece(let bytes) = try buffer.take() { received += bytes }
      #expect(received.count == expected)
    }
    let isOrdered = (0..<600).allSatisfy { received[$0 * 16_384] == UInt8(truncatingIfNeeded: $0) }
    #expect(isOrdered)
  }

  @Test("what waits is read before the end, and dropped at a failure")
  func ending() throws {
    var complete = BodyBuffer()
    _ = try complete.append(Data([1, 2]))
    _ = complete.finish(.success(()))
    guard case .piece(let bytes) = try complete.take() else {
      Issue.record("the bytes before the end are missing")
      return
    }
    #expect(bytes == [1, 2])
    guard case .ended(.success) = try complete.take() else {
      Issue.record("the end is missing")
      return
    }

    var broken = BodyBuffer()
    _ = try broken.append(Data([1, 2]))
    _ = broken.finish(.failure(CancellationError()))
    _ = broken.finish(.success(()))
    guard case .ended(.failure) = try broken.take() else {
      Issue.record("the failure is missing")
      return
    }
  }
}
