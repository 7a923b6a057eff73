/// Makes text from a document safe to print: what a terminal acts on, or what makes text look like other text, is
/// written out as `<U+202E>`.
package enum VisibleText {
  /// Messages that quote a document may be as long as it likes; people read no more than this, in scalars.
  private static let longestLine = 1000

  /// One line of text without control characters, line breaks or bidirectional controls, cut off if it is very long.
  package static func line(_ text: String) -> String {
    let kept = text.unicodeScalars.prefix(longestLine)
    let isCut = kept.endIndex < text.endIndex
    guard isCut || kept.contains(where: { $0 == "\t" || isHidden($0) }) else { return text }
    return kept.reduce(into: "") { $0 += self.text(for: $1, column: 0) } + (isCut ? "…" : "")
  }

  /// What is printed for a scalar at a column of the terminal, counted from 0. A tab reaches to the next multiple of 4.
  static func text(for scalar: Unicode.Scalar, column: Int) -> String {
    if scalar == "\t" { return String(repeating: " ", count: 4 - column % 4) }
    guard isHidden(scalar) else { return String(scalar) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }

  /// How many columns a terminal takes for text that ``text(for:column:)`` made from the scalar.
  static func width(of scalar: Unicode.Scalar, printedAs text: String) -> Int {
    if scalar.isASCII || isHidden(scalar) { return text.unicodeScalars.count }
    if isZeroWidth(scalar) { return 0 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Controls, line separators, and the format characters that reorder or hide text. Joiners are kept: scripts and
  /// emoji need them.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: return true
    case .unassigned: return true
    case .format: return scalar.value != 0x200C && scalar.value != 0x200D
    default: return false
    }
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: scalar.properties.isEmojiModifier
    }
  }

  /// East Asian wide and fullwidth scalars and emoji (Unicode Standard Annex 11), in whole blocks.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
