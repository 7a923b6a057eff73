import RecastRuntime
import Testing

@Suite struct JSONValueTests {
  @Test func literalsAndSubscripts() throws {
    var value: JSONValue = ["a": [1, 2.5, "x", true, nil], "b": ["c": -1]]
    #expect(value["a"]?[0]?.int == 1)
    #expect(value["a"]?[1]?.double == 2.5)
    #expect(value["a"]?[2]?.string == "x")
    #expect(value["a"]?[3]?.bool == true)
    #expect(value["a"]?[4]?.isNull == true)
    #expect(value["a"]?[5] == nil && value["a"]?[-1] == nil && value["x"] == nil && value["a"]?["b"] == nil)
    value["b"]?["c"] = nil
    value["d"] = "new"
    #expect(value.description == #"{"a":[1,2.5,"x",true,null],"b":{},"d":"new"}"#)
    #expect(value.kind == .object && value["a"]?.kind == .array)
  }

  @Test func theOrderOfMembersIsKeptButDoesNotCount() throws {
    let left = try JSONValue(json: #"{"b":1,"a":[{"y":1,"x":2}]}"#)
    let right = try JSONValue(json: #"{"a":[{"x":2.0,"y":1}],"b":1}"#)
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(left.object?.names == ["b", "a"])
    #expect(try JSONValue(json: "[1,2]") != JSONValue(json: "[2,1]"))
  }

  @Test func objectsOfAllSizesAreEditable() throws {
    for count in [0, 1, 11, 12, 13, 14, 100] {
      var object = JSONObject((0..<count).map { ("k\($0)", JSONValue.number(JSONNumber($0))) })
      object["new"] = 1
      #expect(object.count == count + 1 && object["new"] == 1 && object.names.last == "new")
      object["new"] = nil
      object["absent"] = nil
      if count > 0 {
        object["k0"] = "first"
        #expect(object.first?.name == "k0" && object["k0"] == "first")
        object["k0"] = nil
        #expect(object["k0"] == nil && object.count == count - 1)
      }
      for position in 1..<max(count, 1) {
        #expect(object["k\(position)"]?.int == position)
      }
    }
  }

  @Test func namesAreDistinguishedByteForByte() throws {
    let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
    let object = try JSONObject(json: text)
    #expect(object["\u{E9}"] == 1 && object["e\u{301}"] == 2)
    #expect(try object.jsonText() == text)
    let totals = try SampleChannel(json: "{\"name\":\"\",\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(totals.unknownMembers.count == 2)
  }

  @Test func aReaderLooksWithoutMoving() throws {
    let reader = try JSONReader(Array(#"{"type":"a","n":null,"items":[1,{"x":2}]}"#.utf8))
    #expect(reader.kind == .object && reader.count == 3)
    #expect(reader.discriminator("type") == "a")
    #expect(reader.discriminator("items") == nil && reader.discriminator("x") == nil)
    #expect(try JSONReader(Array(#"{"version":2}"#.utf8)).discriminator("version") == "2")
    #expect(reader.hasMembers(["n", "type"]) && !reader.hasMembers(["type", "x"]))
    #expect(reader.member("n")?.isNull == true && reader.member("x") == nil)
    #expect(reader.member("items")?.offset == 29)
    var names: [String] = []
    try reader.forEachMember { name, _ in names.append(name) }
    #expect(names == ["type", "n", "items"])
  }
}
