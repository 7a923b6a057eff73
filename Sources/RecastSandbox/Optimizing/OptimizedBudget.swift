/// The budget that an optimization found, and what is expected of it.
struct OptimizedBudget: Sendable {
  /// Every channel has a column, lower funnel channels included.
  let scenario: Scenario
  let projection: Projection

  var days: Range<CalendarDay> { scenario.budget.days }

  init(_ scenario: Scenario, _ parts: [Projection.Part]) {
    self.scenario = scenario
    projection = Projection(scenario, of: parts, over: scenario.budget.days)
  }

  var files: [ReportFile] {
    [projection.channelSummary, projection.finalBudget, projection.dailyForecast]
  }

  /// One element of `results`.
  func resultJSON(_ form: OptimizationForm) -> JSONValue {
    [
      "depvars": projection.depvarsJSON,
      "goal_type": .string(form.goalType),
      "goal_value": .string(form.goalValue),
      "expected_revenue": .hundredths(projection.totalOutcome),
      "recommended_total_spend": .hundredths(projection.totalSpend),
      "expected_earned_roi": .ratio(projection.blendedROI),
      "expected_paid_roi": .ratio(projection.paidROI),
      "downloads": .downloads(files),
    ]
  }
}

extension OptimizationForm {
  /// The budget that follows from what the optimizer decided.
  /// - Parameter spend: what each lever gets beyond what was uploaded.
  func scenario(_ parts: [Projection.Part], _ groups: LeverGroups, _ spend: [Int]) -> Scenario {
    var budget = DailyBudget(days: days, spend: [:], context: uploaded?.context(on: days, of: parts) ?? [:])
    for channel in configurations.names(\.upperFunnelNames) {
      budget.spend[channel] = uploadedSpend(on: channel)
    }
    for (lever, amount) in zip(groups.levers, spend) where budget.spend[lever.channel] != nil {
      budget.add(amount, to: lever.channel, on: lever.pulses)
    }
    var scenario = Scenario(budget: budget, spikes: configurations.spikes)
    var predicted: [String: [Int]] = [:]
    for part in parts { predicted.merge(part.model.lowerFunnelSpend(scenario)) { first, _ in first } }
    for (channel, usual) in predicted {
      scenario.budget.spend[channel] = lowerFunnelSpend(channel, predicted: usual, groups, spend)
    }
    return scenario
  }

  /// What was uploaded for each of the days.
  func uploadedSpend(on channel: String) -> [Int] {
    uploaded?.spend(on: channel, days) ?? Array(repeating: 0, count: days.count)
  }

  /// The daily spend of a lower funnel channel, as each period's cap has it.
  fileprivate func lowerFunnelSpend(
    _ channel: String,
    predicted: [Int],
    _ groups: LeverGroups,
    _ spend: [Int]
  ) -> [Int] {
    var result = predicted
    let manual = uploadedSpend(on: channel)
    for period in periods {
      let rows = (period.days.lowerBound - days.lowerBound)..<(period.days.upperBound - days.lowerBound)
      let usual = Array(predicted[rows])
      switch period.lowerFunnel[channel] ?? .limit(.uncapped) {
      case .limit(.uncapped): break
      case .limit(.off): result.replaceSubrange(rows, with: usual.map { _ in 0 })
      case .limit(.manual): result.replaceSubrange(rows, with: manual[rows])
      case .limit(.capped(let cap)):
        if usual.reduce(0, +) > cap { result.replaceSubrange(rows, with: Apportionment.split(cap, by: usual)) }
      case .optimize:
        let chosen = zip(groups.levers, spend).first {
          $0.0.channel == channel && $0.0.pulses.first == period.days.first
        }
        let added = Apportionment.split(chosen?.1 ?? 0, by: usual)
        result.replaceSubrange(rows, with: zip(manual[rows], added).map { $0 + $1 })
      }
    }
    return result
  }
}

extension DailyBudget {
  /// A column cut or stretched to `days`; nothing is spent on days that the budget does not have.
  func spend(on channel: String, _ days: Range<CalendarDay>) -> [Int] {
    let column = spend[channel]
    return days.map { day in self.days.contains(day) ? column?[day - self.days.lowerBound] ?? 0 : 0 }
  }

  /// The same for contextual variables, which keep their usual value on other days.
  fileprivate func context(on days: Range<CalendarDay>, of parts: [Projection.Part]) -> [String: [Double]] {
    var result: [String: [Double]] = [:]
    for variable in parts.flatMap(\.model.deployment.contextVariables) {
      guard let column = context[variable.name] else { continue }
      result[variable.name] = days.map { day in
        self.days.contains(day) ? column[day - self.days.lowerBound] : variable.usual
      }
    }
    return result
  }

  /// Spreads an amount evenly over some days; a cut takes from what is there.
  fileprivate mutating func add(_ amount: Int, to channel: String, on pulses: [CalendarDay]) {
    guard var column = spend[channel] else { return }
    if amount < 0 {
      for (place, cut) in Apportionment.split(amount, by: column).enumerated() { column[place] += cut }
    } else {
      let places = pulses.map { $0 - days.lowerBound }
      for (place, share) in zip(places, Apportionment.split(amount, by: places.map { _ in 1 })) {
        column[place] += share
      }
    }
    spend[channel] = column
  }
}
