import RecastDiagnostics
import RecastJSONPath
import RecastTestSupport
import Testing

@Suite("Mistakes in paths")
struct ProblemTests {
  @Test(
    "are shown at their place, with what to write instead",
    arguments: [
      ("", "0 ``: a path starts with `$` (write it as in `$.paths['/reports'].get`)"),
      ("paths", "0 `p`: a path starts with `$` (write it as in `$.paths['/reports'].get`)"),
      ("$.", "1 `.`: a name is missing after `.`"),
      ("$.a ", "3 ` `: a blank stands after the path (remove it)"),
      ("$a", "1 `a`: `.` or `[` is expected here"),
      ("$.x-logo.y", "2 `x-logo`: `x-logo` cannot follow a dot unquoted (write ['x-logo'] instead of `.x-logo`)"),
      ("$..x-logo", "3 `x-logo`: `x-logo` cannot follow a dot unquoted (write ..['x-logo'] instead of `..x-logo`)"),
      (
        "$./a/{id}.get", "2 `/a/{id}`: `/a/{id}` cannot follow a dot unquoted (write ['/a/{id}'] instead of `./a/{id}`)"
      ),
      ("$.a~", "3 `~`: `~` is not part of JSONPath (RFC 9535) (remove it)"),
      ("$.a.length()", "4 `length`: functions do not follow a dot (write `length(@)` in a filter)"),
      ("$['a'", "1 `[`: this bracket is not closed (add `]`)"),
      ("$['a", "2 `'`: the quotes that open here do not close (add the closing quote)"),
      (
        "$[/a]", "2 `/a`: a name in quotes, an index, `*` or a filter is expected here (put the name in quotes: ['/a'])"
      ),
      ("$[]", "2 `]`: a selector is missing here"), ("$[1,]", "4 `]`: a selector is missing here"),
      ("$[@.a]", "2 `@`: a path between brackets is a filter, and a filter starts with `?` (add `?`)"),
      ("$[(@.length-1)]", "2 `(`: scripts are not part of JSONPath (RFC 9535) (use a filter: `[?…]`)"),
      ("$[01]", "2 `01`: a whole number has no leading zeros, and zero no sign"),
      ("$[1.5]", "2 `1.5`: this is not a whole number"),
      (
        "$[99999999999999999999]",
        "2 `99999999999999999999`: this number is too large (numbers here are smaller than 2^53)"
      ),
      ("$['\\q']", "3 `\\q`: this is not an escape (write `\\\\` for a backslash)"),
      ("$['\\u12']", "3 `\\u12`: four hexadecimal digits follow `\\u`"),
      ("$['\\ud800']", "3 `\\ud800`: half of a surrogate pair is no character (write both halves)"),
      ("$[?@.a = 1]", "7 `=`: this is not an operator of JSONPath (write `==` to compare)"),
      ("$[?@.a === 1]", "7 `===`: this is not an operator of JSONPath (write `==` or `!=`)"),
      ("$[?@.a =~ 'b']", "7 `=`: this is not an operator of JSONPath (write `match(@.name, 'pattern')`)"),
      ("$[?@.a & @.b]", "7 `&`: this is not an operator of JSONPath (write `&&`)"),
      ("$[?@.a and @.b]", "7 `a`: `,` or `]` is expected here (write `&&`)"),
      ("$[?(@.a or @.b)]", "8 `o`: `)` is expected here (write `||`)"),
      ("$[?!@.a == 1]", "3 `!`: `!` cannot stand before a comparison (write `!(…)` around it)"),
      ("$[?(@.a) == 1]", "3 `(@.a)`: a condition cannot be compared (remove the parentheses around what is compared)"),
      ("$[?@.a == True]", "10 `True`: `True` is not a value (write `true`)"),
      ("$[?@.a == b]", "10 `b`: `b` is not a value (put text in quotes; paths start with `@` or `$`)"),
      ("$[?@.a == 01]", "10 `01`: this is not a number as in JSON (text needs quotes)"),
      ("$[?1]", "3 `1`: a value by itself is not a condition (compare it, as in `@.a == 1`)"),
      (
        "$[?@.* == 1]",
        "3 `@.*`: this may select several values, which cannot be compared "
          + "(use names and indices only, or `count(…)`, or a filter: `[?@ == …]`)"
      ),
      (
        "$[?length(@.*) > 1]",
        "10 `@.*`: this may select several values, and `length` takes one (write `count(@.*)` to count them)"
      ),
      ("$[?count(1) > 1]", "9 `1`: `count` takes a path (write it as in `count(@.*)`)"),
      ("$[?lenght(@) > 1]", "3 `lenght`: there is no function `lenght` (did you mean `length`?)"),
      (
        "$[?length(@)]",
        "3 `length(@)`: the result of a function that gives a value must be compared (compare it, as in `length(@) > 1`)"
      ),
      (
        "$[?match(@, 'a') == true]",
        "3 `match(@, 'a')`: the result of this function is a condition already (do not compare it)"
      ),
      ("$[?match(@)]", "3 `match(@)`: `match` takes 2 arguments, not 1"),
      ("$[?count(@.a == 1) > 1]", "13 `=`: a condition cannot be an argument of `count`"),
      ("$[?count (@.*) > 1]", "8 ` `: no blank stands between a function and its arguments"),
    ]
  )
  func words(path: String, words: String) {
    #expect(Reading(path).words == words)
  }

  @Test("Nesting is bounded, wherever it is", arguments: ["(", "!(", "@[?", "count(@[?", "length(length("])
  func nesting(piece: String) {
    let path = "$[?" + String(repeating: piece, count: 10_000) + "@"
    #expect(Reading(path).problem?.message.hasPrefix("the path is nested more than 50 levels deep") == true)
  }

  @Test("Hostile text is refused or read, and nothing else happens")
  func hostile() {
    for sample in HostileText.samples {
      for path in [sample, "$\(sample)", "$.\(sample)", "$['\(sample)", "$[?@ == '\(sample)", "$[?\(sample)]"] {
        let reading = Reading(path)
        #expect((reading.path == nil) != (reading.problem == nil))
      }
    }
  }

  @Test("Every beginning of a long path is refused or read, at a place within it")
  func beginnings() {
    let path =
      "$..['a\\u263A',\"b\"][-1:5:2,*][?(@.a!=-1.5e+3||!$..b)&&match(@['c'],\"[a-z]{2,}\")&&length(value(@.d))>=2]"
    #expect(Reading(path).words == "no problem")
    for length in 0..<path.unicodeScalars.count {
      let beginning = String(String.UnicodeScalarView(path.unicodeScalars.prefix(length)))
      let problem = Reading(beginning).problem
      #expect(problem?.span.range.lowerBound ?? 0 <= beginning.utf8.count)
    }
  }
}
