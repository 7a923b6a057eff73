/// A text that was read, with what is needed to name places in it: the path as people know it, the UTF-8 bytes, and
/// where lines start. A line ends at LF, CRLF or CR.
package struct SourceFile: Sendable {
  /// One reference, so that the many spans of a document stay two words and a pointer.
  private final class Storage: Sendable {
    let path: String
    let bytes: [UInt8]
    let lineStarts: [Int]
    let scalarCounts: [Int]

    init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
      (lineStarts, scalarCounts) = bytes.withUnsafeBufferPointer(SourceFile.survey)
    }
  }

  private let storage: Storage

  /// - Parameters:
  ///   - path: the path as it is shown to people; nothing is opened.
  ///   - bytes: the content in UTF-8. Invalid sequences are allowed, and shown as U+FFFD.
  package init(path: String, bytes: [UInt8]) {
    storage = Storage(path: path, bytes: bytes)
  }

  /// The path as it is shown to people.
  package var path: String { storage.path }

  /// The content in UTF-8.
  package var bytes: [UInt8] { storage.bytes }

  /// How many lines the text has; at least 1.
  package var lineCount: Int { storage.lineStarts.count }

  /// The whole text as one span.
  package var span: SourceSpan { SourceSpan(file: self, range: 0..<bytes.count) }

  /// The span of some bytes of this text.
  package func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: self, range: range) }

  /// Line and column of a byte, both counted from 1. The column counts Unicode scalars.
  package func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(at: offset)
    return (line + 1, scalars(before: offset) - scalars(before: storage.lineStarts[line]) + 1)
  }

  /// The bytes of a line, counted from 1, without its line break; `nil` when there is no such line.
  package func range(ofLine line: Int) -> Range<Int>? {
    guard storage.lineStarts.indices.contains(line - 1) else { return nil }
    let start = storage.lineStarts[line - 1]
    var end = line < lineCount ? storage.lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The index of the last line that starts at or before the offset.
  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = storage.lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if storage.lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Scalars before a byte, found from the nearest checkpoint: minified documents have lines of megabytes.
  private func scalars(before offset: Int) -> Int {
    let checkpoint = offset / Self.checkpointDistance
    let start = checkpoint * Self.checkpointDistance
    return storage.bytes.withUnsafeBufferPointer { bytes in
      var count = storage.scalarCounts[checkpoint]
      for index in start..<offset where !bytes[index].continuesScalar { count += 1 }
      return count
    }
  }

  private static let checkpointDistance = 4096

  /// Finds the line starts, and counts the scalars before every checkpoint.
  private static func survey(_ bytes: UnsafeBufferPointer<UInt8>) -> (lineStarts: [Int], scalarCounts: [Int]) {
    var lineStarts = [0]
    // About as many lines as documents have for their size; room that is not used costs nothing.
    lineStarts.reserveCapacity(bytes.count / 24)
    var scalarCounts: [Int] = []
    scalarCounts.reserveCapacity(bytes.count / checkpointDistance + 1)
    var scalars = 0
    // Checkpoints are a multiple of eight bytes apart, so none is stepped over.
    for index in stride(from: 0, to: bytes.count, by: 8) {
      if index % checkpointDistance == 0 { scalarCounts.append(scalars) }
      if index + 8 <= bytes.count, bytes.isPlain(from: index) {
        scalars += 8
        continue
      }
      for index in index..<min(index + 8, bytes.count) {
        let byte = bytes[index]
        if !byte.continuesScalar { scalars += 1 }
        if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
          lineStarts.append(index + 1)
        }
      }
    }
    if bytes.count % checkpointDistance == 0 { scalarCounts.append(scalars) }
    return (lineStarts, scalarCounts)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the next eight bytes are ASCII without a line break, all looked at in one go.
  fileprivate func isPlain(from offset: Int) -> Bool {
    let word = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    // Taking away one borrows from the top bit of a byte only where the byte was zero, or had that bit itself.
    let (feeds, returns) = (word ^ 0x0A &* ones, word ^ 0x0D &* ones)
    return (word | (feeds &- ones) | (returns &- ones)) & tops == 0
  }
}

extension UInt8 {
  /// Whether this is the second or a later byte of a scalar in UTF-8.
  fileprivate var continuesScalar: Bool { self & 0xC0 == 0x80 }
}

extension SourceFile: Hashable {
  /// Whether both are the same text read once; the same bytes read twice are two.
  package static func == (left: SourceFile, right: SourceFile) -> Bool { left.storage === right.storage }

  /// Hashes the identity of the text.
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(storage)) }
}
