import Foundation

/// What the command prints.
enum Terminal {
  /// Prints text to standard output: the result of a command.
  static func output(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Prints a line to standard error: everything that is not the result of a command.
  static func error(_ text: String) {
    FileHandle.standardError.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }
}
