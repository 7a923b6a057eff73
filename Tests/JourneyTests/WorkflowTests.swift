import Foundation
import RecastAPI
import Testing

/// The call sequences that the vendor documents for jobs, as short programs against the sandbox over a real socket.
@Suite struct WorkflowTests {
  /// A job of the past is run again with a change.
  @Test func aJobIsUsedAsATemplate() async throws {
    try await Journey.run { journey in
      let optimizations = journey.client.optimizations
      let past = try await Self.optimization(journey).finished(within: .minutes(1)).value.id

      var form = try await optimizations.get(id: past).form
      form.confidence = 90
      let job = try await optimizations.create(form, name: "more careful")
      let result = try #require(try await job.finished(within: .minutes(1)).results?.first)

      #expect(try await optimizations.job(id: #require(Int(job.id))).snapshot().form == form)
      #expect((result.recommendedTotalSpend ?? 0) > 0)
    }
  }

  /// An optimization of a KPI over a quarter, with all channels free.
  @Test func anOptimizationIsMadeFromAKPI() async throws {
    try await Journey.run { journey in
      let job = try await Self.optimization(journey)
      let optimization = try await job.finished(within: .minutes(1))
      #expect(optimization.form.objective == .roi)
      #expect(optimization.form.spendScope == .total)
      #expect(optimization.form.totalSpend?.value == 120_000_000)
      let budget = try await BudgetTable(optimization.download("final_budget"))
      #expect(try budget.total(of: "linear_tv") > 0)
    }
  }

  private static func optimization(_ journey: Journey) async throws -> Job<Optimization> {
    let client = journey.client
    let revenue = try #require(try await client.kpis.list().items.first { $0.name == "Revenue" })
    let kpi = try await client.kpis.get(id: revenue.id)
    let deploymentID = try #require(kpi.depvarConfigurations.first?.deploymentID)
    let deployment = try await client.deployments.get(id: deploymentID, extraFields: [.dropDays])

    let channels = deployment.upperFunnelChannelLabels.map { name in
      OptimizationChannel(name: name, dropDays: deployment.dropDays?[name]?.int)
    }
    let constraint = OptimizationConstraint(
      startDate: deployment.endDate.advanced(by: 1),
      endDate: deployment.endDate.advanced(by: 60),
      channelBudgets: [.free(channels)],
      lowerFunnelCaps: ["search_branded": .capped(20_000_000), "affiliates": .off]
    )
    return try await client.optimizations.create(
      .efficiency(
        floor: 1,
        confidence: 75,
        modelType: .roi,
        constraints: [constraint],
        depvarConfigurations: kpi.depvarConfigurations,
        kpiID: kpi.id.uuidString.lowercased(),
        spend: .total(120_000_000)
      )
    )
  }

  /// A budget that somebody keeps in a file is forecast.
  @Test func aForecastIsMadeFromACSVFile() async throws {
    try await Journey.run { journey in
      let client = journey.client
      let kpi = try await client.kpis.get(id: #require(UUID(uuidString: "d66d6adb-1d17-40cc-9bc7-f4bc6c78ec2e")))
      let deployment = try await client.deployments.get(id: #require(kpi.depvarConfigurations.first?.deploymentID))
      let file = journey.folder.appendingPathComponent("budget.csv")
      try Self.budgetFile(deployment).write(to: file, atomically: true, encoding: .utf8)

      let budget = try BudgetTable(contentsOf: file)
      let job = try await client.forecasts.create(
        ForecastForm(budget: budget, depvarConfigurations: kpi.depvarConfigurations)
      )
      let forecast = try await job.finished(within: .minutes(1))

      #expect((forecast.results?.first?.expectedOutcome ?? 0) > 0)
      #expect(forecast.form.budget == budget)
      var days = 0
      for try await _ in try forecast.download("daily_forecast").rows { days += 1 }
      #expect(days >= 28)
    }
  }

  /// Four weeks of the same spend, as a spreadsheet program writes it.
  private static func budgetFile(_ deployment: Deployment) -> String {
    let channels = deployment.spendChannelsLabels
    let header = "date," + channels.map { "\"\($0)\"" }.joined(separator: ",")
    let rows = (1...28).map { day in
      ([deployment.endDate.advanced(by: day).description] + channels.map { _ in "250000.50" }).joined(separator: ",")
    }
    return "\u{FEFF}" + ([header] + rows).joined(separator: "\r\n") + "\r\n"
  }

  /// What business as usual would spend, and what would come of it.
  @Test func aBudgetIsForecastAndThenItsOutcome() async throws {
    try await Journey.run { journey in
      let client = journey.client
      let kpi = try await client.kpis.get(id: #require(UUID(uuidString: "d66d6adb-1d17-40cc-9bc7-f4bc6c78ec2e")))
      let deployment = try await client.deployments.get(id: #require(kpi.depvarConfigurations.first?.deploymentID))
      let start = deployment.endDate.advanced(by: 1)

      let spend = try await client.spendForecasts.create(
        .total(
          startDate: start,
          endDate: start.advanced(by: 29),
          depvarConfigurations: kpi.depvarConfigurations,
          totalSpend: 60_000_000
        )
      ).finished(within: .minutes(1))
      let budget = try #require(spend.results?.budget)
      let forecast = try await client.forecasts.create(
        ForecastForm(budget: budget, depvarConfigurations: kpi.depvarConfigurations)
      ).finished(within: .minutes(1))

      #expect(budget.dates.count == 30)
      let total = try budget.totals().values.reduce(0, +)
      #expect(abs((total as NSDecimalNumber).doubleValue - 60_000_000) < 60_000)
      #expect((forecast.results?.first?.expectedOutcome ?? 0) > 0)
    }
  }

  /// A report that the service made by itself is used instead of another one.
  @Test func aPrerenderedReportIsUsed() async throws {
    try await Journey.run { journey in
      let reports = journey.client.reports
      var found: Report?
      for try await item in reports.list(reportType: .computeCleanData, includePrerendered: true).items
      where item.prerendered && found == nil {
        let report = try await reports.get(id: item.id)
        if report.form == .cleanData(deploymentID: 5716) { found = report }
      }
      let report = try #require(found)
      let file = try #require(reports.downloads(of: report).first)
      #expect(try await file.text().hasPrefix("date,"))
    }
  }
}
