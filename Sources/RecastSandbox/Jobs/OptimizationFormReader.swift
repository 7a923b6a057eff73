/// Turns the `form` of a create request into an ``OptimizationForm``.
struct OptimizationFormReader: FormReading {
  let form: [String: JSONValue]
  let deployments: [Deployment]
  let kpis: [KPI]
  var errors = FieldErrors()

  init(_ form: [String: JSONValue], deployments: [Deployment], kpis: [KPI]) {
    self.form = form
    self.deployments = deployments
    self.kpis = kpis
  }

  /// Nothing when there are `errors`.
  mutating func read() -> OptimizationForm? {
    let goal = goal()
    checkSettings()
    let amount = amount()
    let configurations = depvarConfigurations()
    guard let limits = configurations.forecastableDays else { return nil }
    let uploaded = uploadedBudget(configurations, within: limits)
    let periods = periods(configurations, within: limits, isRelative: uploaded != nil)
    guard let goal, errors.isEmpty else { return nil }
    return OptimizationForm(
      objective: goal.objective,
      goalType: form["objective"]?.string ?? "",
      goalValue: form["target"]?.string ?? "",
      confidence: goal.confidence,
      amount: amount,
      countsArrivalsOnly: form["optimize_for_insample_effect"] == "T",
      uploaded: uploaded,
      periods: periods,
      configurations: configurations
    )
  }

  /// A string that holds a number.
  mutating func numberText(_ value: JSONValue, field: String, _ limits: ClosedRange<Double>) -> Double? {
    guard let number = value.string.flatMap(Amount.number), limits.contains(number) else {
      errors.add(field, "must be a string that holds a number from \(Self.plain(limits.lowerBound))" + Self.end(limits))
      return nil
    }
    return number
  }

  private static func end(_ limits: ClosedRange<Double>) -> String {
    limits.upperBound < Amount.largest ? " to \(plain(limits.upperBound))" : " on"
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }

  /// Settings that have no part in the computation, but must be what they claim to be.
  private mutating func checkSettings() {
    if let value = given("optimize_for_insample_effect") {
      _ = choice("optimize_for_insample_effect", value, of: ["T", "F"])
    }
    // Stated as required, yet missing from the vendor's own minimal form: it may be absent, but not null or blank.
    if let value = form["custom_model_type"] { _ = choice("custom_model_type", value, of: ["roi", "cpa"]) }
    if let value = given("kpi_id") {
      let isKnown = kpis.contains { $0.id == value.string?.lowercased() }
      if value != "custom", !isKnown { errors.add("kpi_id", "must be the id of a KPI, or custom") }
    }
  }

  /// `total_spend` belongs to one scope and `exact_spend` to another; the one that does not count may be anything that
  /// says "none".
  private mutating func amount() -> OptimizationForm.Amount {
    let scope = given("spend_scope").flatMap { choice("spend_scope", $0, of: ["", "upper_funnel", "total"]) } ?? ""
    let total = wholeAmount("total_spend", isRequired: scope == "total")
    let exact = wholeAmount("exact_spend", isRequired: scope == "upper_funnel")
    switch scope {
    case "total": return total.map(OptimizationForm.Amount.total) ?? .open
    case "upper_funnel": return exact.map(OptimizationForm.Amount.upperFunnel) ?? .open
    default: return .open
    }
  }

  private mutating func wholeAmount(_ field: String, isRequired: Bool) -> Int? {
    guard let value = given(field), value != "" else {
      if isRequired { errors.add(field, "is required with this spend_scope") }
      return nil
    }
    guard let text = value.string, let amount = Int(text), amount >= 0, Double(amount) <= Amount.largest else {
      errors.add(field, "must be a string that holds an integer")
      return nil
    }
    return amount * 100
  }

  /// An empty table is none.
  private mutating func uploadedBudget(
    _ configurations: [DepvarConfiguration],
    within limits: Range<CalendarDay>
  ) -> DailyBudget? {
    guard let value = given("budget"), value != [] else { return nil }
    guard let budget = dailyBudget(value, field: "budget", of: configurations) else { return nil }
    if budget.days.clamped(to: limits) != budget.days {
      errors.add("budget", "must lie between \(limits.lowerBound.text) and \((limits.upperBound - 1).text)")
    }
    return budget
  }
}
