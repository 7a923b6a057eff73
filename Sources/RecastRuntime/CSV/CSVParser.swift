/// Reads CSV (RFC 4180) from bytes that come in pieces of any size, without knowing what the columns mean.
///
/// Tolerant where files differ: lines end with CRLF, LF or CR, the last one may lack its end, a byte order mark and
/// empty lines are skipped, and a quote inside an unquoted field is text. Memory is that of one row.
public struct CSVParser: Sendable {
  /// Where in a row the next byte stands.
  private enum State {
    case fieldStart
    case unquoted
    case quoted
    /// After a quote inside a quoted field: the field's end, or the first half of a doubled quote.
    case quoteInQuoted
  }

  private let separator: UInt8
  private let limits: CSVLimits
  private var state = State.fieldStart
  private var row = CSVFields(line: 1)
  /// A CR ended a line: an LF right after it belongs to it.
  private var skipsLineFeed = false
  private var mark = ByteOrderMark()
  private var line = 1
  private var quoteLine = 1

  /// Creates a parser at the beginning of a file. An ASCII character stands between fields, a comma unless said
  /// otherwise.
  public init(separator: Character = ",", limits: CSVLimits = CSVLimits()) {
    self.separator = separator.asciiValue ?? UInt8(ascii: ",")
    self.limits = limits
  }

  /// Takes the next bytes and appends the rows that they complete.
  ///
  /// - Throws: `CSVError` when a row exceeds the limits; the rows before it have been appended.
  public mutating func parse(_ bytes: [UInt8], into rows: inout [CSVFields]) throws {
    var index = 0
    if !mark.isDecided {
      let replayed = mark.skip(bytes, &index)
      try consume(replayed[...], into: &rows)
    }
    try consume(bytes[index...], into: &rows)
  }

  /// Ends the file: appends the last row if it lacks its line end.
  ///
  /// - Throws: `CSVError` when the file ends inside quotes, as a truncated one does.
  public mutating func finish(into rows: inout [CSVFields]) throws {
    try consume(mark.end()[...], into: &rows)
    guard state != .quoted else {
      throw CSVError("the file ends inside a quoted field that began on line \(quoteLine)", line: quoteLine)
    }
    if !isAtRowStart { endRow(into: &rows) }
  }

  private var isAtRowStart: Bool { row.isUntouched && state == .fieldStart }

  private mutating func consume(_ bytes: ArraySlice<UInt8>, into rows: inout [CSVFields]) throws {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      // Most bytes are the inside of a field: they are taken as one run.
      let run = endOfRun(bytes, from: index)
      if run > index {
        try append(bytes[index..<run])
        index = run
      } else {
        try take(bytes[index], into: &rows)
        index += 1
      }
    }
  }

  /// The end of the bytes from `start` on that are nothing but content of the current field.
  private func endOfRun(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    switch state {
    case .quoted:
      while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") { index += 1 }
    case .unquoted:
      while index < bytes.endIndex, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    case .fieldStart, .quoteInQuoted:
      break
    }
    return index
  }

  /// Takes a byte that may mean more than itself.
  private mutating func take(_ byte: UInt8, into rows: inout [CSVFields]) throws {
    if skipsLineFeed {
      skipsLineFeed = false
      if byte == 0x0A { return }
    }
    switch (state, byte) {
    case (.quoted, _):
      state = .quoteInQuoted
    case (.quoteInQuoted, UInt8(ascii: "\"")):
      state = .quoted
      try append([byte])
    case (.fieldStart, UInt8(ascii: "\"")):
      state = .quoted
      quoteLine = line
      row.isStarted = true
    case (_, separator):
      row.endField()
      state = .fieldStart
      try checkLength()
    case (_, 0x0A), (_, 0x0D):
      skipsLineFeed = byte == 0x0D
      line += 1
      if isAtRowStart { row.line = line } else { endRow(into: &rows) }
    default:
      state = .unquoted
      try append([byte])
    }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) throws {
    if state == .quoted {
      for byte in bytes where byte == 0x0A { line += 1 }
    }
    row.append(bytes)
    try checkLength()
  }

  private func checkLength() throws {
    guard row.length <= limits.bytesPerRow else {
      throw CSVError("the row is longer than \(limits.bytesPerRow) bytes", line: row.line)
    }
  }

  private mutating func endRow(into rows: inout [CSVFields]) {
    row.endField()
    rows.append(row)
    row = CSVFields(line: line)
    state = .fieldStart
  }
}
