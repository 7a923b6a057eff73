import RecastJSONPath
import RecastTestSupport
import Testing

@Suite("Patterns")
struct PatternTests {
  private func matches(_ pattern: String, _ text: String, part: Bool = false) throws -> Bool {
    let escaped = { (text: String) in text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") }
    let path = "$[?\(part ? "search" : "match")(@, '\(escaped(pattern))')]"
    return try select(path, in: "['\(text.replacing("'", with: "''"))']")?.isEmpty == false
  }

  @Test(
    "match a whole text as RFC 9485 says",
    arguments: [
      ("", "", true), ("", "a", false), ("a|b", "b", true), ("(ab)*", "abab", true), ("(ab)+", "", false),
      ("a?b", "b", true), ("a{2}", "aa", true), ("a{2}", "aaa", false), ("a{2,}", "aaaa", true),
      ("a{1,2}", "aaa", false), ("a{0}", "", true), ("(a{0,2}){2}", "aaa", true), ("[a-c-]+", "a-c", true),
      ("[^a-c]", "d", true), ("[^a-c]", "b", false), ("[-a]", "-", true), ("[\\]\\\\]+", "]\\", true),
      ("\\p{Lu}\\p{L}+", "Äpfel", true), ("\\P{N}", "1", false), ("[\\p{Nd}x]+", "4x2", true),
      (".", "🧑", true), ("a.c", "abc", true), ("\\.", ".", true), ("\\.", "a", false), ("(|a)+b", "aab", true),
      ("x-y,z", "x-y,z", true), ("a$", "a", true), ("^a", "a", true), ("a^b", "a^b", false), ("[$^]+", "$^", true),
      ("(a*)*b", "aab", true), ("((a|b)c?){2}", "acb", true),
    ]
  )
  func whole(pattern: String, text: String, isMatch: Bool) throws {
    #expect(try matches(pattern, text) == isMatch)
  }

  @Test(
    "match a part of a text",
    arguments: [("b+", "abbc", true), ("^b", "ab", false), ("b$", "ab", true), ("", "x", true)]
  )
  func part(pattern: String, text: String, isMatch: Bool) throws {
    #expect(try matches(pattern, text, part: true) == isMatch)
  }

  @Test(
    "that are none match nothing, and are told",
    arguments: [
      "(", ")", "a)", "[", "[]", "[^]", "[a", "[b-a]", "[a-]b-]", "[[a]]", "*", "+a", "a**", "a{", "a{2", "a{2,1}",
      "{2}", "a{x}", "\\\\d", "\\\\w", "\\\\", "\\\\p{Xx}", "\\\\p{L", "\\\\pL", "(?:a)", "(?=a)", "a*?", "]", "}",
      "a{99999999999999999999}", "((((a{99}){99}){99}){99})",
    ]
  )
  func invalid(pattern: String) throws {
    let reading = Reading("$[?search(@, '\(pattern)')]")
    #expect(reading.path?.remarks.count == 1, "\(reading.words)")
    #expect(try select("$[?search(@, '\(pattern)')]", in: "[a, '', '2']") == [])
  }

  @Test("are matched in linear time, whatever they look like", .ownThread(within: .seconds(60)))
  func hostile() throws {
    let text = String(repeating: "a", count: 20_000)
    for pattern in ["(a*)*b", "(a|a)*b", "(a+)+b", "(a|aa)+b", "(.*)(.*)(.*)(.*)b", "a{0,100}a{0,100}b"] {
      #expect(try matches(pattern, text) == false)
    }
  }

  @Test("stop when the budget is used up")
  func budget() throws {
    let text = String(repeating: "a", count: 1000)
    let limits = JSONPathLimits(visits: 10_000)
    #expect(try select("$[?match(@, '(a|a|a|a|a|a|a|a|a|a)*b')]", in: "[\(text)]", limits: limits) == nil)
  }
}
