/// What a job has to say when it is over.
struct JobResult: Sendable {
  /// The members that a finished job shows beside those that every job has.
  var members: [String: JSONValue]
  var files: [ReportFile] = []
  /// Of an optimization: the budget that a plan can be made of.
  var optimized: OptimizedBudget?
}

/// The checked form of a job of any kind.
enum JobForm: Sendable {
  case optimization(OptimizationForm)
  case forecast(ForecastForm)
  case spendForecast(SpendForecastForm)

  var configurations: [DepvarConfiguration] {
    switch self {
    case .optimization(let form): form.configurations
    case .forecast(let form): form.configurations
    case .spendForecast(let form): form.configurations
    }
  }

  var hasRecommendation: Bool {
    if case .forecast(let form) = self { form.runsRecommendations } else { false }
  }

  /// The result, always the same for the same form. Nothing when the job ends in an error.
  func result(_ parts: [Projection.Part]) -> JobResult? {
    switch self {
    case .optimization(let form):
      guard let budget = Optimizer(form, parts).optimized() else { return nil }
      return JobResult(members: ["results": [budget.resultJSON(form)]], files: budget.files, optimized: budget)
    case .forecast(let form):
      let projection = Projection(form.scenario, of: parts, over: form.days)
      var result = JobResult(
        members: ["results": [projection.resultJSON(downloads: projection.files)]],
        files: projection.files
      )
      if form.runsRecommendations, let recommendation = Recommendation(form, projection, parts) {
        result.members["recommendation"] = recommendation.json
        result.files += recommendation.files
      }
      return result
    case .spendForecast(let form):
      let forecast = SpendForecast(form, parts.map(\.model))
      return JobResult(members: ["results": ["budget": forecast.budgetJSON]])
    }
  }
}
