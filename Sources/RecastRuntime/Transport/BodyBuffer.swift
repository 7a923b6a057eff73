import Foundation

/// The bytes of a body between the callbacks that bring them and the task that reads them.
///
/// URLSession cannot be told to slow down: on Linux it has no backpressure, and suspending a task there ends the
/// process. What the reader has not taken is therefore kept up to a limit in memory, and beyond it on disk, so that
/// memory stays constant however slow the reader is.
struct BodyBuffer {
  /// A reader that waits for the next piece.
  typealias Reader = CheckedContinuation<[UInt8]?, any Error>

  /// How many bytes wait in memory, and how many are read from disk at once.
  static let memoryLimit = 1 << 20
  private static let readSize = 1 << 18

  private var memory: [UInt8] = []
  private var spill: SpillFile?
  private var end: Result<Void, any Error>?
  private var reader: Reader?

  /// How many bytes wait in memory now.
  var bytesInMemory: Int { memory.count }

  /// Adds bytes; returns the reader to wake with them, if one waits.
  ///
  /// - Throws: What the file system reports when the bytes have to go to disk and cannot.
  mutating func append(_ data: Data) throws -> Reader? {
    guard end == nil else { return nil }
    if let waiting = reader {
      reader = nil
      memory += data
      return waiting
    }
    if spill == nil, memory.count + data.count <= Self.memoryLimit {
      memory += data
      return nil
    }
    // What is on disk is newer than what is in memory, so everything goes there until the reader has caught up.
    var file = try spill ?? SpillFile()
    try file.append(data)
    spill = file
    return nil
  }

  /// Ends the body; returns the reader to wake, if one waits. The first end counts.
  mutating func finish(_ result: Result<Void, any Error>) -> Reader? {
    guard end == nil else { return nil }
    end = result
    if case .failure = result {
      memory = []
      spill = nil
    }
    defer { reader = nil }
    return reader
  }

  /// What there is to read now: a piece, the end, or nothing yet.
  enum Availability {
    case piece([UInt8])
    case ended(Result<Void, any Error>)
    case nothing
  }

  /// Takes what there is.
  ///
  /// - Throws: What the file system reports.
  mutating func take() throws -> Availability {
    if !memory.isEmpty {
      defer { memory = [] }
      return .piece(memory)
    }
    if var file = spill {
      spill = nil
      let bytes = try file.take(Self.readSize)
      if !file.isDrained { spill = file }
      return .piece(bytes)
    }
    return end.map(Availability.ended) ?? .nothing
  }

  /// Takes what there is, or leaves the reader waiting; returns what to wake it with at once.
  mutating func take(for waiting: Reader) -> Result<[UInt8]?, any Error>? {
    do {
      switch try take() {
      case .piece(let bytes): return .success(bytes)
      case .ended(let result): return result.map { nil }
      case .nothing:
        guard reader == nil else {
          return .failure(TransportError(.other, "the body is read by two tasks at once; it can be read once"))
        }
        reader = waiting
        return nil
      }
    } catch {
      return .failure(TransportError(.other, "the buffer for the answer could not be read: \(error)"))
    }
  }
}
