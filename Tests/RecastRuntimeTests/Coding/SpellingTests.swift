import Foundation
import RecastRuntime
import Testing

/// Text that was received is sent back as it came, as long as nobody changes the value.
@Suite("Spelling of values")
struct SpellingTests {
  @Test(
    "is kept for members that nobody touched",
    arguments: [
      #"{"moment":"2026-07-01T10:30:00+02:00"}"#, #"{"moment":"2026-07-01T08:30:00Z"}"#,
      #"{"moment":"2026-07-01T08:30:00.000Z"}"#, #"{"moment":"2026-07-01T08:30:00.123456Z"}"#,
      #"{"moment":"2026-07-01T08:30:00.120Z"}"#, #"{"link":""}"#, #"{"link":"http://a b/c"}"#,
      #"{"link":"not a url"}"#, #"{"link":"https://example.com/{id}?q=ü"}"#, #"{"link":"http://["}"#,
      #"{"id":"6BA7B810-9DAD-11D1-80B4-00C04FD430C8"}"#, #"{"price":1.50}"#, #"{"price":100}"#,
      #"{"moment":null,"price":null}"#,
    ]
  )
  func untouched(_ text: String) throws {
    #expect(try Sample(json: text).jsonText() == text)
  }

  @Test("is forgotten for a new value")
  func changed() throws {
    var sample = try Sample(json: #"{"moment":"2026-07-01T10:30:00+02:00","price":1.50}"#)
    sample.moment = sample.moment?.addingTimeInterval(1)
    sample.price = nil
    #expect(try sample.jsonText() == #"{"moment":"2026-07-01T08:30:01Z"}"#)
  }

  @Test("does not count when values are compared, and is nothing unknown")
  func equality() throws {
    let sample = try Sample(json: #"{"moment":"2026-07-01T10:30:00+02:00"}"#)
    #expect(try sample == Sample(json: #"{"moment":"2026-07-01T08:30:00Z"}"#))
    #expect(sample.unknownMembers.isEmpty)
  }
}

private struct Sample: ObjectSchema {
  var moment: Date?
  var link: URL?
  var id: UUID?
  var price: Decimal?
  var unknownMembers = UnknownMembers()

  init(from object: inout JSONObjectReader) throws {
    moment = try object.optional("moment")
    link = try object.optional("link")
    id = try object.optional("id")
    price = try object.optional("price")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) throws {
    try object.optional("moment", moment)
    try object.optional("link", link)
    try object.optional("id", id)
    try object.optional("price", price)
  }
}
