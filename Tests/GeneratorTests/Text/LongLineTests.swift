import Testing

@testable import RecastSwiftEmitter

@Suite("Lines that are too long")
struct LongLineTests {
  private let name = String(repeating: "veryLongName", count: 6)

  @Test("are left as they are when they fit, or when there is no place to break them")
  func whole() {
    for text in [
      "self.a = b", "", String(repeating: "a", count: 121), "\"\(String(repeating: "a, b.c ", count: 30))\",",
    ] {
      #expect(LongLine.lines(text, indentation: 0).map(\.text) == [text])
    }
  }

  @Test("lose nothing but spaces, and fit, wherever they are broken")
  func broken() {
    let lines = [
      "self.\(name) = try object.optional(\"\(name)\")", "self.\(name) = \(name)", "case \(name)(\(name))",
      "self = .\(name)(try Outer\(name).Inner(from: &json))", "public var \(name): [String: Outer.\(name)] {",
      "public struct \(name)\(name.prefix(10)): ObjectSchema, NullableMembersProviding {",
      "public func \(name)() -> Call<Outer\(name)> {", "public func \(name)() -> [Outer\(name)] {",
      ") async throws -> [Outer\(name).Inner\(name)] {", "\(name): Outer.\(name)? = nil,",
      "case \"\(name)\", \"\(name)\":", "case .\(name)(let value): try value.write(to: &json, for: a.b.c.d.e.f)",
      "case .object where json.hasMembers([\"\(name)\", \"\(name)\"]):", "Member(\"\(name)\") { $0.\(name) = nil }",
    ]
    for line in lines {
      #expect(!LongLine.lines(line, indentation: 200).isEmpty, "types can be nested deeper than a line is long")
      let broken = LongLine.lines(line, indentation: 2)
      #expect(broken.count > 1, "\(line)")
      #expect(broken.allSatisfy { $0.indentation + $0.text.count <= 120 }, "\(broken)")
      let joined = broken.map(\.text).joined().filter { $0 != " " }
      #expect(joined == line.filter { $0 != " " } || joined == line.filter { $0 != " " }.replacing("])", with: ",])"))
    }
  }

  @Test("are never broken inside of a text")
  func texts() {
    let text = "\"\(name), \\\"\(name).\(name)\\\\\""
    #expect(LongLine.lines("f(\(text), a)", indentation: 0).map(\.text) == ["f(", "\(text),", "a", ")"])
    #expect(LongLine.lines("f(\"\\(a(\"\(name), \(name)\"))\")", indentation: 0).count == 1)
  }
}
