extension Router {
  func plans(_ path: [String]) async -> SandboxResponse {
    let isWrite = method == "POST" && (path.count == 1 || (path.count == 3 && path[2] == "versions"))
    if isWrite, await !state.admits(.plans) { return .tooMany }
    switch (path.count, method) {
    case (1, "GET"): return await listPlans()
    case (1, "POST"): return await createPlan()
    case (1, _): return notAllowed("GET, POST")
    // There is no way to show, change or remove a plan itself.
    case (2, _): return noSuchPath
    default: break
    }
    guard let plan = await state.plans().plan(path[1]) else { return .notFound("There is no plan \(path[1])") }
    let rest = Array(path.dropFirst(3))
    return switch path[2] {
    case "versions": await planVersions(of: plan, rest)
    case "forecasts": await planForecasts(of: plan, rest)
    case "adherence": await planAdherence(of: plan, rest)
    case "goals": await planGoals(of: plan, rest)
    default: noSuchPath
    }
  }

  private func listPlans() async -> SandboxResponse {
    var errors = FieldErrors()
    let kind = target.choice("plan_type", of: PlanRecord.Kind.self, &errors)
    let statuses = target.choices("status", of: CalendarStatus.self, &errors)
    guard errors.isEmpty else { return .invalid(errors) }
    let label = target.value("label")?.lowercased() ?? ""
    let kpis = target.list("kpi_ids").map { Set($0.map { $0.lowercased() }) }
    let authors = target.list("created_by").map(Set.init)
    let today = state.clock.now().day
    let plans = await state.plans().plans.reversed().filter { plan in
      (kind == nil || plan.kind == kind)
        && (label.isEmpty || plan.label.lowercased().contains(label))
        && (statuses?.contains(CalendarStatus(plan.start, plan.end, at: today)) ?? true)
        && (authors?.contains(plan.createdBy) ?? true)
        && (kpis.map { isCompatible(plan, withAny: $0) } ?? true)
    }
    return .json(Page(target).envelope(plans) { $0.summary(at: today) })
  }

  private func isCompatible(_ plan: PlanRecord, withAny kpis: Set<String>) -> Bool {
    state.planCatalog.compatibleKPIs(with: plan.primary).contains { kpis.contains($0.id) }
  }

  private func createPlan() async -> SandboxResponse {
    switch createBody(whenFormIsNoObject: .serverFault) {
    case .refused(let response): return response
    case .accepted(_, let form):
      do {
        let optimization = await optimization(form["optimization_id"])
        let numbers = ExactNumbers(body: request.body)
        return .created(id: try await state.createPlan(form, numbers: numbers, optimization: optimization))
      } catch {
        return error.response
      }
    }
  }

  private func optimization(_ id: JSONValue?) async -> PlannableOptimization? {
    guard let id = id?.integer, let job = await state.job(.optimizations, id),
      let budget = await result(of: job, .optimizations)?.optimized
    else { return nil }
    var reader = OptimizationFormReader(job.form, deployments: state.deployments, kpis: state.kpis)
    return reader.read().map { PlannableOptimization(form: $0, budget: budget) }
  }
}

extension PlanRefusal {
  var response: SandboxResponse {
    switch self {
    case .missing(let parameter): .missing(parameter)
    case .superseded: .problem(409, "base_version_id doesn't match plan's primary version id")
    case .invalid(let errors): .invalid(errors)
    }
  }
}
