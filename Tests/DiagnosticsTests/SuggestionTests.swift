import RecastDiagnostics
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "The nearest name is found, whatever the mistake",
    arguments: ["taget", "tarrget", "tagret", "Target", "targat"]
  )
  func nearest(name: String) {
    #expect(Suggestion.nearest(to: name, in: ["remove", "target", "update"]) == "target")
  }

  @Test("Names that are far off are not suggested")
  func far() {
    #expect(Suggestion.nearest(to: "description", in: ["remove", "target"]) == nil)
    #expect(Suggestion.nearest(to: "", in: ["a"]) == nil)
    #expect(Suggestion.nearest(to: String(repeating: "x", count: 100_000), in: ["x"]) == nil)
  }

  @Test("Of equally near names the first is suggested")
  func ties() {
    #expect(Suggestion.help(for: "cat", in: ["car", "bat"]) == "did you mean `car`?")
  }
}
