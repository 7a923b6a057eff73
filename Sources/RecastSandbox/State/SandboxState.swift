import Foundation

/// Everything the sandbox remembers, in one store per kind of thing.
actor SandboxState {
  nonisolated let configuration: SandboxConfiguration
  nonisolated let clock: SandboxClock
  nonisolated let deployments = DemoDeployments.all
  nonisolated let kpis = DemoKPIs.all
  /// What plans can be made of.
  nonisolated let planCatalog = PlanCatalog(deployments: DemoDeployments.all, kpis: DemoKPIs.all)
  /// Nothing until something has changed about the plans that are there from the beginning.
  var planStore: PlanStore?

  private var models: [Int: MediaMixModel] = [:]
  private var results = RecentResults()
  var reports: ReportStore
  var runs = RunStore()
  var jobs = JobStores()
  var rateLimits: RateLimits
  var sessions = SessionStore()

  let stateFile: StateFile?
  /// Requests that may have changed something, and how many of them the state file knows of.
  var changes = 0
  var savedChanges = 0

  /// A state without anything that was created.
  init(_ configuration: SandboxConfiguration, _ clock: SandboxClock) {
    self.configuration = configuration
    self.clock = clock
    self.rateLimits = RateLimits(configuration)
    self.reports = ReportStore(prerendered: PrerenderedReports.all(of: DemoDeployments.all))
    self.stateFile = nil
  }

  /// The state that a file holds; a file that does not exist yet is created.
  init(_ configuration: SandboxConfiguration, _ clock: SandboxClock, _ file: StateFile) throws(SandboxStateError) {
    self.configuration = configuration
    self.clock = clock
    self.rateLimits = RateLimits(configuration)
    var reports = ReportStore(prerendered: PrerenderedReports.all(of: DemoDeployments.all))
    if let snapshot = try file.read() {
      try reports.restore(snapshot.reports, deployments: DemoDeployments.all)
      self.runs = snapshot.runs
      self.jobs = snapshot.jobs
      self.rateLimits.calls = snapshot.rateLimits
      self.sessions = snapshot.sessions
      self.planStore = snapshot.plans
    }
    self.reports = reports
    self.stateFile = file
  }

  /// Their models, in the same order.
  func models(of deployments: [Deployment]) -> [MediaMixModel] { deployments.map(model) }

  /// The simulated data of a deployment, computed when first asked for.
  func model(of deployment: Deployment) -> MediaMixModel {
    if let model = models[deployment.id] { return model }
    let model = MediaMixModel(deployment)
    models[deployment.id] = model
    return model
  }

  /// The deployment that is in service for a dashboard.
  nonisolated func latestDeployment(of dashboard: String) -> Deployment? {
    deployments.filter { $0.dashboard == dashboard && $0.active }.max { $0.end < $1.end }
  }

  /// Whether one more request of a kind is within its limits; if so, it is counted.
  func admits(_ kind: RateLimits.Kind) -> Bool {
    rateLimits.admit(kind, at: clock.now())
  }
}

// MARK: - Reports

extension SandboxState {
  /// Newest first.
  func allReports() -> [ReportRecord] { reports.records.reversed() }

  func report(_ id: Int) -> ReportRecord? { reports.records.last { $0.id == id } }

  func addReport(name: JSONValue, form: [String: JSONValue], inputs: ReportForm, bytes: Int) -> Int {
    let now = clock.now()
    let succeeds = ReportBuilder.succeeds(inputs)
    return reports.add { [configuration] id in
      ReportRecord(
        id: id,
        name: name,
        prerendered: false,
        form: form,
        inputs: inputs,
        bytes: bytes,
        created: now,
        schedule: .report(id: id, created: now, succeeds: succeeds, speed: configuration.speed)
      )
    }
  }
}

// MARK: - Runs

extension SandboxState {
  /// Newest first.
  func allRuns() -> [RunRecord] { runs.records.reversed() }

  func run(_ id: Int) -> RunRecord? { runs.records.last { $0.id == id } }

  func addRun(form: [String: JSONValue], cleanData: String, succeeds: Bool) -> Int {
    let now = clock.now()
    return runs.add { [configuration] id in
      let schedule = JobSchedule.run(id: id, created: now, succeeds: succeeds, speed: configuration.speed)
      return RunRecord(id: id, form: form, cleanData: cleanData, created: now, schedule: schedule)
    }
  }
}

// MARK: - Optimizations, forecasts, spend forecasts

extension SandboxState {
  /// Newest first.
  func allJobs(_ kind: JobKind) -> [JobRecord] { jobs[kind].records.reversed() }

  /// What was kept of a finished job, which saves computing it again for each of its files.
  func recentResult(_ kind: JobKind, _ id: Int) -> JobResult? { results.result(kind, id) }

  func keep(_ result: JobResult, _ kind: JobKind, _ id: Int) { results.keep(result, kind, id) }

  func job(_ kind: JobKind, _ id: Int) -> JobRecord? { jobs[kind].records.last { $0.id == id } }

  func addJob(_ kind: JobKind, name: JSONValue, form: [String: JSONValue], bytes: Int, ending: JobEnding) -> Int {
    let now = clock.now()
    return jobs[kind].add { [configuration] id in
      let schedule = JobSchedule.planning(
        kind,
        id: id,
        created: now,
        ending: ending,
        speed: configuration.speed
      )
      return JobRecord(id: id, name: name, form: form, ending: ending, bytes: bytes, created: now, schedule: schedule)
    }
  }
}
