import Testing

@testable import RecastRuntime

@Suite("Servers")
struct ServerTests {
  private static let upload = "https://upload.example.com/v2"

  @Test(
    "put their path in front, when the base URL has none",
    arguments: [
      ("https://a.example", "https://a.example/api/v0/pets"), ("https://a.example/", "https://a.example/api/v0/pets"),
      ("https://a.example/mine", "https://a.example/mine/pets"),
    ]
  )
  func path(_ baseURL: String, _ address: String) async throws {
    #expect(try await Self.address(baseURL, ServerRules(path: "/api/v0"), server: nil) == address)
  }

  @Test("of operations hold where the base URL is that of the document")
  func documented() async throws {
    let rules = ServerRules(documented: "https://api.example.com/v1/")
    #expect(
      try await Self.address("https://api.example.com/v1", rules, server: Self.upload)
        == "https://upload.example.com/v2/pets"
    )
    #expect(try await Self.address("https://b.example/v1", rules, server: "/v0") == "https://b.example/v0/pets")
    #expect(try await Self.address("https://b.example/v1", rules, server: "/") == "https://b.example/pets")
  }

  @Test("of operations are not called behind the back of another base URL")
  func overridden() async throws {
    let rules = ServerRules(documented: "https://api.example.com/v1")
    let error = await #expect(throws: ConfigurationError.self) {
      try await Self.address("http://localhost:8080", rules, server: Self.upload)
    }
    #expect(error?.message.contains("say where that server is") == true)
    let told = ServerRules(
      documented: "https://api.example.com/v1",
      replacements: [Self.upload: "http://localhost:8081/up"]
    )
    #expect(
      try await Self.address("http://localhost:8080", told, server: Self.upload) == "http://localhost:8081/up/pets"
    )
  }

  @Test("get no credential without protection")
  func protected() async throws {
    await #expect(throws: ConfigurationError.self) {
      try await Self.address(
        "https://api.example.com",
        ServerRules(documented: "https://api.example.com"),
        server: "http://upload.example.com"
      )
    }
  }

  @Test("are made of templates and values that stay in their place")
  func templates() throws {
    let template = ServerTemplate("{scheme}://{region}.example.com:{port}/{version}")
    func url(_ region: String, _ version: String = "v1", scheme: String = "https") throws -> String {
      try template.url([
        .init("scheme", scheme), .init("region", region), .init("port", "8443"), .init("version", version),
      ])
    }
    #expect(try url("eu") == "https://eu.example.com:8443/v1")
    #expect(try url("eu", "api/v2") == "https://eu.example.com:8443/api/v2")
    for hostile in ["evil.example/", "evil.example?", "evil.example#", "a@b", "a:1", "a b", "ä", "a\r\nHost: b"] {
      #expect(throws: ConfigurationError.self) { try url(hostile) }
    }
    for hostile in ["../x", "a?b", "a#b", "a b", ".."] {
      #expect(throws: ConfigurationError.self) { try url("eu", hostile) }
    }
    #expect(throws: ConfigurationError.self) { try url("eu", scheme: "javascript") }
    #expect(throws: ConfigurationError.self) { try template.url([]) }
  }

  @Test("take only the values that the document lists, and a whole host where it leaves that open")
  func values() throws {
    let listed = ServerTemplate("https://{region}.example.com")
    #expect(throws: ConfigurationError.self) { try listed.url([.init("region", "asia", oneOf: ["eu", "us"])]) }
    let open = ServerTemplate("https://{host}/v1")
    #expect(try open.url([.init("host", "shop.example:8443")]) == "https://shop.example:8443/v1")
    #expect(throws: ConfigurationError.self) { try open.url([.init("host", "user:pw@shop.example")]) }
    let whole = ServerTemplate("{base}/v1")
    #expect(try whole.url([.init("base", "https://shop.example")]) == "https://shop.example/v1")
    #expect(throws: ConfigurationError.self) { try whole.url([.init("base", "ftp://shop.example")]) }
  }

  private static func address(_ baseURL: String, _ rules: ServerRules, server: String?) async throws -> String {
    let transport = RecordingTransport(.json(""))
    let connection = try Connection(
      baseURL: baseURL,
      credential: .token("secret"),
      servers: rules,
      transport: transport
    )
    try await connection.send(Call<Void>("listPets", .get, "/pets", server: server, response: .empty))
    return String((transport.sent.first?.line ?? "").dropFirst(4))
  }
}
