/// Reads events out of pieces of a `text/event-stream`, cut anywhere. What it holds is at most one event.
struct ServerSentEventParser: Sendable {
  /// No event is as long as this; a stream that never ends its line must not fill the memory.
  static let largestEvent = 16 * 1024 * 1024

  private var mark = ByteOrderMark()
  private var line: [UInt8] = []
  /// Whether the last byte was CR, so that an LF behind it ends no further line.
  private var endedWithCR = false
  private var event = ""
  private var data: [UInt8] = []
  private var hasData = false
  private var id = ""
  private var retry: Duration?

  /// Reads a piece, and adds the events that it completes.
  ///
  /// - Throws: `TransportError` (`tooLarge`) when an event is too long to hold.
  mutating func parse(_ piece: [UInt8], into events: inout [ServerSentEvent]) throws {
    var start = 0
    line += mark.skip(piece, &start)
    for index in start..<max(start, piece.count) {
      let byte = piece[index]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        endedWithCR = false
        continue
      }
      if byte == UInt8(ascii: "\n"), endedWithCR {
        endedWithCR = false
        start = index + 1
        continue
      }
      endedWithCR = byte == UInt8(ascii: "\r")
      line += piece[start..<index]
      start = index + 1
      endLine(into: &events)
    }
    if start < piece.count { line += piece[start...] }
    guard line.count + data.count <= Self.largestEvent else {
      throw TransportError(.tooLarge, "an event of the stream has more than \(Self.largestEvent) bytes")
    }
  }

  private mutating func endLine(into events: inout [ServerSentEvent]) {
    defer { line.removeAll(keepingCapacity: true) }
    guard !line.isEmpty else { return dispatch(into: &events) }
    let colon = line.firstIndex(of: UInt8(ascii: ":"))
    // A line that starts with a colon is a comment.
    guard colon != 0 else { return }
    let name = line[..<(colon ?? line.endIndex)]
    var value = colon.map { line[($0 + 1)...] } ?? []
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    take(String(decoding: name, as: UTF8.self), value)
  }

  private mutating func take(_ field: String, _ value: ArraySlice<UInt8>) {
    switch field {
    case "event": event = String(decoding: value, as: UTF8.self)
    case "data":
      if hasData { data.append(UInt8(ascii: "\n")) }
      data += value
      hasData = true
    case "id" where !value.contains(0): id = String(decoding: value, as: UTF8.self)
    case "retry" where !value.isEmpty && value.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains):
      // More than a century is no waiting time, and would overflow somewhere.
      retry = Int64(String(decoding: value, as: UTF8.self)).flatMap {
        $0 <= 3_153_600_000_000 ? .milliseconds($0) : nil
      }
    default: break
    }
  }

  /// An empty line ends an event; one without data is none.
  private mutating func dispatch(into events: inout [ServerSentEvent]) {
    defer {
      event = ""
      data = []
      hasData = false
    }
    guard hasData else { return }
    events.append(
      ServerSentEvent(
        event: event.isEmpty ? "message" : event,
        data: String(decoding: data, as: UTF8.self),
        id: id,
        retry: retry
      )
    )
    retry = nil
  }
}
