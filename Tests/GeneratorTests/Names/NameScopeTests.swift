import Testing

@testable import RecastClientPlan

@Suite("Names that are handed out")
struct NameScopeTests {
  @Test("never twice: first the alternatives, then numbers")
  func scope() {
    var scope = NameScope(reserved: ["taken"])
    let (id, other) = (SwiftName.value("id"), SwiftName.value("id_value"))
    #expect(scope.claim(id, else: [other]).text == "id")
    #expect(scope.claim(id, else: [other]).text == "idValue")
    #expect(scope.claim(id, else: [other]).text == "idValue2")
    #expect(scope.claim(id).text == "id2")
    #expect(scope.claim(SwiftName.value("taken")).text == "taken2")
    #expect(scope.contains(id))
  }

  @Test("never clash for a thousand equal wishes")
  func many() {
    var scope = NameScope()
    let names = (0..<1000).map { _ in scope.claim(SwiftName.value("x1")) }
    #expect(Set(names).count == 1000)
  }

  @Test("a nested type never hides a top-level one, whichever comes first")
  func nested() {
    var names = TypeNames(reserved: [])
    let (report, item) = (SwiftName.type("report"), SwiftName.type("item"))
    let parent = names.claimTopLevel(report)
    _ = names.claimTopLevel(item)
    let nested = names.claim(item, in: parent)
    #expect(nested.last.text == "ReportItem", "`Item` inside `Report` would be found before the top-level one")

    let kind = SwiftName.type("kind")
    #expect(names.claim(kind, in: parent).last.text == "Kind")
    #expect(names.claimTopLevel(kind).last.text != "Kind", "inside `Report`, `Kind` is the nested one")
  }

  @Test("a nested type never has the name of a type around it")
  func ancestors() {
    var names = TypeNames(reserved: [])
    let outer = names.claimTopLevel(SwiftName.type("node"))
    let inner = names.claim(SwiftName.type("child"), in: outer)
    #expect(names.claim(SwiftName.type("child"), in: inner).last.text != "Child")
    #expect(names.claim(SwiftName.type("node"), in: inner).last.text != "Node")
  }

  @Test("siblings differ, and types of different parents may be alike")
  func siblings() {
    var names = TypeNames(reserved: [])
    let (a, b) = (names.claimTopLevel(SwiftName.type("a")), names.claimTopLevel(SwiftName.type("b")))
    let status = SwiftName.type("status")
    let first = names.claim(status, in: a)
    #expect(names.claim(status, in: a) != first)
    #expect(names.claim(status, in: b).last == status)
  }

  @Test("nobody takes what Swift or the generator keeps", arguments: ["Type", "Self", "Any", "Swift", "RecastRuntime"])
  func reserved(_ text: String) {
    var names = TypeNames(reserved: ["Calls"])
    let wanted = SwiftName.type(text)
    let schema = [wanted.appending(SwiftName.type("schema"))]
    #expect(names.claimTopLevel(wanted, else: schema).last.text == "\(text)Schema")
    #expect(names.claimTopLevel(SwiftName.type("calls")).last.text != "Calls")
  }
}
