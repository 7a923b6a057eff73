/// What `run_recommendations` adds to a forecast: the same money, moved between upper funnel channels.
struct Recommendation: Sendable {
  private let forecast: Projection
  private let improved: OptimizedBudget

  /// Each channel may get up to a fifth more or less than in the budget.
  init?(_ form: ForecastForm, _ forecast: Projection, _ parts: [Projection.Part]) {
    let days = form.scenario.budget.days
    let channels = form.configurations.names(\.upperFunnelNames)
    let spend = channels.map { form.scenario.budget.spend(on: $0, days).reduce(0, +) }
    let optimization = OptimizationForm(
      objective: .profit(valuePerUnit: 1),
      goalType: "",
      goalValue: "",
      confidence: 0.5,
      amount: .upperFunnel(spend.reduce(0, +)),
      countsArrivalsOnly: false,
      periods: [
        .init(
          days: days,
          groups: zip(channels, spend).map { channel, amount in
            .init(
              channels: [.init(name: channel, committed: 0, dropDays: 1)],
              least: amount - amount / 5,
              most: amount + amount / 5
            )
          },
          lowerFunnel: [:]
        )
      ],
      configurations: form.configurations
    )
    guard let improved = Optimizer(optimization, parts).optimized() else { return nil }
    self.forecast = forecast
    self.improved = improved
  }

  var files: [ReportFile] {
    var budget = improved.projection.finalBudget
    budget.key = "recommended_budget"
    return [budget]
  }

  var json: JSONValue {
    let projection = improved.projection
    func delta(_ outcome: Int) -> JSONValue { .hundredths(outcome - forecast.totalOutcome) }
    return [
      "status": "success",
      "forecasted_mean": .hundredths(projection.totalOutcome),
      "forecasted_roi": .ratio(projection.paidROI),
      "forecasted_total_spend": .hundredths(projection.totalSpend),
      "forecast_delta_mean": delta(projection.totalOutcome),
      "forecast_delta_low": delta(projection.outcome(quantile: 0.25).reduce(0, +)),
      "forecast_delta_high": delta(projection.outcome(quantile: 0.75).reduce(0, +)),
      "downloads": .downloads(files),
    ]
  }
}
