import Foundation
import RecastTestSupport
import Testing

@testable import RecastRuntime

@Suite("Request bodies")
struct BodyTests {
  private func text(_ body: RequestBody) throws -> String {
    String(decoding: try body.content().collect(), as: UTF8.self)
  }

  // MARK: Forms

  @Test("a form has a pair per member, lists as pairs of one name, objects as JSON")
  func form() throws {
    let value: JSONValue = ["name": "a b&c", "n": 1, "tags": ["x", "y"], "o": ["k": true], "none": nil, "ids[]": [1]]
    let body = RequestBody.form(value)
    #expect(body.contentType == "application/x-www-form-urlencoded")
    #expect(
      try text(body) == "name=a%20b%26c&n=1&tags=x&tags=y&o=%7B%22k%22%3Atrue%7D&ids%5B%5D=1"
    )
  }

  @Test("members of a form travel as their encoding says")
  func encodings() throws {
    let value: JSONValue = ["a": [1, 2], "b": [1, 2], "c": ["k": 1], "d": [1, 2], "e": [1, 2], "f": ["k": 1]]
    let body = RequestBody.form(
      value,
      fields: [
        "a": .form(explode: false), "b": .json, "c": .deepObject, "d": .spaceDelimited, "e": .pipeDelimited,
        "f": .form(explode: true),
      ]
    )
    #expect(try text(body) == "a=1,2&b=%5B1%2C2%5D&c%5Bk%5D=1&d=1%202&e=1%7C2&k=1")
  }

  @Test("what is no object is no form")
  func noForm() {
    #expect(throws: InvalidRequest.self) { try RequestBody.form([1]).content() }
    #expect(throws: InvalidRequest.self) { try RequestBody.form(["a": Double.nan]).content() }
  }

  // MARK: Multipart

  private func content(of part: MultipartField.Part) -> String {
    if case .bytes(let bytes) = part.source { String(decoding: bytes, as: UTF8.self) } else { "a file" }
  }

  @Test("what may be text or a structure is called JSON where it is one")
  func plainParts() throws {
    let values: [JSONValue] = ["a", ["k": 1], nil, [true, ["x"], ["y": nil]]]
    let fields = values.map { MultipartField.styled("f", $0, .plain) }
    let parts = fields.map { field in
      field?.parts.map { "\($0.contentType ?? "-") \(content(of: $0))" }
    }
    #expect(parts[0] == ["- a"])
    #expect(parts[1] == [#"application/json {"k":1}"#])
    #expect(parts[2] == nil)
    #expect(parts[3] == ["- true", #"application/json ["x"]"#, #"application/json {"y":null}"#])
    #expect(MultipartField.styled("f", Double.nan, .plain)?.problem != nil)
    let stated = MultipartField.styled("f", ["k": 1] as JSONValue, .plain, contentType: "a/b")
    #expect(stated?.parts.first?.contentType == "a/b")
  }

  @Test("a multipart form, to the byte")
  func multipart() throws {
    let folder = try TemporaryFolder()
    let url = folder.url.appendingPathComponent("photo.png")
    try Data("PNG".utf8).write(to: url)
    let body = RequestBody.multipart(
      [
        .item("caption", "a\r\nb"), .item("none", String?.none), .repeated("tags", ["x", "y"]),
        .json("meta", ["k": 1] as JSONValue)?.with(headers: [.item("X-Kind", "m")]), .file("photo", .file(url)),
        .files("more", [.data(Data([65]), name: "a.csv", contentType: "text/plain")]),
        .styled("deep", ["k": 1] as JSONValue, .deepObject), .styled("list", [1, 2], .form(explode: false)),
      ],
      boundary: "B"
    )
    #expect(body.contentType == "multipart/form-data; boundary=B")
    let expected = [
      "--B", #"Content-Disposition: form-data; name="caption""#, "", "a", "b",
      "--B", #"Content-Disposition: form-data; name="tags""#, "", "x",
      "--B", #"Content-Disposition: form-data; name="tags""#, "", "y",
      "--B", #"Content-Disposition: form-data; name="meta""#, "Content-Type: application/json", "X-Kind: m", "",
      #"{"k":1}"#,
      "--B", #"Content-Disposition: form-data; name="photo"; filename="photo.png""#, "Content-Type: image/png", "",
      "PNG",
      "--B", #"Content-Disposition: form-data; name="more"; filename="a.csv""#, "Content-Type: text/plain", "", "A",
      "--B", #"Content-Disposition: form-data; name="deep[k]""#, "", "1",
      "--B", #"Content-Disposition: form-data; name="list""#, "", "1,2",
      "--B--", "",
    ]
    #expect(try text(body) == expected.joined(separator: "\r\n"))
    #expect(try body.content().length == Int64(text(body).utf8.count))
    #expect(try body.content().bytes == nil)
  }

  @Test("no name can end its quotes, its line or its part")
  func names() throws {
    let file = UploadFile.data(Data(), name: "a\"; x=\"b\r\n\r\n--B--\0é")
    let body = RequestBody.multipart([.file("f\"\r\nX: y", file)], boundary: "B")
    let lines = try text(body).components(separatedBy: "\r\n")
    #expect(
      lines[1]
        == #"Content-Disposition: form-data; name="f%22%0D%0AX: y"; filename="a%22; x=%22b%0D%0A%0D%0A--B--%00é""#
    )
    #expect(lines.count == 7)
    let types = UploadFile.data(Data(), contentType: "text/plain\r\nX: y")
    #expect(throws: InvalidRequest.self) { try RequestBody.multipart([.file("f", types)]).content() }
    let headers = MultipartField.item("f", "x")?.with(headers: [.item("X-A", "a\nb")])
    #expect(throws: InvalidRequest.self) { try RequestBody.multipart([headers]).content() }
  }

  @Test("each form has a boundary of its own")
  func boundaries() {
    let types = Set((0..<100).map { _ in RequestBody.multipart([]).contentType })
    #expect(types.count == 100)
    #expect(types.allSatisfy { $0.count <= "multipart/form-data; boundary=".count + 70 })
  }

  // MARK: Files

  @Test(
    "the type of a file is the caller's, else the server's, else that of its name",
    arguments: [
      ("a.png", nil, ["application/octet-stream"], "application/octet-stream"), ("a.png", "x/y", ["image/jpeg"], "x/y"),
      ("a.JPG", nil, ["image/png", "image/jpeg"], "image/jpeg"), ("a", nil, ["image/png", "image/jpeg"], "image/png"),
      ("a.png", nil, ["image/*"], "image/png"), ("a.pdf", nil, ["image/*"], nil), ("a.pdf", nil, [], "application/pdf"),
      ("a", nil, [], "application/octet-stream"), ("a", nil, ["*/*"], "application/octet-stream"),
    ] as [(String, String?, [String], String?)]
  )
  func types(name: String, stated: String?, accepted: [String], expected: String?) {
    let file = UploadFile.data(Data(), name: name, contentType: stated)
    #expect(ContentType.of(file, accepted: accepted) == expected)
  }

  @Test("a file whose type nobody knows is refused where the server asks for a kind")
  func unknownType() throws {
    #expect(throws: InvalidRequest.self) { try RequestBody.file(.data(Data()), contentTypes: ["image/*"]).content() }
    #expect(RequestBody.file(.data(Data()), contentTypes: ["image/jpeg"]).contentType == "image/jpeg")
  }

  @Test("a file that is not there, or is a folder, is reported before anything is sent")
  func missing() async throws {
    let folder = try TemporaryFolder()
    let transport = RecordingTransport(.json("{}"))
    let connection = try Connection.test(transport)
    for url in [folder.url, folder.url.appendingPathComponent("none"), try #require(URL(string: "https://a/b"))] {
      let call = Call<Void>("a", .put, "/a", body: .file(.file(url)), response: .empty)
      await #expect(throws: InvalidRequest.self) { try await connection.send(call) }
    }
    #expect(transport.sent.isEmpty)
  }

  @Test("a file that changes while it is sent is noticed", arguments: ["longer than before", ""])
  func changing(text: String) throws {
    let folder = try TemporaryFolder()
    let url = folder.url.appendingPathComponent("a.txt")
    try Data("before".utf8).write(to: url)
    let content = try RequestBody.file(.file(url)).content()
    #expect(try content.collect() == Array("before".utf8))
    try Data(text.utf8).write(to: url)
    #expect(throws: InvalidRequest.self) { try content.collect() }
  }

  @Test("texts, and JSON under its own type")
  func textAndJSON() throws {
    #expect(RequestBody.json(1, contentType: "application/vnd.api+json").contentType == "application/vnd.api+json")
    #expect(try text(.text("ä")) == "ä")
    #expect(try text(.text(7)) == "7")
  }
}
