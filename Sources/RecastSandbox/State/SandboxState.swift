import Foundation

/// Everything the sandbox remembers. Old records make room for new ones, so that a sandbox can run for weeks.
actor SandboxState {
  nonisolated let configuration: SandboxConfiguration
  nonisolated let clock: SandboxClock
  nonisolated let deployments = DemoDeployments.all
  nonisolated let kpis = DemoKPIs.all
  nonisolated let planCatalog = PlanCatalog(deployments: DemoDeployments.all, kpis: DemoKPIs.all)
  var planStore: PlanStore?

  private static let reportLimit = 10_000
  private static let reportBytesLimit = 64 << 20
  private static let runLimit = 1000
  private static let cleanDataLimit = 256 << 20

  private var models: [Int: MediaMixModel] = [:]
  private var reports: [ReportRecord]
  private var nextReportID = 12_345
  private var reportBytes = 0
  private var runs: [RunRecord] = []
  private var nextRunID = 2786
  private var cleanDataBytes = 0
  private var runsPerMinute: RateLimitWindow
  private var runsPerDay: RateLimitWindow

  init(_ configuration: SandboxConfiguration, _ clock: SandboxClock) {
    self.configuration = configuration
    self.clock = clock
    self.runsPerMinute = RateLimitWindow(limit: configuration.runsPerMinute, seconds: 60)
    self.runsPerDay = RateLimitWindow(limit: configuration.runsPerDay, seconds: 86_400)
    self.reports = PrerenderedReports.all(of: DemoDeployments.all)
  }

  func models(of deployments: [Deployment]) -> [MediaMixModel] { deployments.map(model) }

  /// The simulated data of a deployment, computed when first asked for.
  func model(of deployment: Deployment) -> MediaMixModel {
    if let model = models[deployment.id] { return model }
    let model = MediaMixModel(deployment)
    models[deployment.id] = model
    return model
  }
}

// MARK: - Reports

extension SandboxState {
  /// Newest first.
  func allReports() -> [ReportRecord] { reports.reversed() }

  func report(_ id: Int) -> ReportRecord? { reports.last { $0.id == id } }

  func addReport(name: JSONValue, form: [String: JSONValue], inputs: ReportForm, bytes: Int) -> Int {
    let id = nextReportID
    nextReportID += 1
    let now = clock.now()
    let succeeds = ReportBuilder.succeeds(inputs)
    reports.append(
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
    )
    reportBytes += bytes
    while reports.count > Self.reportLimit || reportBytes > Self.reportBytesLimit,
      let oldest = reports.firstIndex(where: { !$0.prerendered && $0.id != id })
    {
      reportBytes -= reports.remove(at: oldest).bytes
    }
    return id
  }
}

// MARK: - Runs

extension SandboxState {
  /// Newest first.
  func allRuns() -> [RunRecord] { runs.reversed() }

  func run(_ id: Int) -> RunRecord? { runs.last { $0.id == id } }

  /// Whether one more request to create a run is within the limits; if so, it is counted.
  func admitsRunCreation() -> Bool {
    let now = clock.now()
    guard !runsPerMinute.isFull(at: now), !runsPerDay.isFull(at: now) else { return false }
    runsPerMinute.record(now)
    runsPerDay.record(now)
    return true
  }

  func addRun(form: [String: JSONValue], cleanData: String, succeeds: Bool) -> Int {
    let id = nextRunID
    nextRunID += 1
    let now = clock.now()
    let schedule = JobSchedule.run(id: id, created: now, succeeds: succeeds, speed: configuration.speed)
    runs.append(RunRecord(id: id, form: form, cleanData: cleanData, created: now, schedule: schedule))
    cleanDataBytes += cleanData.utf8.count
    while runs.count > 1, runs.count > Self.runLimit || cleanDataBytes > Self.cleanDataLimit {
      cleanDataBytes -= runs.removeFirst().cleanData.utf8.count
    }
    return id
  }
}
