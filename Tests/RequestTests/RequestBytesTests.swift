import Foundation
import HTTPTypes
import RecastRequestFixture
import Testing

/// What calls of a generated client put on the wire, to the byte. The client is the golden case `requests`.
@Suite("Requests of a generated client")
struct RequestBytesTests {
  private let transport = RecordingTransport()
  private let colour = Colour(r: 100, g: 200, b: 150)

  private func send<Output>(_ call: Call<Output>) async throws -> RecordingTransport.Sent {
    let connection = try Connection(baseURL: "https://api.example.com", credential: nil, transport: transport)
    _ = try await connection.send(call)
    return try #require(await transport.sent.last)
  }

  @Test("path, query, headers and cookies in every style")
  func styles() async throws {
    let sent = try await send(
      Calls.getStyles(
        list: ["a/b", "c"],
        colour: colour,
        label: [1, 2],
        matrix: colour,
        form: colour,
        flat: colour,
        spaces: ["a b", "c"],
        bars: ["a|b", "c"],
        deep: Filter(name: "x&y", size: .init(min: 1), ids: [7, 8]),
        ids: [1, 2],
        pageSize: 25,
        url: "https://a.example/b?c=d",
        either: .integers([1, 2]),
        json: colour,
        xColour: colour,
        session: "s;1",
        tags: ["x", "y"]
      )
    )
    let path = "/simple/a%2Fb,c/R=100,G=200,B=150.1,2;R=100;G=200;B=150"
    let query = [
      "R=100", "G=200", "B=150", "flat=R,100,G,200,B,150", "spaces=a%20b%20c", "bars=a%7Cb%7Cc",
      "deep%5Bname%5D=x%26y", "deep%5Bsize%5D%5Bmin%5D=1", "deep%5Bids%5D%5B%5D=7", "deep%5Bids%5D%5B%5D=8",
      "ids%5B%5D=1", "ids%5B%5D=2", "page%5Bsize%5D=25", "url=https://a.example/b?c=d", "either=1", "either=2",
      "json=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D",
    ]
    #expect(sent.request.path == path + "?" + query.joined(separator: "&"))
    #expect(HTTPField.Name("X-Colour").map { sent.request.headerFields[$0] } == "R=100,G=200,B=150")
    #expect(sent.request.headerFields[.cookie] == "session=s%3B1; tags=x,y")
  }

  @Test("what is left out is not sent")
  func nothing() async throws {
    let sent = try await send(Calls.getStyles(list: ["a"], colour: colour, label: [1], matrix: colour))
    #expect(sent.request.path == "/simple/a/R=100,G=200,B=150.1;R=100;G=200;B=150")
    #expect(sent.request.headerFields[HTTPField.Name.cookie] == nil)
    #expect(sent.body == nil)
    #expect(try await send(Calls.search(q: "a b")).request.path == "/search?beta=true&q=a%20b")
  }

  @Test("JSON under its own type, and the same value as a form")
  func jsonAndForm() async throws {
    let item = Item(name: "a&b", tags: ["x", "y"], filter: Filter(ids: [1]), colour: colour)
    let json = try await send(Calls.createItem(body: item))
    #expect(json.request.headerFields[.contentType] == "application/vnd.api+json")
    #expect(
      json.text
        == #"{"name":"a&b","tags":["x","y"],"filter":{"ids":[1]},"colour":{"R":100,"G":200,"B":150}}"#
    )
    let form = try await send(Calls.createItemForm(body: item))
    #expect(form.request.headerFields[.contentType] == "application/x-www-form-urlencoded")
    let pairs = [
      "name=a%26b", "tags=x%7Cy", "filter%5Bids%5D%5B%5D=1",
      "colour=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D",
    ]
    #expect(form.text == pairs.joined(separator: "&"))
  }

  @Test("a form with a file")
  func multipart() async throws {
    let photo = UploadFile.data(Data("JPG".utf8), name: "a.jpg")
    let sent = try await send(Calls.addPhoto(photo: photo, caption: "ü", tags: ["x", "y"], colour: colour))
    let type = try #require(sent.request.headerFields[.contentType])
    let boundary = try #require(type.components(separatedBy: "multipart/form-data; boundary=").last)
    let parts = [
      "Content-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\nJPG",
      "Content-Disposition: form-data; name=\"caption\"\r\n\r\nü",
      "Content-Disposition: form-data; name=\"tags\"\r\n\r\nx",
      "Content-Disposition: form-data; name=\"tags\"\r\n\r\ny",
      "Content-Disposition: form-data; name=\"colour\"\r\nContent-Type: application/json\r\n\r\n"
        + #"{"R":100,"G":200,"B":150}"#,
    ]
    #expect(sent.text == parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n")
  }

  @Test("a file whose type the caller names, and a DELETE with a body")
  func files() async throws {
    let sent = try await send(Calls.putFile(body: .data(Data([1, 2]), contentType: "image/webp")))
    #expect(sent.request.headerFields[.contentType] == "image/webp")
    #expect(sent.body == [1, 2])
    await #expect(throws: InvalidRequest.self) { try await send(Calls.putFile(body: .data(Data()))) }
    let deleted = try await send(Calls.deleteFiles(body: [1, 2]))
    #expect(deleted.request.method == .delete)
    #expect(deleted.text == "[1,2]")
    #expect(try await send(Calls.deleteFiles()).body == nil)
  }
}
