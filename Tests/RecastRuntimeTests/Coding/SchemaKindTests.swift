import RecastRuntime
import Testing

@Suite struct SchemaKindTests {
  @Test func unionsAreToldApart() throws {
    #expect(try SampleShape(json: #"{"radius": 1, "type": "circle"}"#) == .circle(.init(radius: 1)))
    #expect(try SampleShape(json: #"{"side": 1}"#) == .square(.init(side: 1)))
    #expect(try SampleShape(json: #""free""#) == .text("free"))
    let unknown = #"{"type":"hexagon","corners":[6]}"#
    let shape = try SampleShape(json: unknown)
    #expect(shape == .unknown(["corners": [6], "type": "hexagon"]))
    #expect(try shape.jsonText() == unknown)
    #expect(try SampleShape(json: "null") == .unknown(.null))
  }

  @Test func recursiveTypesAreBoxed() throws {
    let text = #"{"name":"c","parent":{"name":"p","parent":{"name":"g","x":1}},"children":[{"name":"d"}]}"#
    var category = try SampleCategory(json: text)
    #expect(try category.jsonText() == text)
    let copy = category
    category.parent?.parent?.name = "changed"
    #expect(copy.parent?.parent?.name == "g")
    #expect(category != copy)
    #expect(category.parent?.parent?.unknownMembers["x"] == 1)
  }

  @Test func theBoxIsAPropertyWrapper() throws {
    struct Link: Equatable {
      @Indirect var target: SampleCategory?
    }
    var link = Link(target: SampleCategory(name: "a"))
    let copy = link
    link.target?.name = "b"
    #expect(copy.target?.name == "a" && link.target?.name == "b" && link != copy)
  }

  @Test func additionalPropertiesOfOneTypeAreTyped() throws {
    let totals = try SampleTotals(json: #"{"b":2,"total":3,"a":1}"#)
    #expect(totals.additional == ["a": 1, "b": 2])
    #expect(totals.unknownMembers.isEmpty)
    #expect(try totals.jsonText() == #"{"total":3,"a":1,"b":2}"#)
    let error = try #require(#expect(throws: JSONError.self) { try SampleTotals(json: #"{"total":3,"a":"x"}"#) })
    #expect(error.description == "a: expected a number, found a string (at byte 15)")
  }
}
