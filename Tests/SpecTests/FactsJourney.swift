import Foundation
import RecastAPI
import RecastSandbox
import Testing

/// A walk through every operation of the API, against the sandbox over a real socket.
struct FactsJourney {
  private let client: ClientScope
  private let within = Duration.seconds(120)

  /// Starts a sandbox, takes the walk, and says what went over the wire.
  static func exchanges(
    _ walk: @Sendable (FactsJourney) async throws -> Void
  ) async throws -> [ObservedTransport.Exchange] {
    let configuration = SandboxConfiguration(speed: 60_000, jobsPerMinute: 1000, planWritesPerMinute: 1000)
    let server = try await SandboxServer.start(Sandbox(configuration: configuration))
    let transport = ObservedTransport()
    let outcome: Result<Void, any Error>
    do {
      let address = server.baseURL.absoluteString
      let recast = try Recast(token: configuration.token, baseURL: address, transport: transport)
      outcome = .success(try await walk(FactsJourney(client: recast.client(configuration.client))))
    } catch {
      outcome = .failure(error)
    }
    await server.stop()
    try outcome.get()
    return await transport.exchanges
  }

  /// Reports of every kind, with all their files.
  func reports(_ kinds: [ReportKind]) async throws -> [String: ReportStatus] {
    let subject = try await subject()
    var statuses: [String: ReportStatus] = [:]
    try await withThrowingTaskGroup(of: Report.self) { group in
      for kind in kinds { group.addTask { try await report(kind.form(subject), kind.name) } }
      for try await report in group { statuses[report.reportType.rawValue] = report.status }
    }
    for try await _ in client.reports.list(includePrerendered: true).items {}
    return statuses
  }

  /// Optimizations, spend forecasts, forecasts, and a plan from an optimization; and what they are made of.
  func jobs() async throws {
    let parts = try await parts()
    let optimization = try await client.optimizations.create(try optimizationForm(parts)).finished(within: within)
    try await download(optimization.downloads)
    for try await _ in client.optimizations.list().items {}

    let spend = try await client.spendForecasts.create(
      SpendForecastForm(
        startDate: parts.dataEnd.advanced(by: 1),
        endDate: parts.dataEnd.advanced(by: 7),
        depvarConfigurations: parts.configurations
      )
    ).finished(within: within)
    for try await _ in client.spendForecasts.list().items {}

    let budget = try #require(spend.results?.budget)
    let forecast = try await client.forecasts.create(
      ForecastForm(budget: budget, depvarConfigurations: parts.configurations)
    ).finished(within: within)
    try await download(forecast.downloads)
    for try await _ in client.forecasts.list().items {}

    let form = FromOptimizationPlanForm(optimizationID: optimization.value.id, label: "From an optimization")
    let plan = try await client.plans.create(.fromOptimization(form))
    #expect(try await plans().contains { $0.id == plan.id })
  }

  /// A plan of the sandbox, with its versions, forecasts, adherence reports and goals.
  func planning() async throws {
    let plan = try #require(try await plans().first { $0.planType == .custom && $0.status == .current })
    let version = try await edit(plan)
    let kpi = try #require(version.compatibleKPIs.first)
    try await goals(plan, kpi.id)
    try await forecasts(plan)
    for try await report in client.planAdherence.list(planID: plan.id).items {
      let adherence = try await client.planAdherence.get(planID: plan.id, id: report.id)
      try await download(client.planAdherence.downloads(of: adherence))
    }
  }

  /// A run with its data.
  func runs() async throws {
    let sheet = try #require(URL(string: "https://docs.google.com/spreadsheets/d/x/edit"))
    let form = RunForm(runType: .modelRun, googleSheetPriorsURL: sheet, cleanData: "date,tv\n2024-1-1,5\n")
    let run = try await client.runs.create(form).finished(within: within)
    #expect(try await client.runs.downloadCleanData(id: run.value.id).text() == "date,tv\n2024-1-1,5\n")
    for try await _ in client.runs.list().items {}
  }

  // MARK: Steps

  private func report(_ form: ReportForm, _ name: String) async throws -> Report {
    let report = try await client.reports.create(form, name: name).finished(within: within)
    for file in report.downloads { #expect(try await file.text().isEmpty == false, "\(name) \(file.key)") }
    #expect(report.form == form)
    return report.value
  }

  private struct Parts {
    let configurations: [DepvarConfiguration]
    let channels: [String]
    let dataEnd: CalendarDate
  }

  private func subject() async throws -> ReportKind.Subject {
    let deployment = try await client.deployments.get(id: 5716)
    return .init(
      deploymentID: deployment.id,
      end: deployment.endDate,
      channels: Array(deployment.upperFunnelChannelLabels.prefix(2))
    )
  }

  private func parts() async throws -> Parts {
    var kpis: [KPISummary] = []
    for try await kpi in client.kpis.list().items { kpis.append(kpi) }
    let kpi = try await client.kpis.get(id: try #require(kpis.first).id)
    let configurations = kpi.depvarConfigurations
    for try await _ in client.deployments.list(active: true).items {}
    let id = try #require(configurations.first).deploymentID
    let deployment = try await client.deployments.get(id: id, extraFields: [.dropDays, .spend])
    return Parts(
      configurations: configurations,
      channels: deployment.upperFunnelChannelLabels,
      dataEnd: deployment.endDate
    )
  }

  private func optimizationForm(_ parts: Parts) throws -> OptimizationForm {
    let channels: [JSONValue] = parts.channels.map { ["name": .string($0)] }
    let budget: JSONValue = ["min": "0", "max": "1000000000", "channels": .array(channels)]
    let form: JSONValue = [
      "objective": "profit", "target": "0", "confidence": .null, "strategy": "base", "custom_model_type": "roi",
      "constraints": [
        [
          "start_date": .string(parts.dataEnd.advanced(by: 1).description),
          "end_date": .string(parts.dataEnd.advanced(by: 14).description), "channel_budgets": [budget],
        ]
      ],
      "depvar_configurations": .array(try parts.configurations.map { try JSONValue(json: $0.jsonBytes()) }),
    ]
    return try OptimizationForm(json: form.jsonBytes())
  }

  private func plans() async throws -> [PlanSummary] {
    var plans: [PlanSummary] = []
    for try await plan in client.plans.list().items { plans.append(plan) }
    return plans
  }

  private func edit(_ plan: PlanSummary) async throws -> PlanVersion {
    let current = try await client.planVersions.get(planID: plan.id, id: plan.primaryVersion.id)
    let channel = try #require(current.budgetSummary?.spendChannels.first)
    let day = try #require(current.endDate)
    let form: JSONValue = ["budget": [["date", .string(channel)], [.string(day.description), "1650.25"]]]
    let created = try await client.planVersions.create(
      planID: plan.id,
      baseVersionID: current.id,
      form: try PlanVersionForm(json: form.jsonBytes())
    )
    var primary: [UUID] = []
    for try await version in client.planVersions.list(planID: plan.id).items where version.primary {
      primary.append(version.id)
    }
    #expect(primary == [created.id])
    let budget = client.planVersions.budget(planID: plan.id, id: created.id, startDate: day, endDate: day)
    for try await row in budget.rows { #expect(row[channel] == "1650.25") }
    return try await client.planVersions.get(planID: plan.id, id: created.id)
  }

  private func goals(_ plan: PlanSummary, _ kpi: UUID) async throws {
    let goals = client.planGoals
    let end = try #require(plan.endDate)
    let form = GoalForm(kpiID: kpi, name: "Last month", startDate: end.advanced(by: -30), endDate: end, goalValue: 1)
    let goal = try await goals.create(planID: plan.id, form: form)
    try await goals.update(planID: plan.id, id: goal.id, form: GoalChanges(goalValue: 2))
    var values: [Double] = []
    for try await item in goals.list(planID: plan.id).items where item.id == goal.id { values.append(item.goalValue) }
    #expect(values == [2])
    try await goals.delete(planID: plan.id, id: goal.id)
    for try await item in goals.list(planID: plan.id).items { #expect(item.id != goal.id) }
  }

  private func forecasts(_ plan: PlanSummary) async throws {
    for try await item in client.planForecasts.list(planID: plan.id).items where item.status == .success {
      let forecast = try await client.planForecasts.get(planID: plan.id, id: item.id)
      try await download(client.planForecasts.downloads(of: forecast))
    }
  }

  private func download(_ files: Downloads) async throws {
    #expect(!files.isEmpty)
    for file in files { #expect(try await file.text().isEmpty == false) }
  }
}
