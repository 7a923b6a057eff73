import Foundation
import RecastRuntime
import Testing

/// Rules of an API, checked before anything is sent.
@Suite struct RequestCheckTests {
  private let transport = RecordingTransport(.json("1"))

  /// What a check says about a body; nil when it has no objection.
  private func objection(_ check: RequestCheck, to json: String, query: [QueryItem?] = []) async throws
    -> InvalidRequest?
  {
    let call = Call<Int>(
      "createOrder",
      .post,
      "/orders",
      query: query,
      body: .json(try JSONValue(json: json)),
      checks: [check],
      response: .json
    )
    let before = transport.sent.count
    do {
      _ = try await Connection.test(transport).send(call)
      return nil
    } catch let error as InvalidRequest {
      #expect(transport.sent.count == before)
      #expect(error.operationID == "createOrder" && error.broken != nil)
      return error
    }
  }

  @Test(arguments: [
    (#"{"a":"2026-01-02","b":"2026-01-03"}"#, nil),
    (#"{"a":"2026-01-02","b":"2026-01-02"}"#, "b is 2026-01-02, and has to be after a, which is 2026-01-02"),
    (#"{"a":"2026-01-02","b":"2026-01-01"}"#, "b is 2026-01-01, and has to be after a, which is 2026-01-02"),
    (#"{"a":"9","b":10}"#, nil),
    (#"{"a":"10.0","b":"9"}"#, "b is 9, and has to be more than a, which is 10.0"),
    (#"{"a":"2026-01-02"}"#, nil),
    (#"{"a":"2026-01-02","b":null}"#, nil),
    (#"{"a":"2026-01-02","b":"soon"}"#, nil),
    (#"[]"#, nil),
  ])
  func order(json: String, message: String?) async throws {
    let error = try await objection(RequestCheck(.ascending(["/a", "/b"], strictly: true)), to: json)
    #expect(error?.message == message)
    #expect(error?.broken?.rule == error.map { _ in "ascending" })
    if json.contains(#""2026-01-02","b":"2026-01-02"#) {
      #expect(try await objection(RequestCheck(.ascending(["/a", "/b"], strictly: false)), to: json) == nil)
    }
  }

  @Test func itemsAreComparedWithinThemselves() async throws {
    let check = RequestCheck(.ascending(["/form/*/x/*/min", "/form/*/x/*/max"], strictly: false))
    let fine = #"{"form":[{"x":[{"min":"1","max":"2"},{"min":"100","max":"200"}]},{"x":{"a":{"min":0,"max":0}}},{}]}"#
    #expect(try await objection(check, to: fine) == nil)
    let wrong = #"{"form":[{"x":[]},{"x":{"a b":{"min":"3","max":"2.5"}}}]}"#
    let error = try await objection(check, to: wrong)
    #expect(error?.broken?.member == #"form[1].x["a b"].max"#)
    #expect(error?.message.contains("has to be at least") == true)
  }

  @Test(arguments: [
    (RequestCheck(.notEmpty(["/a"])), #"{"a":[]}"#, #"{"a":[0]}"#),
    (RequestCheck(.notEmpty(["/a"])), #"{"a":"  "}"#, #"{"a":null}"#),
    (RequestCheck(.notEmpty(["/a", "/l/*/b"])), #"{"a":[]}"#, #"{"a":[1]}"#),
    (RequestCheck(.notEmpty(["/a/*/b"])), #"{"a":[{"b":[1]},{"b":{}}]}"#, #"{"a":[{}]}"#),
    (RequestCheck(.range("/a", .init(from: 1, to: 90))), #"{"a":91}"#, #"{"a":"90"}"#),
    (RequestCheck(.range("/a", .init(from: 1, to: 90))), #"{"a":"0.5"}"#, #"{"a":[]}"#),
    (RequestCheck(.range("/a", .init(above: 0))), #"{"a":0}"#, #"{"a":1e-9}"#),
    (RequestCheck(.allowed("/a", ["x", "y"])), #"{"a":"z"}"#, #"{"a":"y"}"#),
    (RequestCheck(.allowed("/a", ["x", "y"])), #"{"a":""}"#, #"{"a":1}"#),
    (RequestCheck(.atMostOne(["/a", "/b"])), #"{"a":0,"b":[1]}"#, #"{"a":0,"b":[]}"#),
    (RequestCheck(.atLeastOne(["/a", "/b"])), #"{"b":null}"#, #"{"b":[]}"#),
    (RequestCheck(.required(["/a/b"])), #"{"a":{}}"#, #"{"a":{"b":0}}"#),
    (RequestCheck(.required(["/a/*/b"])), #"{"a":[{"b":1},{}]}"#, #"{"a":[]}"#),
    (RequestCheck(.forbidden(["/a"])), #"{"a":1}"#, #"{"a":null}"#),
    (RequestCheck(.required(["/a"]), when: .init("/k", isOneOf: ["x", "1"])), #"{"k":1}"#, #"{"k":"y"}"#),
    (RequestCheck(.forbidden(["/a"]), when: .init("/k")), #"{"k":"","a":1}"#, #"{"a":1}"#),
    (
      RequestCheck(.required(["/l/*/a"]), when: .init("/l/*/k", isOneOf: ["x"])), #"{"l":[{"k":"x"}]}"#,
      #"{"l":[{"k":"y"},{"k":"x","a":1}]}"#
    ),
    (
      RequestCheck(.forbidden(["/l/*/a"]), when: .init("/k", isOneOf: ["x"])), #"{"k":"x","l":[{"a":1}]}"#,
      #"{"k":"y","l":[{"a":1}]}"#
    ),
  ])
  func eachRuleRefusesWhatBreaksItAndNothingElse(check: RequestCheck, broken: String, kept: String) async throws {
    #expect(try await objection(check, to: broken) != nil)
    #expect(try await objection(check, to: kept) == nil)
  }

  @Test(arguments: [
    ("[]", "has no rows"), (#"[["date","a"]]"#, "has no rows"),
    (#"[["day","a"],["2026-01-01",1]]"#, "has to begin with the column \"date\", not \"day\""),
    (#"[["date"],["2026-01-01"]]"#, "has no column"),
    (#"[["date","tv","TV"],["2026-01-01",1,2]]"#, "has the column \"TV\" twice"),
    (#"[["date","a"],["2026-01-01"]]"#, "has 1 cells in row 1, and 2 in its header"),
    (#"[["date","a"],["1.1.2026",1]]"#, "has no day YYYY-MM-DD at the beginning of row 1"),
    (#"[["date","a"],["2026-01-01",1],["2026-01-01",1]]"#, "has the day 2026-01-01 twice"),
    (#"[["date","a"],["2026-01-01",1],["2026-01-03",1]]"#, "goes from 2026-01-01 to 2026-01-03"),
    (#"[["date","a"],["2026-01-01",-1]]"#, "has -1 on 2026-01-01; amounts are 0 or more"),
    (#"[["date","a"],["2026-01-01","-0.5"]]"#, "amounts are 0 or more"),
    (#"[["date","a"],["2026-01-01","1,000"]]"#, "which is no number"),
    (#"[["date","a"],["2026-01-01",true]]"#, "has a boolean on 2026-01-01 in place of a number"),
    (#"[["date","a","b"],["2026-01-01","",-0],["2026-01-02",null,"1234567890123456789012345678901234567890.5"]]"#, ""),
  ])
  func tables(json: String, message: String) async throws {
    let check = RequestCheck(.table(["/t"], firstColumn: "date", complete: true))
    let error = try await objection(check, to: #"{"t":\#(json)}"#)
    #expect(
      message.isEmpty
        ? error == nil : error?.message.hasPrefix("t \(message)") == true || error?.message.contains(message) == true
    )
    if message.contains("goes from") {
      let sparse = RequestCheck(.table(["/t"], firstColumn: "date", complete: false))
      #expect(try await objection(sparse, to: #"{"t":\#(json)}"#) == nil)
    }
  }

  @Test(arguments: [
    (#"{"a":"2026-01-01","b":"2026-01-02"}"#, nil),
    (#"{"a":"2025-12-31","b":"2026-01-02"}"#, "t begins on 2026-01-01, and has to begin on 2025-12-31"),
    (#"{"a":"2026-01-01","b":"2026-01-03"}"#, "t ends on 2026-01-02, and has to end on 2026-01-03"),
    (#"{}"#, nil),
  ])
  func aTableCoversItsPeriod(period: String, message: String?) async throws {
    let check = RequestCheck(.table(["/t", "/a", "/b"], firstColumn: "date", complete: true))
    var body = try JSONValue(json: period)
    body["t"] = [["date", "x"], ["2026-01-01", 1], ["2026-01-02", 1]]
    #expect(try await objection(check, to: body.jsonText())?.message == message)
  }

  @Test func whatStandsOutsideAListIsComparedWithEachItem() async throws {
    let check = RequestCheck(.ascending(["/from", "/parts/*/from"], strictly: false))
    let parts = #""parts":[{"from":"2026-03-01"},{"from":"2026-02-01"}]"#
    #expect(try await objection(check, to: #"{"from":"2026-02-01",\#(parts)}"#) == nil)
    let error = try await objection(check, to: #"{"from":"2026-02-02",\#(parts)}"#)
    #expect(error?.broken?.member == "parts[1].from")
    let lists = RequestCheck(.allowed("?kind", ["a", "b"]))
    #expect(try await objection(lists, to: "{}", query: [.commaSeparated("kind", ["a", "b"])]) == nil)
    #expect(try await objection(lists, to: "{}", query: [.commaSeparated("kind", ["a", "c"])]) != nil)
  }

  @Test func queryParametersAreCheckedToo() async throws {
    let check = RequestCheck(.ascending(["?from", "?to"], strictly: false), remedy: "turn them round")
    let error = try await objection(check, to: "{}", query: [.item("from", "2026-02-01"), .item("to", "2026-01-01")])
    #expect(
      error?.description == """
        createOrder was not sent: to is 2026-01-01, and has to be not before from, which is 2026-02-01; turn them round
        """
    )
    let single = RequestCheck(.notEmpty(["?q"]))
    #expect(try await objection(single, to: "{}", query: [.item("q", "")]) != nil)
    #expect(try await objection(single, to: "{}") == nil)
  }

  @Test func checksCanBeSwitchedOff() async throws {
    let call = Call<Int>(
      "createOrder",
      .post,
      "/orders",
      body: .json(1),
      checks: [RequestCheck(.required(["/a"]))],
      response: .json
    )
    var connection = try Connection.test(transport)
    await #expect(throws: InvalidRequest.self) { try await connection.send(call) }
    #expect(try await connection.send(call, options: CallOptions(checks: false)) == 1)
    connection.checks = false
    #expect(try await connection.send(call) == 1)
    #expect(transport.sent.count == 2)
  }
}
