extension Router {
  func kpis(_ path: [String]) async -> SandboxResponse {
    switch (path.count, method) {
    case (1, "GET"): return .json(Page(target).envelope(state.kpis, \.summary))
    case (2, "GET"): return showKPI(path[1])
    case (1, _), (2, _): return notAllowed("GET")
    default: return noSuchPath
    }
  }

  private func showKPI(_ id: String) -> SandboxResponse {
    guard let kpi = state.kpis.first(where: { $0.id == id.lowercased() }) else {
      return .notFound("There is no KPI \(id)")
    }
    let configurations = kpi.parts.compactMap { part -> JSONValue? in
      guard let deployment = state.latestDeployment(of: part.dashboard) else { return nil }
      return [
        "name": .string(part.dashboard),
        "deployment_id": .integer(deployment.id),
        "multiplier": .number(part.weight),
        "spikes": deployment.spikesJSON,
      ]
    }
    return .json(["id": .string(kpi.id), "name": .string(kpi.name), "depvar_configurations": .array(configurations)])
  }
}

extension KPI {
  fileprivate var summary: JSONValue {
    let parts = parts.map { part -> JSONValue in
      ["slug": .string(part.dashboard), "weight": .number(part.weight)]
    }
    return ["id": .string(id), "name": .string(name), "depvars": .array(parts)]
  }
}
