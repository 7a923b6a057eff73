import Foundation
import RecastRuntime
import Testing

@Suite struct RoundTripTests {
  /// Every member, unknown ones at several depths, nulls, texts of numbers that are easily lost.
  static let document = #"""
    {"deployment_id": 41, "new_flag": true, "status": "archived", "level": 7, "start_date": "2026-02-28",
     "strategy": null, "budget": 1234567.10, "share": 0.25, "min": "0.50", "include_lower_funnel_effects": "T",
     "comment": null, "channels": [{"name": "TV & Radio", "spend": null, "tags": {"a": [null, 0.1000]}}, {"name": "é"}],
     "limits": null, "grid": [[1, "a", null], []], "gaps": [1, null, 2.5],
     "shape": {"type": "circle", "radius": 2, "color": "red"}, "anything": {"deep": [1e400, {"x": 1.0}]},
     "created_at": "2026-07-01T10:30:00.25+02:00", "later": null}
    """#

  @Test func decodingAndEncodingChangesNothing() throws {
    let form = try SampleForm(json: Self.document)
    #expect(try JSONValue(json: form.jsonBytes()) == JSONValue(json: Self.document))
    #expect(try form.jsonText().contains(#""min":"0.50""#))
    #expect(try form.jsonText().contains(#"[null,0.1000]"#))
    #expect(try SampleForm(json: form.jsonBytes()) == form)
  }

  @Test func valuesArriveTyped() throws {
    let form = try SampleForm(json: Self.document)
    #expect(form.status == SampleStatus(rawValue: "archived"))
    #expect(!form.status.isKnown && SampleStatus.ready.isKnown)
    #expect(form.level?.rawValue == 7)
    #expect(form.startDate == CalendarDate(year: 2026, month: 2, day: 28))
    #expect(form.budget == Decimal(string: "1234567.1"))
    #expect(form.minimum?.value == Decimal(string: "0.5"))
    #expect(form.includeLowerFunnel?.value == true)
    #expect(form.gaps == [1, nil, 2.5])
    #expect(form.unknownMembers["new_flag"] == true)
    #expect(form.unknownMembers["later"] == .null)
    #expect(form.unknownMembers.isNull("strategy") && !form.unknownMembers.isNull("later"))
    #expect(form.channels[0].unknownMembers.names == ["tags"])
  }

  @Test func editingOneMemberChangesOnlyThatMember() throws {
    let original = try JSONValue(json: try SampleForm(json: Self.document).jsonBytes())
    func edited(_ edit: (inout SampleForm) -> Void) throws -> JSONValue {
      var form = try SampleForm(json: Self.document)
      edit(&form)
      return try JSONValue(json: form.jsonBytes())
    }
    func changed(_ name: String, _ value: JSONValue?) -> JSONValue {
      var expected = original
      expected[name] = value
      return expected
    }
    #expect(try edited { $0.deploymentID = 5 } == changed("deployment_id", 5))
    #expect(try edited { $0.strategy = "spend" } == changed("strategy", "spend"))
    #expect(try edited { $0.comment = "x" } == changed("comment", "x"))
    #expect(try edited { $0.level = nil } == changed("level", nil))
    #expect(try edited { $0.minimum?.value = 3 } == changed("min", "3"))
    #expect(try edited { $0.includeLowerFunnel?.value = false } == changed("include_lower_funnel_effects", "F"))
    #expect(try edited { $0.unknownMembers["new_flag"] = nil } == changed("new_flag", nil))
    #expect(try edited { $0.unknownMembers["added"] = [1] } == changed("added", [1]))
    #expect(try edited { $0.shape = .text("none") } == changed("shape", "none"))
    var channels = try #require(original["channels"]?.array)
    channels[0]["name"] = "Radio"
    #expect(try edited { $0.channels[0].name = "Radio" } == changed("channels", .array(channels)))
  }

  @Test func nullIsSentWhenAskedForAndOnlyWhileTheMemberHasNoValue() throws {
    var form = SampleForm(deploymentID: 1, status: .ready, comment: nil, channels: [], strategy: "a")
    #expect(try form.jsonText() == #"{"deployment_id":1,"status":"ready","strategy":"a","comment":null,"channels":[]}"#)
    let before = form
    form.setNull(\.strategy)
    #expect(form.strategy == nil)
    #expect(
      try form.jsonText() == #"{"deployment_id":1,"status":"ready","strategy":null,"comment":null,"channels":[]}"#
    )
    var absent = before
    absent.strategy = nil
    #expect(form != absent)
    #expect(try SampleForm(json: form.jsonBytes()) == form)
    form.strategy = "b"
    #expect(try JSONValue(json: form.jsonBytes())["strategy"] == "b")
    form.unknownMembers.forgetNull("strategy")
    form.strategy = "a"
    #expect(form == before)
    #expect(form.unknownMembers.isEmpty)
  }

  @Test func anUnknownMemberNeverRepeatsADeclaredOne() throws {
    let channel = SampleChannel(name: "a", unknownMembers: ["name": "b", "x": 1])
    #expect(try channel.jsonText() == #"{"name":"a","x":1}"#)
  }

  @Test func randomDocumentsSurvive() throws {
    var random = SeededRandom(seed: 42)
    for _ in 0..<500 {
      let value = randomValue(depth: 5, &random)
      let text = try value.jsonText()
      let decoded = try JSONValue(json: text)
      #expect(decoded == value)
      #expect(decoded.hashValue == value.hashValue)
      #expect(try decoded.jsonText() == text)
      #expect(try JSONValue(json: value.jsonText(.pretty)) == value)
    }
  }

  @Test func randomUnknownMembersSurviveAnEdit() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<300 {
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0..<100, using: &random) {
        object[randomText(&random)] = randomValue(depth: 2, &random)
      }
      object["name"] = "n"
      var channel = try SampleChannel(json: object.jsonBytes())
      channel.name = "edited"
      object["name"] = "edited"
      #expect(try JSONObject(json: channel.jsonBytes()) == object)
    }
  }

  private func randomValue(depth: Int, _ random: inout SeededRandom) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .number(JSONNumber(Int64(truncatingIfNeeded: random.next())))
    case 3: return JSONNumber(Double(bitPattern: random.next())).map(JSONValue.number) ?? .null
    case 4: return .string(randomText(&random))
    case 5:
      return .array((0..<Int.random(in: 0..<6, using: &random)).map { _ in randomValue(depth: depth - 1, &random) })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        object[randomText(&random)] = randomValue(depth: depth - 1, &random)
      }
      return .object(object)
    }
  }

  private func randomText(_ random: inout SeededRandom) -> String {
    let scalars = Array("abcdefgh\"\\/\n\t\u{0}\u{1F}\u{7F}éß語😀\u{2028}\u{FFFD}".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<14, using: &random) {
      text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
    }
    return String(text)
  }

  @Test(arguments: [
    #"{"deployment_id":"5716","status":"ready","comment":null,"channels":[],"share":"0.50","budget":"12.50"}"#,
    #"{"deployment_id":5,"status":"ready","comment":null,"channels":[],"share":0.123456789012345678901,"limits":{"a":"1"}}"#,
    #"{"deployment_id":5,"status":"ready","comment":null,"channels":[],"gaps":["1",null,2.50],"level":"1"}"#,
  ])
  func numbersKeepQuotesAndDigits(text: String) throws {
    var form = try SampleForm(json: text)
    let sent = try form.jsonText()
    // Members come in the order of the schema; each is as it was.
    #expect(try JSONValue(json: sent) == JSONValue(json: text))
    #expect(sent.count == text.count)
    #expect([5716, 5].contains(form.deploymentID))
    form.deploymentID = 6
    #expect(try JSONValue(json: form.jsonText())["deployment_id"] == 6)
  }

  @Test func anEmptyStringInPlaceOfAnotherTypeIsKept() throws {
    let text = #"{"deployment_id":5,"status":"","comment":null,"channels":[],"start_date":"","limits":"","share":""}"#
    var form = try SampleForm(json: text)
    #expect(form.startDate == nil && form.limits == nil && form.share == nil)
    #expect(try JSONValue(json: form.jsonText()) == JSONValue(json: text))
    form.share = 0.5
    #expect(try JSONValue(json: form.jsonText())["share"] == 0.5)
    #expect(try JSONValue(json: form.jsonText())["limits"] == "")
    // What has to be there has to be of its type.
    #expect(throws: JSONError.self) {
      try SampleForm(json: #"{"deployment_id":"","status":"","comment":null,"channels":[]}"#)
    }
  }
}
