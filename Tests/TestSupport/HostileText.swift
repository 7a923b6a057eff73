/// Text that a document could hold in order to leave the place that it is printed in.
package enum HostileText {
  /// Pieces that end, open or hide something somewhere in Swift.
  package static let pieces = [
    "\"", "\"\"\"", "\\", "\\(x)", "#\"", "\"#", "\\#(x)", "\n", "\r", "\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}",
    "\u{2029}", "\0", "\t", "\u{7F}", "\u{9F}", "\u{FEFF}", "\u{200B}", "\u{202E}", "\u{2066}", "*/", "/*", "//", "///",
    "`", "```", "'", "$0", "\\u{41}", "{", "}", "(", ")", ";", "import Foundation", "let x = 1", "ä", "é", "e\u{301}",
    "🧑‍🚀", "日本", "", " ", "  ", "\u{E000}", "\u{10FFFF}", "<<<<<<<", "#sourceLocation(file: \"x\", line: 1)", "%s",
  ]

  /// The pieces, and strings of them that are the same in every run.
  package static let samples: [String] = {
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      // Knuth's linear congruential generator; its high bits are good enough here.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let mixed = (0..<500).map { _ in (0..<(1 + next(6))).map { _ in pieces[next(pieces.count)] }.joined() }
    return pieces + mixed
  }()
}
