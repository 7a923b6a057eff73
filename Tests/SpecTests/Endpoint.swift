/// One operation of the API, as the vendor's material documents it.
struct Endpoint: Hashable, CustomStringConvertible {
  let method: String
  /// The path behind the client.
  let path: String

  /// What every path begins with.
  static let prefix = "/v1/clients/{client_slug}"

  /// All 39 operations, in the order in which the material lists them.
  static let all: [Endpoint] = [
    .init("GET", "/reports"),
    .init("POST", "/reports"),
    .init("GET", "/reports/{id}"),
    .init("GET", "/reports/{id}/downloads/{key}"),
    .init("GET", "/optimizations"),
    .init("POST", "/optimizations"),
    .init("GET", "/optimizations/{id}"),
    .init("GET", "/optimizations/{id}/downloads/{key}"),
    .init("GET", "/forecasts"),
    .init("POST", "/forecasts"),
    .init("GET", "/forecasts/{id}"),
    .init("GET", "/forecasts/{id}/downloads/{key}"),
    .init("GET", "/spend_forecasts"),
    .init("POST", "/spend_forecasts"),
    .init("GET", "/spend_forecasts/{id}"),
    .init("GET", "/kpis"),
    .init("GET", "/kpis/{id}"),
    .init("GET", "/deployments"),
    .init("GET", "/deployments/{id}"),
    .init("GET", "/plans"),
    .init("POST", "/plans"),
    .init("GET", "/plans/{plan_id}/versions"),
    .init("POST", "/plans/{plan_id}/versions"),
    .init("GET", "/plans/{plan_id}/versions/{id}"),
    .init("GET", "/plans/{plan_id}/versions/{id}/budget"),
    .init("GET", "/plans/{plan_id}/forecasts"),
    .init("GET", "/plans/{plan_id}/forecasts/{forecast_id}"),
    .init("GET", "/plans/{plan_id}/forecasts/{forecast_id}/downloads/{key}"),
    .init("GET", "/plans/{plan_id}/adherence"),
    .init("GET", "/plans/{plan_id}/adherence/{id}"),
    .init("GET", "/plans/{plan_id}/adherence/{id}/downloads/{key}"),
    .init("GET", "/plans/{plan_id}/goals"),
    .init("POST", "/plans/{plan_id}/goals"),
    .init("PATCH", "/plans/{plan_id}/goals/{goal_id}"),
    .init("DELETE", "/plans/{plan_id}/goals/{goal_id}"),
    .init("GET", "/runs"),
    .init("POST", "/runs"),
    .init("GET", "/runs/{id}"),
    .init("GET", "/runs/{id}/downloads/clean_data"),
  ]

  init(_ method: String, _ path: String) {
    self.method = method
    self.path = path
  }

  var description: String { "\(method) \(path)" }

  /// Whether a request goes to this operation.
  func matches(method: String, path: String) -> Bool {
    let wanted = (Self.prefix + self.path).split(separator: "/")
    let given = path.prefix { $0 != "?" }.split(separator: "/")
    return method == self.method && wanted.count == given.count
      && zip(wanted, given).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}
