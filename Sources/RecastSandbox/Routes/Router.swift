import Foundation

/// Finds the answer to a request whose token and client have been checked.
struct Router: Sendable {
  let state: SandboxState
  let request: SandboxRequest
  let target: RequestTarget

  /// `path` is what follows the client slug.
  func respond(to path: [String]) async -> SandboxResponse {
    switch path.first {
    case "reports": await reports(path)
    case "deployments": await deployments(path)
    case "kpis": await kpis(path)
    case "plans": await plans(path)
    case "runs": await runs(path)
    case "optimizations": await jobs(.optimizations, path)
    case "forecasts": await jobs(.forecasts, path)
    case "spend_forecasts": await jobs(.spendForecasts, path)
    default: .notFound("There is no such path")
    }
  }

  var method: String { request.method == "HEAD" ? "GET" : request.method }

  func notAllowed(_ methods: String) -> SandboxResponse {
    var response = SandboxResponse.problem(405, "This path answers to \(methods) only")
    response.headers.append(("Allow", methods))
    return response
  }

  var noSuchPath: SandboxResponse { .notFound("There is no such path") }

  /// Ids are plain decimal integers; anything else names nothing.
  func id(_ segment: String) -> Int? {
    segment.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(segment) : nil
  }

  enum CreateBody {
    case accepted(body: JSONValue, form: [String: JSONValue])
    case refused(SandboxResponse)
  }

  /// The body of a create request: a JSON object with an object `form`; anything else is 400.
  func createBody(
    whenFormIsNoObject: SandboxResponse = .problem(400, "form must be an object")
  ) -> CreateBody {
    switch objectBody() {
    case .refused(let response): return .refused(response)
    case .accepted(let body):
      guard let form = body["form"], !form.isNull else { return .refused(.missing("form")) }
      guard case .object(let members) = form else { return .refused(whenFormIsNoObject) }
      return .accepted(body: .object(body), form: members)
    }
  }

  enum ObjectBody {
    case accepted([String: JSONValue])
    case refused(SandboxResponse)
  }

  /// A body that is a JSON object; anything else is 400.
  func objectBody() -> ObjectBody {
    guard request.header("Content-Type")?.lowercased().contains("json") == true else {
      return .refused(.problem(400, "Missing required parameter: form (is Content-Type: application/json set?)"))
    }
    guard !request.body.isEmpty else { return .refused(.missing("form")) }
    guard let body = JSONValue(parsing: request.body), case .object(let members) = body else {
      return .refused(.problem(400, "The body is not a JSON object"))
    }
    return .accepted(members)
  }
}
