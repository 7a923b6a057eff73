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
      #"{"moment":null,"price":null}"#, #"{"links":["a b","https://example.com",null,"\"quoted\" \\ /"]}"#,
      #"{"moments":{"first":"2026-07-01T10:30:00+02:00","last":"2026-07-01T08:30:00Z"}}"#,
      #"{"place":"with \"quotes\" and \\ and /"}"#, #"{"place":1.50}"#, #"{"places":["a b",1.50,{"link":"a b"}]}"#,
      #"{"other":"not a url"}"#,
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

  @Test("is forgotten for a new value inside a list, a dictionary and a union")
  func changedInside() throws {
    var sample = try Sample(
      json: #"{"links":["a b","c d"],"moments":{"at":"2026-07-01T10:30:00+02:00"},"place":"a b"}"#
    )
    sample.links?.removeLast()
    sample.moments?["at"]?.addTimeInterval(1)
    sample.place = .link(try #require(URL(string: "b")))
    #expect(
      try sample.jsonText() == #"{"links":["a%20b"],"moments":{"at":"2026-07-01T08:30:01Z"},"place":"b"}"#
    )
  }

  @Test("is kept without the spaces between values")
  func spaces() throws {
    let sample = try Sample(json: "{\"links\": [\n  \"a b\",\n  \"c\"\n]}")
    #expect(try sample.jsonText() == #"{"links":["a b","c"]}"#)
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
  var links: [URL?]?
  var moments: [String: Date]?
  var place: Place?
  var places: [Place]?
  var others: [String: URL]
  var unknownMembers = UnknownMembers()

  init(from object: inout JSONObjectReader) throws {
    moment = object.optional("moment")
    link = object.optional("link")
    id = object.optional("id")
    price = object.optional("price")
    links = object.optional("links")
    moments = object.optional("moments")
    place = object.optional("place")
    places = object.optional("places")
    others = try object.additional()
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) {
    object.optional("moment", moment)
    object.optional("link", link)
    object.optional("id", id)
    object.optional("price", price)
    object.optional("links", links)
    object.optional("moments", moments)
    object.optional("place", place)
    object.optional("places", places)
    object.additional(others)
  }
}

private indirect enum Place: UnionSchema {
  case link(URL)
  case price(Double)
  case sample(Sample)
  case unknown(JSONValue)

  init(from json: inout JSONReader) throws {
    switch json.kind {
    case .string: self = .link(try URL(from: &json))
    case .number: self = .price(try Double(from: &json))
    case .object: self = .sample(try Sample(from: &json))
    default: self = .unknown(try JSONValue(from: &json))
    }
  }

  func write(to json: inout JSONWriter) throws {
    switch self {
    case .link(let value): try value.write(to: &json)
    case .price(let value): try value.write(to: &json)
    case .sample(let value): try value.write(to: &json)
    case .unknown(let value): try value.write(to: &json)
    }
  }
}
