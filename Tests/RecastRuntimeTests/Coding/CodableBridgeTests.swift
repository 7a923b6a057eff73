import Foundation
import RecastRuntime
import Testing

/// The members must be the same, whoever encodes: our writer, or Foundation through `Codable`.
@Suite struct CodableBridgeTests {
  private func check<Value: JSONCodable>(
    _ value: Value,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let own = try JSONValue(json: value.jsonBytes())
    let foundation = try JSONEncoder().encode(value)
    #expect(try JSONValue(json: foundation) == own, sourceLocation: sourceLocation)
    #expect(try JSONDecoder().decode(Value.self, from: foundation) == value, sourceLocation: sourceLocation)
    #expect(try JSONDecoder().decode(Value.self, from: value.jsonData()) == value, sourceLocation: sourceLocation)
    let snake = JSONEncoder()
    snake.keyEncodingStrategy = .convertToSnakeCase
    #expect(try JSONValue(json: snake.encode(value)) == own, sourceLocation: sourceLocation)
    let camel = JSONDecoder()
    camel.keyDecodingStrategy = .convertFromSnakeCase
    #expect(try camel.decode(Value.self, from: foundation) == value, sourceLocation: sourceLocation)
  }

  private func form() throws -> SampleForm {
    var form = try SampleForm(json: RoundTripTests.document)
    // Foundation has no number of that size.
    form.anything = ["someKey": [1.5, 2, true, nil, "x", ["a_b": 1]]]
    return form
  }

  @Test func everyKindOfTypeGivesTheSameMembers() throws {
    try check(form())
    try check(SampleStatus.ready)
    try check(SampleLevel.low)
    try check(SampleShape.circle(.init(radius: 2.5)))
    try check(SampleShape.text("a"))
    try check(SampleShape.unknown(["camelCase": 1, "snake_case": [nil]]))
    try check(SampleCategory(name: "a", parent: SampleCategory(name: "b"), children: [SampleCategory(name: "c")]))
    try check(SampleTotals(total: 1, additional: ["a_b": 2]))
    try check(Indirect(SampleStatus.success))
    try check(#require(StringEncoded<Decimal>(text: "0.50")))
    try check(StringEncoded(true, like: "F"))
    try check(#require(CalendarDate("2026-07-01")))
    try check(["a": [SampleStatus.ready, SampleStatus(rawValue: "other")]])
    try check(["a_b": 1, "cD": [true, 0.25]] as JSONObject)
    try check([JSONNumber(Int.min), 0.1, JSONNumber(UInt64.max)])
  }

  @Test func schemasWorkInsideOtherCodableTypes() throws {
    struct Cache: Codable, Equatable {
      var savedAt: String
      var forms: [SampleForm]
      var status: SampleStatus?
      var last: SampleShape?
    }
    let cache = Cache(savedAt: "now", forms: [try form()], status: .ready, last: .unknown([1]))
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    #expect(try decoder.decode(Cache.self, from: encoder.encode(cache)) == cache)
    let list = try PropertyListEncoder().encode(["form": SampleTotals(total: 1, additional: ["a": 2])])
    #expect(try PropertyListDecoder().decode([String: SampleTotals].self, from: list)["form"]?.additional == ["a": 2])
  }

  @Test func remembersNullsAndUnknownMembers() throws {
    var form = SampleForm(deploymentID: 1, status: .ready, comment: nil, channels: [])
    form.setNull(\.limits)
    form.unknownMembers["x"] = nil
    form.unknownMembers["y"] = ["z": .null]
    let decoded = try JSONDecoder().decode(SampleForm.self, from: JSONEncoder().encode(form))
    #expect(decoded == form)
    #expect(decoded.unknownMembers.isNull("limits"))
  }

  @Test func errorsCarryTheCodingPath() throws {
    let text = #"{"forms": [{"deployment_id": 1, "status": "", "comment": null, "channels": [{"name": 5}]}]}"#
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([String: [SampleForm]].self, from: Data(text.utf8))
    }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("unexpected \(String(describing: error))")
      return
    }
    #expect(context.codingPath.map(\.stringValue) == ["forms", "Index 0", "channels", "Index 0", "name"])
    #expect(context.codingPath.map(\.intValue) == [nil, 0, nil, 0, nil])
    #expect(context.debugDescription == "expected a string, found a number")
  }

  @Test func aMissingMemberIsAMissingKey() throws {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([SampleChannel].self, from: Data("[{}]".utf8))
    }
    guard case .keyNotFound(let key, let context) = error else {
      Issue.record("unexpected \(String(describing: error))")
      return
    }
    #expect(key.stringValue == "name")
    #expect(context.codingPath.map(\.intValue) == [0])
  }

  @Test func whatHasNoJSONIsAnEncodingError() throws {
    let value = SampleShape.circle(.init(radius: .infinity))
    let error = #expect(throws: EncodingError.self) { try JSONEncoder().encode(["a": value]) }
    guard case .invalidValue(_, let context) = error else {
      Issue.record("unexpected \(String(describing: error))")
      return
    }
    #expect(context.codingPath.map(\.stringValue) == ["a", "radius"])
  }
}
