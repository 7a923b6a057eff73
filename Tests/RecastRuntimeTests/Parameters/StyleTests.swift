import Testing

@testable import RecastRuntime

/// The examples of OpenAPI 3.1.1 (section 4.8.12.5, "Style Examples"), as they are sent.
@Suite("Styles of parameters")
struct StyleTests {
  private let text: JSONValue = "blue"
  private let list: JSONValue = ["blue", "black", "brown"]
  private let object: JSONValue = ["R": 100, "G": 200, "B": 150]

  private func sent(_ item: QueryItem?) -> String? { item?.pairs.map(\.encoded).joined(separator: "&") }

  @Test("simple in a path")
  func simple() throws {
    #expect(try PathStyle.simple(explode: false).text(text) == "blue")
    #expect(try PathStyle.simple(explode: false).text(list) == "blue,black,brown")
    #expect(try PathStyle.simple(explode: true).text(list) == "blue,black,brown")
    #expect(try PathStyle.simple(explode: false).text(object) == "R,100,G,200,B,150")
    #expect(try PathStyle.simple(explode: true).text(object) == "R=100,G=200,B=150")
  }

  @Test("label in a path")
  func label() throws {
    #expect(try PathStyle.label(explode: false).text("" as JSONValue) == ".")
    #expect(try PathStyle.label(explode: false).text(text) == ".blue")
    #expect(try PathStyle.label(explode: false).text(list) == ".blue,black,brown")
    #expect(try PathStyle.label(explode: true).text(list) == ".blue.black.brown")
    #expect(try PathStyle.label(explode: false).text(object) == ".R,100,G,200,B,150")
    #expect(try PathStyle.label(explode: true).text(object) == ".R=100.G=200.B=150")
  }

  @Test("matrix in a path")
  func matrix() throws {
    #expect(try PathStyle.matrix("color", explode: false).text("" as JSONValue) == ";color")
    #expect(try PathStyle.matrix("color", explode: false).text(text) == ";color=blue")
    #expect(try PathStyle.matrix("color", explode: true).text(text) == ";color=blue")
    #expect(try PathStyle.matrix("color", explode: false).text(list) == ";color=blue,black,brown")
    #expect(try PathStyle.matrix("color", explode: true).text(list) == ";color=blue;color=black;color=brown")
    #expect(try PathStyle.matrix("color", explode: false).text(object) == ";color=R,100,G,200,B,150")
    #expect(try PathStyle.matrix("color", explode: true).text(object) == ";R=100;G=200;B=150")
  }

  @Test("reserved characters in a path stand for themselves, but for those that would end it or climb")
  func reservedPath() throws {
    #expect(try PathStyle.reserved.text("projects/p 1/topics/t" as JSONValue) == "projects/p%201/topics/t")
    #expect(try PathStyle.reserved.text("a?b#c%2e:@d" as JSONValue) == "a%3Fb%23c%252e:@d")
    #expect(try PathStyle.reserved.text(list) == "blue,black,brown")
    #expect(("/v1/\("a/b", .reserved):go" as RequestPath).encoded == "/v1/a/b:go")
    #expect(("/v1/\("a/../b", .reserved)" as RequestPath).problem != nil)
    #expect(("/v1/\("", .reserved)" as RequestPath).problem != nil)
  }

  @Test("a value that is the whole query has no name")
  func wholeQuery() {
    #expect(sent(.wholeQuery("$.a[0]")) == "%24.a%5B0%5D")
    #expect(sent(.wholeQueryJSON(["a": 1] as JSONValue)) == "%7B%22a%22%3A1%7D")
    #expect(QueryItem.wholeQuery(nil as String?) == nil)
  }

  @Test("form in a query")
  func form() {
    #expect(sent(.form("color", "" as JSONValue)) == "color=")
    #expect(sent(.form("color", text)) == "color=blue")
    #expect(sent(.form("color", list)) == "color=blue&color=black&color=brown")
    #expect(sent(.form("color", list, explode: false)) == "color=blue,black,brown")
    #expect(sent(.form("color", object)) == "R=100&G=200&B=150")
    #expect(sent(.form("color", object, explode: false)) == "color=R,100,G,200,B,150")
  }

  @Test("delimited by spaces and bars in a query")
  func delimited() {
    #expect(sent(.spaceDelimited("color", list)) == "color=blue%20black%20brown")
    #expect(sent(.spaceDelimited("color", object)) == "color=R%20100%20G%20200%20B%20150")
    #expect(sent(.pipeDelimited("color", list)) == "color=blue%7Cblack%7Cbrown")
    #expect(sent(.pipeDelimited("color", object)) == "color=R%7C100%7CG%7C200%7CB%7C150")
  }

  @Test("deep objects in a query, as deep as they go")
  func deep() {
    #expect(sent(.deepObject("color", object)) == "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")
    let nested: JSONValue = ["a": ["b c": 1, "d": ["x", "y"]], "n": nil]
    #expect(sent(.deepObject("f", nested)) == "f%5Ba%5D%5Bb%20c%5D=1&f%5Ba%5D%5Bd%5D%5B%5D=x&f%5Ba%5D%5Bd%5D%5B%5D=y")
    #expect(sent(.deepObject("ids", [1, 2])) == "ids%5B%5D=1&ids%5B%5D=2")
  }

  @Test("headers are not encoded")
  func headers() {
    #expect(HeaderItem.simple("X", text)?.value == "blue")
    #expect(HeaderItem.simple("X", list)?.value == "blue,black,brown")
    #expect(HeaderItem.simple("X", object)?.value == "R,100,G,200,B,150")
    #expect(HeaderItem.simple("X", object, explode: true)?.value == "R=100,G=200,B=150")
    #expect(HeaderItem.json("X", object)?.value == #"{"R":100,"G":200,"B":150}"#)
  }

  @Test("cookies")
  func cookies() {
    #expect(CookieItem.item("id", "a b;c")?.pairs == ["id=a%20b%3Bc"])
    #expect(CookieItem.form("color", list, explode: false)?.pairs == ["color=blue,black,brown"])
    #expect(CookieItem.form("color", list)?.pairs == ["color=blue", "color=black", "color=brown"])
    #expect(CookieItem.form("color", object, explode: false)?.pairs == ["color=R,100,G,200,B,150"])
    #expect(CookieItem.form("color", object)?.pairs == ["R=100", "G=200", "B=150"])
    #expect(CookieItem.json("q", [1, 2])?.pairs == ["q=%5B1%2C2%5D"])
    #expect(CookieItem.verbatim("t", "a+/=")?.pairs == ["t=a+/="])
    #expect(CookieItem.verbatim("t", "a; b=c")?.problem != nil)
  }

  @Test("JSON in a query and in a path")
  func json() throws {
    #expect(sent(.json("q", ["a": "b c"] as JSONValue)) == "q=%7B%22a%22%3A%22b%20c%22%7D")
    #expect(try PathStyle.json.text([1, 2]) == "%5B1%2C2%5D")
  }

  @Test("what is not there is not sent")
  func nothing() {
    let absent: JSONValue? = nil
    #expect(QueryItem.form("a", absent) == nil)
    for empty: JSONValue in [nil, [], [:], [nil], ["a": nil]] {
      #expect(QueryItem.form("a", empty) == nil)
      #expect(QueryItem.deepObject("a", empty) == nil)
      #expect(HeaderItem.simple("a", empty) == nil)
      #expect(CookieItem.form("a", empty) == nil)
    }
  }

  @Test("separators inside values are encoded, and what lies too deep for a style is written as JSON")
  func inside() {
    #expect(sent(.form("a", ["x,y", "z&b=1"], explode: false)) == "a=x%2Cy,z%26b%3D1")
    #expect(sent(.form("a", ["m": [1, 2], "k e": "v"] as JSONValue)) == "m=%5B1%2C2%5D&k%20e=v")
  }

  @Test("reserved characters stand for themselves where allowed, except those that would end the value")
  func reserved() {
    let text = "a/b?c:d@e!f$g'h(i)j*k,l;m=n&o#p[q]r+s%20t%zz ü"
    #expect(
      sent(.item("u", text, allowReserved: true))
        == "u=a/b?c:d@e!f$g'h(i)j*k,l;m=n%26o%23p%5Bq%5Dr%2Bs%20t%25zz%20%C3%BC"
    )
  }

  @Test("a path keeps its segments, whatever a list holds")
  func segments() {
    let path: RequestPath = "/a/\(["x/y", "z"], .simple(explode: false))/b"
    #expect(path.encoded == "/a/x%2Fy,z/b")
    #expect(path.template == "/a/{}/b")
    #expect(path.problem == nil)
    #expect(("/a/\([String](), .simple(explode: false))" as RequestPath).problem != nil)
    #expect(("/a/\("", .label(explode: false))" as RequestPath).problem != nil)
    #expect(("/a/\([".."], .simple(explode: false))" as RequestPath).problem != nil)
    #expect(("/a/\(Double.nan, .json)" as RequestPath).problem != nil)
  }

  @Test("a value without a text is refused when the call is sent, and so is a cookie that no cookie may be")
  func refused() async throws {
    let transport = RecordingTransport(.json("{}"))
    let connection = try Connection.test(transport)
    let calls = [
      Call<Void>("a", .get, "/a", query: [.form("q", Double.nan)], response: .empty),
      Call<Void>("a", .get, "/a", headers: [.simple("X-A", [Double.nan])], response: .empty),
      Call<Void>("a", .get, "/a", headers: [.simple("X-A", ["a\r\nX-B: c"])], response: .empty),
      Call<Void>("a", .get, "/a", cookies: [.form("c", Double.nan)], response: .empty),
      Call<Void>("a", .get, "/a", cookies: [.verbatim("c", "a\r\nb")], response: .empty),
    ]
    for call in calls { await #expect(throws: InvalidRequest.self) { try await connection.send(call) } }
    #expect(transport.sent.isEmpty)
  }

  @Test("cookies travel in one field, and never show themselves")
  func cookieField() async throws {
    let transport = RecordingTransport(.json("{}"))
    let call = Call<Void>(
      "a",
      .get,
      "/a",
      cookies: [.item("session", "s3cret"), .item("none", String?.none), .form("x[]", [1, 2])],
      response: .empty
    )
    try await Connection.test(transport).send(call)
    #expect(transport.sent.first?.request.headerFields[.cookie] == "session=s3cret; x%5B%5D=1; x%5B%5D=2")
    #expect(!"\(call.cookies)".contains("s3cret"))
    #expect(!"\(String(reflecting: call.cookies))".contains("s3cret"))
  }
}
