import RecastRuntime
import Testing

@Suite struct SchemaErrorTests {
  @Test(arguments: [
    (#"{"status":"ready"}"#, "deployment_id: required member is missing (at byte 0)"),
    (#"{"deployment_id":"x"}"#, "deployment_id: expected a number, found a string (at byte 17)"),
    (#"{"deployment_id":5,"status":null}"#, "status: expected a string, found null (at byte 28)"),
    (
      #"{"deployment_id":5,"status":"","comment":null,"channels":[{"name":"a"},{"name":1}]}"#,
      "channels[1].name: expected a string, found a number (at byte 79)"
    ),
    (
      #"{"deployment_id":5,"status":"","min":["1"]}"#,
      "min: expected a string, found an array (at byte 37)"
    ),
    (
      #"{"deployment_id":5,"status":"","comment":"","channels":[],"limits":{"a b":true}}"#,
      #"limits["a b"]: expected a number, found a boolean (at byte 74)"#
    ),
    (
      #"{"deployment_id":5,"status":"","start_date":"2026-02-30"}"#,
      #"start_date: "2026-02-30" is no date of the form YYYY-MM-DD (at byte 44)"#
    ),
    (
      #"{"deployment_id":5,"status":"","comment":"","channels":{}}"#,
      "channels: expected an array, found an object (at byte 55)"
    ),
    (#"{"deployment_id":5,"status":""}"#, "comment: required member is missing (at byte 0)"),
    (
      #"{"deployment_id":5,"status":"","share":"half","comment":1,"channels":[1]}"#,
      "share: expected a number, found a string (at byte 39)"
    ),
    (#"[]"#, "expected an object, found an array (at byte 0)"),
  ])
  func errorsSayWhereAndWhat(text: String, description: String) throws {
    let error = try #require(#expect(throws: JSONError.self) { try SampleForm(json: text) })
    #expect(error.description == description)
  }

  @Test func errorsWhileWritingNameTheMember() throws {
    var form = try SampleForm(json: RoundTripTests.document)
    form.gaps = [1, .nan]
    let error = try #require(#expect(throws: JSONError.self) { try form.jsonText() })
    #expect(error.description == "gaps[1]: the number nan has no JSON form")
    form.share = .infinity
    let first = try #require(#expect(throws: JSONError.self) { try [form].jsonText() })
    #expect(first.description == "[0].share: the number inf has no JSON form")
  }
}
