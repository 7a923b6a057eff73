import Foundation

/// Everything the sandbox remembers, in one store per kind of thing.
actor SandboxState {
  nonisolated let configuration: SandboxConfiguration
  nonisolated let clock: SandboxClock
  nonisolated let deployments = DemoDeployments.all
  nonisolated let kpis = DemoKPIs.all
  nonisolated let planCatalog = PlanCatalog(deployments: DemoDeployments.all, kpis: DemoKPIs.all)
  var planStore: PlanStore?

  private var models: [Int: MediaMixModel] = [:]
  var reports: ReportStore
  var runs = RunStore()
  var jobs = JobStores()
  var rateLimits: RateLimits

  init(_ configuration: SandboxConfiguration, _ clock: SandboxClock) {
    self.configuration = configuration
    self.clock = clock
    self.rateLimits = RateLimits(configuration)
    self.reports = ReportStore(prerendered: PrerenderedReports.all(of: DemoDeployments.all))
  }

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
  func admits(_ kind: WritableKeyPath<RateLimits, [RateLimitWindow]> & Sendable) -> Bool {
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
