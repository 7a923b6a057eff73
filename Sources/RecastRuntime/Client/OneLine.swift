/// Foreign text as a part of a message: on one line, without control characters, and no longer than a message bears.
enum OneLine {
  /// The text with runs of white space and control characters made one space; `limit` counts characters.
  static func text(_ text: some StringProtocol, limit: Int) -> String {
    var result = ""
    var count = 0
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        pendingSpace = count > 0
        continue
      }
      // Bidirectional controls and other invisible format characters could reorder the line that people read.
      if scalar.properties.generalCategory == .format { continue }
      if count >= limit { return result + "…" }
      if pendingSpace { result += " " }
      pendingSpace = false
      result.unicodeScalars.append(scalar)
      count += 1
    }
    return result
  }
}

extension OneLine {
  /// A name out of an answer, in quotes.
  static func quoted(_ text: String) -> String { "\"\(self.text(text, limit: 80))\"" }
}
