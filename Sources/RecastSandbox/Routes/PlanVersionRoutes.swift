extension Router {
  /// `path` is what follows `versions`.
  func planVersions(of plan: PlanRecord, _ path: [String]) async -> SandboxResponse {
    switch (path.count, method) {
    case (0, "GET"): return .json(Page(target).envelope(plan.versions) { .object(plan.summary(of: $0)) })
    case (0, "POST"): return await createVersion(of: plan)
    case (0, _): return notAllowed("GET, POST")
    case (1, _), (2, _): break
    default: return noSuchPath
    }
    guard path.count == 1 || path[1] == "budget" else { return noSuchPath }
    guard method == "GET" else { return notAllowed("GET") }
    guard let version = plan.version(path[0]) else { return .notFound("The plan has no version \(path[0])") }
    guard path.count == 1 else { return budget(of: version) }
    return .json(plan.detail(of: version, state.planCatalog, at: state.clock.now().day))
  }

  private func budget(of version: PlanVersionRecord) -> SandboxResponse {
    var errors = FieldErrors()
    let granularity = target.choice("granularity", of: BudgetGranularity.self, &errors) ?? .daily
    let days = target.days(&errors)
    guard errors.isEmpty else { return .invalid(errors) }
    return .csv(version.budget.table(granularity, within: days).csv)
  }

  private func createVersion(of plan: PlanRecord) async -> SandboxResponse {
    let body: JSONValue
    let form: [String: JSONValue]
    switch createBody(whenFormIsNoObject: .serverFault) {
    case .refused(let response): return response
    case .accepted(let accepted, let members): (body, form) = (accepted, members)
    }
    guard !form.isEmpty else { return .missing("form") }
    let base = body["base_version_id"] ?? .null
    guard !base.isBlank else { return .missing("base_version_id") }
    do {
      let numbers = ExactNumbers(body: request.body)
      return .created(id: try await state.createVersion(of: plan.id, base: base, form, numbers: numbers))
    } catch {
      return error.response
    }
  }
}
