import Foundation

/// Standard error: everything that is not the result of a command.
enum Terminal {
  /// Prints a line to standard error.
  static func error(_ text: String) {
    FileHandle.standardError.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }
}
