/// The fields of one row, as bytes in one piece.
public struct CSVFields: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The line on which the row begins, counted from 1.
  public internal(set) var line: Int
  /// Whether a field has begun, even one without content.
  var isStarted = false

  init(line: Int) {
    self.line = line
  }

  var isUntouched: Bool { !isStarted && ends.isEmpty && bytes.isEmpty }

  /// How much the row holds: its content and one for each field.
  var length: Int { bytes.count + ends.count }

  mutating func append(_ content: ArraySlice<UInt8>) {
    bytes.append(contentsOf: content)
  }

  mutating func endField() {
    ends.append(bytes.count)
  }

  /// The bytes of a field, quotes resolved; nil when the row has no such field.
  func content(_ position: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(position) else { return nil }
    return bytes[(position == 0 ? 0 : ends[position - 1])..<ends[position]]
  }
}

extension CSVFields: RandomAccessCollection {
  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of fields.
  public var endIndex: Int { ends.count }

  /// The text of a field. Bytes that are no UTF-8 become U+FFFD.
  public subscript(position: Int) -> String {
    String(decoding: content(position) ?? [], as: UTF8.self)
  }
}
