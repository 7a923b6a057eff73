import RecastJSONPath
import Testing

/// What the compliance suite does not have: YAML, and budgets.
@Suite("Selections")
struct SelectionTests {
  @Test(
    "in YAML compare numbers by their value, and texts scalar by scalar",
    arguments: [
      ("$[?@ == 31]", "[0x1F, 0o37, +31, 31.0, 3.1e1, '31', 031]", ["$[0]", "$[1]", "$[2]", "$[3]", "$[4]", "$[6]"]),
      ("$[?@ > 1e300]", "[.inf, -.inf, .nan, 1e308]", ["$[0]", "$[3]"]),
      ("$[?@ == @]", "[.nan, ~, 1]", ["$[1]", "$[2]"]),
      ("$[?@ == 9007199254740993]", "[9007199254740992, 9007199254740993]", ["$[1]"]),
      ("$[?@ == '\\u00e9']", "[\"\\u00e9\", \"e\\u0301\"]", ["$[0]"]),
      ("$[?@ == 'yes']", "[yes, true]", ["$[0]"]), ("$[?@ == null]", "[~, null, '', 'null']", ["$[0]", "$[1]"]),
      ("$['200']", "200: a", ["$['200']"]), ("$[?@.a == @.b]", "[{a: {x: [1, 2.0]}, b: {x: [1.0, 2]}}]", ["$[0]"]),
      ("$..x", "a: &a {x: 1}\nb: *a", ["$['a']['x']", "$['b']['x']"]),
    ]
  )
  func yaml(path: String, document: String, places: [String]) throws {
    #expect(try select(path, in: document) == places)
  }

  @Test("stop at a budget of selected values, and at one of values looked at")
  func budgets() throws {
    let document = "[[1, 2], [3, 4]]"
    #expect(try select("$[*][*]", in: document, limits: JSONPathLimits(matches: 4))?.count == 4)
    #expect(try select("$[*][*]", in: document, limits: JSONPathLimits(matches: 3)) == nil)
    #expect(try select("$..*", in: document, limits: JSONPathLimits(visits: 10)) == nil)
    #expect(try select("$[?count($..*) > 1]", in: document, limits: JSONPathLimits(visits: 20)) == nil)
  }

  @Test("of everything below a deep document are found without recursion")
  func depth() throws {
    let document = String(repeating: "[", count: 400) + "1" + String(repeating: "]", count: 400)
    #expect(try select("$..[?@ == 1]", in: document)?.count == 1)
  }
}
