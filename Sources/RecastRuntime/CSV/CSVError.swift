/// Why a CSV file could not be read on.
public struct CSVError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problem in words, without its place.
  public let message: String
  /// The line at which it was noticed or began, counted from 1.
  public let line: Int

  /// Creates an error.
  public init(_ message: String, line: Int) {
    self.message = message
    self.line = line
  }

  /// One line: place and problem.
  public var description: String { "CSV line \(line): \(message)" }
}

/// How much a CSV file may ask of the reader.
public struct CSVLimits: Hashable, Sendable {
  /// How long a row may be; a forgotten quote makes the rest of the file one row.
  public var bytesPerRow: Int

  /// Limits for reading: 16 MiB per row unless said otherwise.
  public init(bytesPerRow: Int = 16 << 20) {
    self.bytesPerRow = bytesPerRow
  }
}
