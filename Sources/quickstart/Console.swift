import Foundation

/// Standard output, whole lines at once: whoever reads a pipe sees them as they happen.
enum Console {
  /// Whether a person is watching.
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Prints a line.
  static func line(_ text: String) { write(text + "\n") }

  /// Prints text over the current line of a terminal.
  static func rewrite(_ text: String) { write("\r\u{1B}[K" + text) }

  private static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
