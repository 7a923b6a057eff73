/// What one model expects for some consecutive days under a ``Scenario``, in hundredths and by day.
struct Outlook: Sendable {
  struct Channel: Sendable {
    var name: String
    var isUpperFunnel: Bool
    /// Spend in cents.
    var spend: [Int]
    /// KPI that the day's spend causes, whenever it arrives.
    var effect: [Int]
    /// KPI that arrives on the day from spend of these days.
    var arriving: [Int]
    /// KPI that arrives on the day from spend before them.
    var carriedOver: [Int]
  }

  var days: Range<CalendarDay>
  var channels: [Channel]
  var baseline: [Int]
  var spikes: [Int]
}

extension MediaMixModel {
  /// What the model expects for `days` when spend follows `scenario` on the scenario's days, and the model's own series
  /// on all others: what happened up to the end of the data, business as usual afterwards.
  func outlook(_ scenario: Scenario, over days: Range<CalendarDay>) -> Outlook {
    let days = days.clamped(to: horizon)
    // A cap is shared by all days of the budget, also by those after the days that are asked for.
    let end = index(max(days.upperBound, scenario.budget.days.clamped(to: horizon).upperBound))
    let upper = channels.filter(\.isUpperFunnel).map { series in
      (series: series, spend: upperFunnelSpend(series, scenario, until: end))
    }
    let lower = channels.filter { !$0.isUpperFunnel }.map { series in
      (series: series, spend: lowerFunnelSpend(series, scenario, upper: upper, until: end))
    }
    let multiplier = multipliers(scenario, until: end)
    let window = index(days.lowerBound)..<index(days.upperBound)
    let added = addedSpikes(scenario)
    return Outlook(
      days: days,
      channels: (upper + lower).map { Outlook.Channel($0.series, spend: $0.spend, multiplier: multiplier, in: window) },
      baseline: Array(baseline[window]),
      spikes: window.map { index in
        added.reduce(spikes[index]) { $0 + $1.effect(on: deployment.start + index) }
      }
    )
  }

  /// What each lower funnel channel spends on the scenario's days.
  func lowerFunnelSpend(_ scenario: Scenario) -> [String: [Int]] {
    let days = scenario.budget.days.clamped(to: horizon)
    let end = index(days.upperBound)
    let upper = channels.filter(\.isUpperFunnel).map { ($0, upperFunnelSpend($0, scenario, until: end)) }
    return channels.filter { !$0.isUpperFunnel }.reduce(into: [:]) { spend, series in
      let column = lowerFunnelSpend(series, scenario, upper: upper, until: end)
      spend[series.name] = Array(column[index(days.lowerBound)..<end])
    }
  }

  /// The indices of the scenario's days before `end`, with the place of the first one in the budget's columns.
  private func places(_ scenario: Scenario, until end: Int) -> (indices: Range<Int>, offset: Int) {
    let indices = indices(scenario.budget.days, within: horizon).clamped(to: 0..<end)
    return (indices, index(scenario.budget.days.lowerBound))
  }

  private func upperFunnelSpend(_ series: Series, _ scenario: Scenario, until end: Int) -> [Int] {
    var spend = Array(series.spend.prefix(end))
    let (indices, offset) = places(scenario, until: end)
    let column = scenario.budget.spend[series.name]
    for index in indices { spend[index] = column?[index - offset] ?? 0 }
    return spend
  }

  private func lowerFunnelSpend(
    _ series: Series,
    _ scenario: Scenario,
    upper: [(series: Series, spend: [Int])],
    until end: Int
  ) -> [Int] {
    var spend = Array(series.spend.prefix(end))
    let (indices, offset) = places(scenario, until: end)
    func replace(_ values: [Int]) {
      for (index, value) in zip(indices, values) { spend[index] = value }
    }
    switch scenario.limit(of: series.name) {
    case .off: replace(indices.map { _ in 0 })
    case .manual: replace(indices.map { scenario.budget.spend[series.name]?[$0 - offset] ?? 0 })
    case .uncapped: replace(predictedSpend(series, upper, indices))
    case .capped(let cap):
      let predicted = predictedSpend(series, upper, indices)
      replace(predicted.reduce(0, +) > cap ? Apportionment.split(cap, by: predicted) : predicted)
    }
    return spend
  }

  /// What the channel spends anyway, and what upper funnel spend causes.
  private func predictedSpend(_ series: Series, _ upper: [(series: Series, spend: [Int])], _ indices: Range<Int>)
    -> [Int]
  {
    let pull = deployment.lowerFunnel.first { $0.name == series.name }?.pull ?? [:]
    var predicted = indices.map { index in
      series.causedSpend.values.reduce(series.spend[index]) { $0 - $1[index] }
    }
    for cause in upper {
      guard let share = pull[cause.series.name] else { continue }
      let caused = Series.causedSpend(by: cause.spend, pull: share)
      for (place, index) in indices.enumerated() { predicted[place] += caused[index] }
    }
    return predicted
  }

  /// The factor of contextual variables on marketing effects, by day. A budget may hold any value of a variable; what it
  /// does ends at ten times the usual effect.
  private func multipliers(_ scenario: Scenario, until end: Int) -> [Double] {
    let (indices, offset) = places(scenario, until: end)
    return (0..<end).map { day in
      let factor = zip(deployment.contextVariables, context).reduce(1.0) { factor, pair in
        let (variable, series) = pair
        let value =
          indices.contains(day) ? scenario.budget.context[variable.name]?[day - offset] ?? variable.usual : series[day]
        return factor + variable.influence * (value / variable.usual - 1)
      }
      return min(max(factor, 0), 10)
    }
  }

  /// The model's promotions on those dates of the scenario that the model does not have already.
  private func addedSpikes(_ scenario: Scenario) -> [Spike] {
    deployment.spikes.compactMap { spike in
      guard let dates = scenario.spikes[spike.name] else { return nil }
      var added = spike
      added.dates = Array(Set(dates).subtracting(spike.dates))
      return added
    }
  }
}

extension Outlook.Channel {
  fileprivate init(_ series: MediaMixModel.Series, spend: [Int], multiplier: [Double], in window: Range<Int>) {
    let effect = spend.indices.map { day in
      Int((series.response.effect(spend: Double(spend[day])) * multiplier[day]).rounded())
    }
    func arrivals(of effects: [Int]) -> [Int] {
      Array(MediaMixModel.Series.arrivals(of: effects, carryOver: series.response.carryOver)[window])
    }
    let all = arrivals(of: effect)
    let arriving = arrivals(of: effect.indices.map { window.contains($0) ? effect[$0] : 0 })
    self.init(
      name: series.name,
      isUpperFunnel: series.isUpperFunnel,
      spend: Array(spend[window]),
      effect: Array(effect[window]),
      arriving: arriving,
      // As a difference, so that a day's KPI is the same whatever days are asked for with it.
      carriedOver: zip(all, arriving).map { $0 - $1 }
    )
  }
}
