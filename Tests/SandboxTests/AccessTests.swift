import Foundation
import Testing

@testable import RecastSandbox

@Suite("Access to the sandbox")
struct AccessTests {
  @Test(
    "Without the right token everything is 401, before the body is looked at",
    arguments: [nil, "", "Bearer", "Bearer wrong", "Basic gr_sandbox_token", "Bearer gr_sandbox_token2"]
  )
  func token(_ authorization: String?) async {
    let caller = Caller()
    let headers = authorization.map { [(name: "Authorization", value: $0)] } ?? []
    let answer = await caller.send(
      SandboxRequest("POST", caller.root + "/reports", headers: headers, body: Data("{not json".utf8))
    )
    #expect(answer.status == 401)
    #expect(answer.json["error"]?["message"]?.string == "The token is missing or invalid")
  }

  @Test("The scheme's case does not matter")
  func schemeCase() async {
    let caller = Caller()
    let headers = [(name: "authorization", value: "bearer gr_sandbox_token")]
    #expect(await caller.send(SandboxRequest("GET", caller.root + "/kpis", headers: headers)).status == 200)
  }

  @Test("A client other than the configured one is 404")
  func client() async {
    var caller = Caller(SandboxConfiguration(client: "acme"))
    #expect(await caller.get("/reports").status == 404)
    caller.root = "/v1/clients/acme"
    #expect(await caller.get("/reports").status == 200)
  }

  @Test(
    "A path that is not documented is 404",
    arguments: [
      "", "/plan", "/reports/1/show", "/reports/12345", "/reports/abc", "/reports/-1", "/reports/99999999999999999999",
      "/kpis/not-a-uuid", "/runs/1", "/deployments/0", "/runs/1/downloads/other",
    ]
  )
  func unknownPath(_ path: String) async {
    let answer = await Caller().get(path)
    #expect(answer.status == 404)
    #expect(answer.json["error"]?["message"]?.string?.isEmpty == false)
  }

  @Test("A method that a path does not know is 405 and says which it knows")
  func method() async {
    let caller = Caller()
    let headers = [(name: "Authorization", value: "Bearer \(caller.token)")]
    let answer = await caller.send(SandboxRequest("DELETE", caller.root + "/reports", headers: headers))
    #expect(answer.status == 405)
    #expect(answer.header("Allow") == "GET, POST")
  }

  @Test("A malformed percent escape is 400")
  func escape() async {
    #expect(await Caller().get("/reports/%zz").status == 400)
  }

  @Test("HEAD answers like GET without the body")
  func head() async {
    let caller = Caller()
    let headers = [(name: "Authorization", value: "Bearer \(caller.token)")]
    let answer = await caller.send(SandboxRequest("HEAD", caller.root + "/kpis", headers: headers))
    let length = await caller.get("/kpis").response.body.count
    #expect(answer.status == 200)
    #expect(answer.response.body.isEmpty)
    #expect(answer.header("Content-Length") == String(length))
  }

  @Test("A body beyond the limit is 413")
  func bodyLimit() async {
    let caller = Caller(SandboxConfiguration(bodyLimit: 100))
    #expect(await caller.post("/reports", bytes: Data(count: 101)).status == 413)
  }
}
