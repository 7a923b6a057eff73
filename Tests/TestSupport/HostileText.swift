/// Text that a document could hold in order to leave the place that it is printed in.
package enum HostileText {
  /// Pieces that end, open or hide something somewhere in Swift.
  package static let pieces = [
    "\"", "\"\"\"", "\\", "\\(x)", "#\"", "\"#", "\\#(x)", "\n", "\r", "\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}",
    "\u{2029}", "\0", "\t", "\u{7F}", "\u{9F}", "\u{FEFF}", "\u{200B}", "\u{202E}", "\u{2066}", "*/", "/*", "//", "///",
    "`", "```", "'", "$0", "\\u{41}", "{", "}", "(", ")", ";", "import Foundation", "let x = 1", "ä", "é", "e\u{301}",
    "🧑‍🚀", "日本", "", " ", "  ", "\u{E000}", "\u{10FFFF}", "<<<<<<<", "#sourceLocation(file: \"x\", line: 1)", "%s",
  ]

  /// Whole attempts: to end a literal or a comment and go on in code, to lead a path elsewhere, to be a name that a file
  /// system keeps for itself, or to be too much.
  package static let attacks = [
    "\"; import Glibc; let canary = \"", "\\(canary())", "\\\\(canary())", "\"\"\"#\nimport Glibc\n#\"\"\"",
    "*/ import Glibc /*", "\nimport Glibc\n", "\r\nimport Glibc", "\rimport Glibc", "\u{0B}import Glibc",
    "\u{0C}import Glibc", "\u{85}import Glibc", "\u{2028}import Glibc", "\u{2029}import Glibc", "\0import Glibc",
    "#if os(Linux)\n#error(\"canary\")\n#endif", "`; func canary() {}; `", "} struct Canary {",
    ") { canary() } func x(",
    "@available(*, unavailable)", "\u{202E}\u{2066}// } if canary {\u{2069}", "../../../etc/passwd", "/etc/passwd",
    "..\\..\\canary", "C:\\canary", "~/canary", "file:///etc/passwd", "http://169.254.169.254/latest", "CON", "nul.txt",
    "aux", "com1", "LPT9", "Type", "self", "Self", "init", "deinit", "Protocol", "__proto__", "Swift", "RecastRuntime",
    "Foundation", "-1", "1.5e400", "true", "null", "{canary}", "%0D%0ACanary: 1", "a\r\nCanary: 1", "%2e%2e%2f",
    "\\u{110000}", "\\u{", "\\", "//", "- \n- x", "```\ncode\n```", "<script>", "${canary}", "{{canary}}", "%n%s",
    String(repeating: "a", count: 10_000), String(repeating: "long word ", count: 2_000),
    String(repeating: "\n", count: 1_000), String(repeating: "\"", count: 1_000), String(repeating: "🧑‍🚀", count: 500),
    String(repeating: "e\u{301}\u{302}", count: 1_000), String(repeating: "(", count: 1_000),
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
