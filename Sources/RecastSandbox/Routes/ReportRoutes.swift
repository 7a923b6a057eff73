extension Router {
  func reports(_ path: [String]) async -> SandboxResponse {
    switch (path.count, method) {
    case (1, "GET"): return await listReports()
    case (1, "POST"): return await createReport()
    case (1, _): return notAllowed("GET, POST")
    case (2, "GET"): return await showReport(path[1])
    case (4, "GET") where path[2] == "downloads": return await downloadReport(path[1], key: path[3])
    case (2, _): return notAllowed("GET")
    case (4, _) where path[2] == "downloads": return notAllowed("GET")
    default: return noSuchPath
    }
  }

  private func listReports() async -> SandboxResponse {
    let includesPrerendered = target.flag("include_prerendered") ?? false
    let type = target.value("report_type")
    let now = state.clock.now()
    let reports = await state.allReports().filter { report in
      (includesPrerendered || !report.prerendered) && (type == nil || type == report.inputs.type.rawValue)
    }
    return .json(Page(target).envelope(reports) { .object($0.summary(at: now)) })
  }

  private func createReport() async -> SandboxResponse {
    let body: JSONValue
    let form: [String: JSONValue]
    switch createBody() {
    case .refused(let response): return response
    case .accepted(let accepted, let members): (body, form) = (accepted, members)
    }
    var reader = ReportFormReader(form, deployments: state.deployments)
    let inputs = reader.read()
    var errors = reader.errors
    errors.checkCommonFields(of: body, flags: ["show_in_ui"])
    guard let inputs, errors.isEmpty else { return .invalid(errors) }
    let id = await state.addReport(name: body["name"] ?? .null, form: form, inputs: inputs, bytes: request.body.count)
    return .created(id: id)
  }

  private func showReport(_ segment: String) async -> SandboxResponse {
    guard let report = await report(segment) else { return noSuchReport(segment) }
    let now = state.clock.now()
    var object = report.summary(at: now)
    object["form"] = .object(report.form)
    if report.status(at: now) == "success" {
      let files = await files(of: report)
      object["results"] = [
        "downloads": .downloads(files)
      ]
    }
    return .json(.object(object))
  }

  private func downloadReport(_ segment: String, key: String) async -> SandboxResponse {
    guard let report = await report(segment) else { return noSuchReport(segment) }
    guard report.status(at: state.clock.now()) == "success" else {
      return .notFound("Report \(report.id) has no downloads, because its status is not success")
    }
    guard let file = await files(of: report).first(where: { $0.key == key }) else {
      return .notFound("Report \(report.id) has no download named “\(key)”")
    }
    return .csv(file.table().csv)
  }

  private func report(_ segment: String) async -> ReportRecord? {
    guard let id = id(segment) else { return nil }
    return await state.report(id)
  }

  private func noSuchReport(_ segment: String) -> SandboxResponse {
    .notFound("There is no report \(segment)")
  }

  private func files(of report: ReportRecord) async -> [ReportFile] {
    ReportBuilder(report.inputs, await state.model(of: report.inputs.deployment)).files
  }
}
