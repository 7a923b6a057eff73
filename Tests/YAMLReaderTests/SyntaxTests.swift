import RecastYAMLReader
import Testing

@Suite("Syntax problems")
struct SyntaxTests {
  @Test(
    "A problem has its place and plain words",
    arguments: [
      ("a: \"x\nb: 1\n", "1:4", "the quoted text that starts here does not end"),
      ("a: 'x", "1:4", "the quoted text that starts here does not end"),
      ("a: [1, 2\nb: 3\n", "2:2", "`,` or `]` is expected here"),
      ("a: {b: 1\n", "2:1", "the mapping in `{` does not end"),
      ("a:\n\tb: 1\n", "2:1", "a tab is used as indentation"),
      ("a:\n  b: x\n\tc: 1\n", "3:1", "a tab is used as indentation"),
      ("a: b: c\n", "1:5", "this colon would start a value where no key can be"),
      ("a: 1\nb\nc: 2\n", "2:1", "a key needs a colon and a space after it"),
      ("a: @x\n", "1:4", "a value cannot start with `@`"),
      ("a: *\n", "1:5", "a name of letters, digits, `-` and `_` is expected after `&` or `*`"),
      ("a: |x\n  y\n", "1:5", "text after `|` or `>` must start on the next line"),
      ("a: \"\\q\"\n", "1:5", "`\\q` is not an escape"),
      ("a: \"\\ud83d\\ude00\"\n", "1:7", "this escape does not name a character"),
      ("a: \"\\u12\"\n", "1:7", "this escape needs more hexadecimal digits"),
      ("a: \"b\" c\n", "1:8", "there is more text after the value"),
      ("a:\n  - b\n c: d\n", "3:2", "this line does not continue the mapping that it stands in"),
      ("- a\nb: 1\n", "2:1", "an item of the list is expected here, starting with `- `"),
      ("{\"a\": [,]}", "1:8", "a value is missing before `,`"),
      ("{\"a\": 1} x", "1:10", "there is more text after the end of the document"),
      ("a: \"x\n--- \ny\"", "2:1", "a line of `---` or `...` stands inside quoted text"),
      ("a: - b\n", "1:4", "a list item cannot start here"),
      ("a: !x!y z\n", "1:4", "this tag is not defined"),
      ("é: 😀 é: x\n", "1:7", "this colon would start a value where no key can be"),
    ]
  )
  func words(text: String, place: String, message: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(reading.findings == ["\(place) error yaml-syntax"])
    #expect(reading.log.diagnostics.first?.message == message)
  }

  @Test("An unclosed bracket is shown together with where it was opened")
  func context() {
    #expect(
      Reading("a: [1, 2\nb: 3\n").rendered == """
        test.yaml:2:2: error: `,` or `]` is expected here [yaml-syntax]
        2 | b: 3
          |  ^
        test.yaml:1:4: note: the list starts here
        1 | a: [1, 2
          |    ^
        help: close it with `]`, or separate its parts by commas

        """
    )
  }
}
