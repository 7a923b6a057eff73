/// Optimizations, forecasts and spend forecasts, which differ in their forms and results only.
extension Router {
  func jobs(_ kind: JobKind, _ path: [String]) async -> SandboxResponse {
    // No source names a file of a spend forecast.
    let isDownload = path.count == 4 && path[2] == "downloads" && kind != .spendForecasts
    switch (path.count, method) {
    case (1, "GET"): return await listJobs(kind)
    case (1, "POST"): return await createJob(kind)
    case (1, _): return notAllowed("GET, POST")
    case (2, "GET"): return await showJob(kind, path[1])
    case (2, _): return notAllowed("GET")
    case (4, "GET") where isDownload: return await downloadJob(kind, path[1], key: path[3])
    case (4, _) where isDownload: return notAllowed("GET")
    default: return noSuchPath
    }
  }

  private func listJobs(_ kind: JobKind) async -> SandboxResponse {
    let now = state.clock.now()
    return .json(Page(target).envelope(await state.allJobs(kind)) { .object($0.summary(at: now)) })
  }

  private func createJob(_ kind: JobKind) async -> SandboxResponse {
    guard await state.admits(.jobs) else { return .tooMany }
    let body: JSONValue
    var form: [String: JSONValue]
    switch createBody() {
    case .refused(let response): return response
    case .accepted(let accepted, let members): (body, form) = (accepted, members)
    }
    if body["use_latest_deployments"] != false { form = state.withLatestDeployments(form) }
    // One source puts the flag into the form, another beside it.
    if kind == .forecasts, let flag = body["run_recommendations"], !flag.isNull { form["run_recommendations"] = flag }
    var (inputs, errors) = read(form, kind)
    errors.checkCommonFields(of: body, flags: kind.flags)
    guard let inputs, errors.isEmpty else { return .invalid(errors) }
    let result = await inputs.result(parts(of: inputs))
    let id = await state.addJob(
      kind,
      name: body["name"] ?? .null,
      form: form,
      bytes: request.body.count,
      ending: JobEnding(succeeds: result != nil, hasRecommendation: inputs.hasRecommendation)
    )
    if let result { await state.keep(result, kind, id) }
    return .created(id: id)
  }

  private func showJob(_ kind: JobKind, _ segment: String) async -> SandboxResponse {
    guard let job = await job(kind, segment) else { return noSuchJob(kind, segment) }
    var object = job.summary(at: state.clock.now())
    object["form"] = .object(job.form)
    if let result = await result(of: job, kind) { object.merge(result.members) { $1 } }
    return .json(.object(object))
  }

  private func downloadJob(_ kind: JobKind, _ segment: String, key: String) async -> SandboxResponse {
    guard let job = await job(kind, segment) else { return noSuchJob(kind, segment) }
    guard let result = await result(of: job, kind) else {
      return .notFound("The \(kind.noun) \(job.id) has no downloads, because its status is not success")
    }
    guard let file = result.files.first(where: { $0.key == key }) else {
      return .notFound("The \(kind.noun) \(job.id) has no download named “\(key)”")
    }
    return .csv(file.table().csv)
  }

  private func job(_ kind: JobKind, _ segment: String) async -> JobRecord? {
    guard let id = id(segment) else { return nil }
    return await state.job(kind, id)
  }

  private func noSuchJob(_ kind: JobKind, _ segment: String) -> SandboxResponse {
    .notFound("There is no \(kind.noun) \(segment)")
  }

  /// What the job has to show; nothing before it has succeeded.
  func result(of job: JobRecord, _ kind: JobKind) async -> JobResult? {
    guard job.status(at: state.clock.now()) == "success" else { return nil }
    if let result = await state.recentResult(kind, job.id) { return result }
    guard let inputs = read(job.form, kind).inputs, let result = await inputs.result(parts(of: inputs)) else {
      return nil
    }
    await state.keep(result, kind, job.id)
    return result
  }

  private func parts(of inputs: JobForm) async -> [Projection.Part] {
    var parts: [Projection.Part] = []
    for configuration in inputs.configurations {
      let model = await state.model(of: configuration.deployment)
      parts.append(.init(name: configuration.name, weight: configuration.weight, model: model))
    }
    return parts
  }

  private func read(_ form: [String: JSONValue], _ kind: JobKind) -> (inputs: JobForm?, errors: FieldErrors) {
    switch kind {
    case .optimizations:
      var reader = OptimizationFormReader(form, deployments: state.deployments, kpis: state.kpis)
      return (reader.read().map(JobForm.optimization), reader.errors)
    case .forecasts:
      var reader = ForecastFormReader(form, deployments: state.deployments)
      return (reader.read().map(JobForm.forecast), reader.errors)
    case .spendForecasts:
      var reader = SpendForecastFormReader(form, deployments: state.deployments)
      return (reader.read().map(JobForm.spendForecast), reader.errors)
    }
  }
}

extension JobKind {
  /// The flags that may stand beside `form`.
  fileprivate var flags: [String] {
    switch self {
    case .optimizations: ["use_latest_deployments", "show_in_ui"]
    case .forecasts: ["use_latest_deployments", "show_in_ui", "run_recommendations"]
    case .spendForecasts: ["use_latest_deployments"]
    }
  }
}

extension FieldErrors {
  /// Checks what stands beside `form` in the body of a create request.
  mutating func checkCommonFields(of body: JSONValue, flags: [String]) {
    if let name = body["name"], !name.isNull, name.string == nil { add("name", "must be a string") }
    for flag in flags {
      if let value = body[flag], !value.isNull, value != true, value != false { add(flag, "must be true or false") }
    }
  }
}
