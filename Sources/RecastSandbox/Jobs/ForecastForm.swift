/// The inputs of a forecast, checked.
struct ForecastForm: Sendable {
  var configurations: [DepvarConfiguration]
  var scenario: Scenario
  /// The days to report on, which may be fewer than the budget has.
  var days: Range<CalendarDay>
  var runsRecommendations: Bool
}

/// Turns the `form` of a create request into a ``ForecastForm``.
struct ForecastFormReader: FormReading {
  let form: [String: JSONValue]
  let deployments: [Deployment]
  var errors = FieldErrors()

  init(_ form: [String: JSONValue], deployments: [Deployment]) {
    self.form = form
    self.deployments = deployments
  }

  /// Nothing when there are `errors`.
  mutating func read() -> ForecastForm? {
    let configurations = depvarConfigurations()
    let table = present("budget")
    let recommendations = flag("run_recommendations") ?? false
    let limitsSpend = flag("limit_spend") ?? true
    guard let limits = configurations.forecastableDays, let table,
      var budget = dailyBudget(table, field: "budget", of: configurations)
    else { return nil }
    checkDays(budget.days, limits)
    let caps = lowerFunnelCaps(configurations)
    var limitsByChannel: [String: LowerFunnelLimit] = [:]
    for (channel, cap) in caps where limitsSpend {
      if let column = budget.spend[channel] {
        budget.spend[channel] = column.reduce(0, +) > cap ? Apportionment.split(cap, by: column) : column
      } else {
        limitsByChannel[channel] = .capped(cap)
      }
    }
    let days = reportedDays(within: budget.days)
    guard errors.isEmpty else { return nil }
    let scenario = Scenario(budget: budget, lowerFunnel: limitsByChannel, spikes: configurations.spikes)
    return ForecastForm(
      configurations: configurations,
      scenario: scenario,
      days: days,
      runsRecommendations: recommendations
    )
  }

  /// A forecast starts on the day after the data and reaches as far as the model does.
  private mutating func checkDays(_ days: Range<CalendarDay>, _ limits: Range<CalendarDay>) {
    if days.lowerBound != limits.lowerBound {
      errors.add("budget", "must start on \(limits.lowerBound.text), the day after the end of the model's data")
    }
    if days.upperBound > limits.upperBound {
      errors.add("budget", "can't have days after \((limits.upperBound - 1).text)")
    }
  }

  private mutating func lowerFunnelCaps(_ configurations: [DepvarConfiguration]) -> [String: Int] {
    guard let value = given("lower_funnel_caps") else { return [:] }
    guard case .object(let members) = value else {
      errors.add("lower_funnel_caps", "must be an object with a number for each channel")
      return [:]
    }
    let known = configurations.names(\.lowerFunnelNames)
    var caps: [String: Int] = [:]
    for (channel, value) in members.sorted(by: { $0.key < $1.key }) where !value.isNull {
      if !known.contains(channel) {
        errors.add("lower_funnel_caps", "has “\(channel)”, which is not a lower funnel channel of these models")
      }
      guard let cap = Amount.cents(number: value), cap >= 0 else {
        errors.add("lower_funnel_caps", "must have a number that is not negative for “\(channel)”")
        continue
      }
      caps[channel] = cap
    }
    return caps
  }

  /// `start_date` and `end_date` cut the forecast to a part of the budget.
  private mutating func reportedDays(within days: Range<CalendarDay>) -> Range<CalendarDay> {
    func bound(_ field: String, _ usual: CalendarDay) -> CalendarDay {
      guard let value = given(field), let day = day(value, field: field) else { return usual }
      if !days.contains(day) { errors.add(field, "must be a day of the budget") }
      return day
    }
    let first = bound("start_date", days.lowerBound)
    let last = bound("end_date", days.upperBound - 1)
    guard first <= last else {
      errors.add("end_date", "can't be before start_date")
      return days
    }
    return first..<(last + 1)
  }
}
