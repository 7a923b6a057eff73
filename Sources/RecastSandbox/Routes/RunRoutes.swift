extension Router {
  func runs(_ path: [String]) async -> SandboxResponse {
    switch (path.count, method) {
    case (1, "GET"): return await listRuns()
    case (1, "POST"): return await createRun()
    case (1, _): return notAllowed("GET, POST")
    case (2, "GET"): return await showRun(path[1])
    case (4, "GET") where path[2] == "downloads" && path[3] == "clean_data": return await cleanData(path[1])
    case (2, _): return notAllowed("GET")
    case (4, _) where path[2] == "downloads" && path[3] == "clean_data": return notAllowed("GET")
    default: return noSuchPath
    }
  }

  private func listRuns() async -> SandboxResponse {
    let now = state.clock.now()
    return .json(Page(target).envelope(await state.allRuns()) { .object($0.summary(at: now)) })
  }

  private func createRun() async -> SandboxResponse {
    guard await state.admits(.runs) else { return .tooMany }
    let form: [String: JSONValue]
    switch createBody() {
    case .refused(let response): return response
    case .accepted(_, let members): form = members
    }
    var reader = RunFormReader(form)
    guard let cleanData = reader.read() else { return .invalid(reader.errors) }
    let succeeds = RunFormReader.isTrainable(cleanData)
    // Not documented is whether the form comes back with its data. Megabytes in every poll would serve nobody, and the
    // data has a download of its own. A setting that is null says the same as one that is absent.
    let settings = form.filter { $0.key != "clean_data" && !$0.value.isNull }
    return .created(id: await state.addRun(form: settings, cleanData: cleanData, succeeds: succeeds))
  }

  private func showRun(_ segment: String) async -> SandboxResponse {
    guard let run = await run(segment) else { return noSuchRun(segment) }
    var object = run.summary(at: state.clock.now())
    object["form"] = .object(run.form)
    return .json(.object(object))
  }

  /// The data can be fetched as soon as the run exists, whatever its status.
  private func cleanData(_ segment: String) async -> SandboxResponse {
    guard let run = await run(segment) else { return noSuchRun(segment) }
    return .csv(run.cleanData)
  }

  private func run(_ segment: String) async -> RunRecord? {
    guard let id = id(segment) else { return nil }
    return await state.run(id)
  }

  private func noSuchRun(_ segment: String) -> SandboxResponse {
    .notFound("There is no run \(segment)")
  }
}
