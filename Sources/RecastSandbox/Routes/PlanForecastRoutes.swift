extension Router {
  private enum AltcastType: String, CaseIterable { case planned, actuals }

  /// `path` is what follows `forecasts`.
  func planForecasts(of plan: PlanRecord, _ path: [String]) async -> SandboxResponse {
    let isDownload = path.count == 3 && path[1] == "downloads"
    guard path.count <= 1 || isDownload else { return noSuchPath }
    guard method == "GET" else { return notAllowed("GET") }
    let store = await state.plans()
    guard let segment = path.first else { return listForecasts(of: plan, store) }
    guard let id = id(segment), let record = store.forecasts.last(where: { $0.id == id && $0.planID == plan.id }),
      let forecast = await forecast(record, of: plan)
    else { return .notFound("The plan has no forecast \(segment)") }
    guard isDownload else {
      return .json(forecast.detail(at: state.clock.now()))
    }
    return download(path[2], of: forecast)
  }

  /// Parameters that are not known here are ignored, as the service does.
  private func listForecasts(of plan: PlanRecord, _ store: PlanStore) -> SandboxResponse {
    var errors = FieldErrors()
    let altcasts = target.choices("altcast_types", of: AltcastType.self, &errors)?.map(\.rawValue)
    guard errors.isEmpty else { return .invalid(errors) }
    let kpi = target.value("kpi_id")?.lowercased()
    let version = target.value("plan_version_id")?.lowercased()
    var goalID: Int?
    if let text = target.value("goal_id") {
      guard let id = id(text), store.goal(id)?.planID == plan.id else {
        return .notFound("The plan has no goal \(text)")
      }
      goalID = id
    }
    let wanted = store.forecasts.reversed().filter { record in
      // A switch: with the parameter there are the named counterfactuals and nothing else, without it there are none.
      // Forecasts of goals are shown to those who ask for a goal.
      record.planID == plan.id && record.goalID == goalID
        && (altcasts.map { $0.contains(record.altcastType ?? "") } ?? (record.altcastType == nil))
        && (kpi == nil || record.kpiID == kpi) && (version == nil || record.versionID == version)
    }
    let now = state.clock.now()
    let page = Page(target).envelope(wanted, pageSize: .rowsReturned) { record in
      let kpi = state.planCatalog.kpi(record.kpiID)
      return .object(record.summary(of: plan, kpi: kpi, at: now))
    }
    return .json(page)
  }

  private func download(_ key: String, of forecast: PlanForecast) -> SandboxResponse {
    let id = forecast.record.id
    let status = forecast.record.status(at: state.clock.now())
    guard status.name == "success" else {
      return .notFound("Forecast \(id) has no downloads, because its status is not success")
    }
    var errors = FieldErrors()
    let days = target.days(&errors)
    guard errors.isEmpty else { return .invalid(errors) }
    guard let file = forecast.files(of: forecast.projection).first(where: { $0.key == key }) else {
      return .notFound("Forecast \(id) has no download named “\(key)”")
    }
    return .csv(file.table().trimmed(to: days).csv)
  }

  private func forecast(_ record: PlanForecastRecord, of plan: PlanRecord) async -> PlanForecast? {
    guard let version = plan.version(record.versionID), let kpi = state.planCatalog.kpi(record.kpiID) else {
      return nil
    }
    let deployments = record.deploymentIDs.compactMap { id in state.deployments.first { $0.id == id } }
    let models = await state.models(of: deployments)
    let parts = zip(kpi.parts, models).map { Projection.Part(name: $0.dashboard, weight: $0.weight, model: $1) }
    return PlanForecast(record: record, plan: plan, version: version, kpi: kpi, parts: parts)
  }
}
