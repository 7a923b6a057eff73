extension Router {
  /// `path` is what follows `goals`.
  func planGoals(of plan: PlanRecord, _ path: [String]) async -> SandboxResponse {
    switch (path.count, method) {
    case (0, "GET"): return await listGoals(of: plan)
    case (0, "POST"): return await createGoal(of: plan)
    case (0, _): return notAllowed("GET, POST")
    // A goal cannot be shown by itself, though it can be changed and removed.
    case (1, "GET"): return noSuchPath
    case (1, _): break
    default: return noSuchPath
    }
    guard let id = id(path[0]), let goal = await state.plans().goal(id), goal.planID == plan.id else {
      return .notFound("The plan has no goal \(path[0])")
    }
    switch method {
    case "PATCH": return await changeGoal(goal, of: plan)
    case "DELETE":
      await state.changePlans { $0.removeGoal(id) }
      return SandboxResponse(status: 204)
    default: return notAllowed("PATCH, DELETE")
    }
  }

  private func listGoals(of plan: PlanRecord) async -> SandboxResponse {
    var errors = FieldErrors()
    let statuses = target.choices("status", of: CalendarStatus.self, &errors)
    guard errors.isEmpty else { return .invalid(errors) }
    let kpi = target.value("kpi_id")
    if let kpi, state.planCatalog.kpi(kpi) == nil { return .notFound("There is no KPI \(kpi)") }
    let store = await state.plans()
    let goals = store.goals.reversed().filter { goal in
      goal.planID == plan.id && (kpi == nil || goal.kpiID == kpi?.lowercased())
        && (statuses?.contains(goal.status(dataEnd: dataEnd(of: goal))) ?? true)
    }
    return .json(Page(target).envelope(goals, pageSize: .rowsReturned) { json($0, store) })
  }

  private func createGoal(of plan: PlanRecord) async -> SandboxResponse {
    switch createBody() {
    case .refused(let response): return response
    case .accepted(_, let form):
      var reader = GoalFormReader(form, of: plan, state.planCatalog)
      guard let goal = reader.read() else { return .invalid(reader.errors) }
      let refresh = state.refresh
      return .created(id: await state.changePlans { $0.addGoal(goal, of: plan, refresh) })
    }
  }

  /// Whether a change is wrapped in `form` is not documented: both ways are understood.
  private func changeGoal(_ goal: GoalRecord, of plan: PlanRecord) async -> SandboxResponse {
    let body: [String: JSONValue]
    switch objectBody() {
    case .refused(let response): return response
    case .accepted(let members): body = members
    }
    var form = body
    if let wrapped = body["form"] {
      guard case .object(let members) = wrapped else { return .problem(400, "form must be an object") }
      form = members
    }
    var reader = GoalFormReader(form, of: plan, state.planCatalog, current: goal.form)
    guard let changed = reader.read() else { return .invalid(reader.errors) }
    let refresh = state.refresh
    let store = await state.changePlans { store in
      store.changeGoal(goal.id, to: changed, of: plan, refresh)
      return store
    }
    guard let current = store.goal(goal.id) else { return .notFound("The plan has no goal \(goal.id)") }
    return .json(json(current, store))
  }

  private func json(_ goal: GoalRecord, _ store: PlanStore) -> JSONValue {
    let now = state.clock.now()
    let forecast = store.forecasts.last { $0.id == goal.forecastID }
    return [
      "id": .integer(goal.id),
      "name": .string(goal.form.name),
      "goal_value": .number(goal.form.value),
      "status": .string(goal.status(dataEnd: dataEnd(of: goal)).rawValue),
      "processing_status": .string(forecast?.status(at: now).name ?? "error"),
      "start_date": .string(goal.form.start.text),
      "end_date": .string(goal.form.end.text),
      "kpi_id": .string(goal.kpiID),
      "kpi_label": JSONValue(state.planCatalog.kpi(goal.kpiID)?.name),
      "forecast_id": .integer(goal.forecastID),
      "created_at": .string(goal.created.timestamp),
      "updated_at": .string(goal.updated.timestamp),
    ]
  }

  private func dataEnd(of goal: GoalRecord) -> CalendarDay {
    state.planCatalog.kpi(goal.kpiID).flatMap { state.planCatalog.dataEnd(of: $0) } ?? state.planCatalog.dataEnd
  }
}
