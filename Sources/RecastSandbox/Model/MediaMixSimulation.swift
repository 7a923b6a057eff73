import Foundation

extension MediaMixModel {
  init(_ deployment: Deployment) {
    let count = deployment.end + Self.futureDays + 1 - deployment.start
    let days = (0..<count).map { deployment.start + $0 }
    let context = deployment.contextVariables.enumerated().map { place, variable in
      days.indices.map { variable.usual * (1 + 0.2 * (Noise.unit(deployment.seed, 900 + place, $0 / 7) - 0.5)) }
    }
    let multiplier = days.indices.map { index in
      zip(deployment.contextVariables, context).reduce(1.0) { factor, pair in
        factor + pair.0.influence * (pair.1[index] / pair.0.usual - 1)
      }
    }
    var upper = deployment.upperFunnel.enumerated().map { place, channel in
      Series(channel, spend: Self.spend(of: channel, place: place, in: deployment, days: days), multiplier: multiplier)
    }
    var lower = deployment.lowerFunnel.enumerated().map { place, channel in
      Series(channel, base: Self.baseSpend(of: channel, place: place, in: deployment, days: days), upper, multiplier)
    }
    Self.creditUpperFunnel(&upper, for: &lower)
    self.deployment = deployment
    self.channels = (upper + lower).map(\.withArrivals)
    self.baseline = days.enumerated().map { index, day in
      let growth = 1 + 0.08 * Double(index) / 365
      let noise = 1 + 0.03 * (Noise.unit(deployment.seed, 5, index) - 0.5)
      return Int((Double(deployment.baseline) * growth * Self.season(day) * noise).rounded())
    }
    self.spikes = days.map { day in deployment.spikes.reduce(0) { $0 + $1.effect(on: day) } }
    self.context = context
  }

  /// A year that peaks before Christmas and a week that peaks on Friday.
  static func season(_ day: CalendarDay) -> Double {
    let year = 1 + 0.12 * cos(2 * Double.pi * Double(day.dayOfYear - 340) / 365.25)
    let week = [0.97, 0.96, 0.98, 1.02, 1.08, 1.03, 0.96]
    return year * week[day.weekday]
  }

  /// Spend in whole pulses every `dropDays` days, in round-looking cents.
  private static func spend(
    of channel: UpperFunnelChannel,
    place: Int,
    in deployment: Deployment,
    days: [CalendarDay]
  ) -> [Int] {
    days.enumerated().map { index, day in
      // Pulses follow the calendar, so that two deployments of one dashboard tell the same past.
      guard day.number % channel.dropDays == 0 else { return 0 }
      let noise = 0.75 + 0.5 * Noise.unit(deployment.seed, 100 + place, day.number)
      return Int((Double(channel.dailySpend * channel.dropDays) * season(day) * noise).rounded())
    }
  }

  private static func baseSpend(
    of channel: LowerFunnelChannel,
    place: Int,
    in deployment: Deployment,
    days: [CalendarDay]
  ) -> [Int] {
    days.map { day in
      let noise = 0.9 + 0.2 * Noise.unit(deployment.seed, 300 + place, day.number)
      return Int((Double(channel.baseSpend) * season(day) * noise).rounded())
    }
  }

  /// Moves that part of a lower funnel channel's effect that upper funnel spend caused to the channels that caused it.
  /// What one side gains the other loses, so the sum over all channels stays the same.
  private static func creditUpperFunnel(_ upper: inout [Series], for lower: inout [Series]) {
    for low in lower.indices {
      for high in upper.indices {
        guard let caused = lower[low].causedSpend[upper[high].name] else { continue }
        for day in caused.indices where lower[low].spend[day] > 0 {
          let share = Double(caused[day]) / Double(lower[low].spend[day])
          let moved = Int((Double(lower[low].direct[day]) * share).rounded(.down))
          upper[high].total[day] += moved
          lower[low].total[day] -= moved
        }
      }
    }
  }
}

extension MediaMixModel.Series {
  fileprivate init(_ channel: UpperFunnelChannel, spend: [Int], multiplier: [Double]) {
    self.init(channel.name, true, channel.response, spend, multiplier, causedSpend: [:])
  }

  fileprivate init(
    _ channel: LowerFunnelChannel,
    base: [Int],
    _ upper: [MediaMixModel.Series],
    _ multiplier: [Double]
  ) {
    var spend = base
    var causedSpend: [String: [Int]] = [:]
    for series in upper {
      guard let pull = channel.pull[series.name] else { continue }
      let caused = Self.causedSpend(by: series.spend, pull: pull)
      causedSpend[series.name] = caused
      for day in spend.indices { spend[day] += caused[day] }
    }
    self.init(channel.name, false, channel.response, spend, multiplier, causedSpend: causedSpend)
  }

  private init(
    _ name: String,
    _ isUpperFunnel: Bool,
    _ response: Response,
    _ spend: [Int],
    _ multiplier: [Double],
    causedSpend: [String: [Int]]
  ) {
    let direct = spend.indices.map { Int((response.effect(spend: Double(spend[$0])) * multiplier[$0]).rounded()) }
    self.init(
      name: name,
      isUpperFunnel: isUpperFunnel,
      response: response,
      spend: spend,
      direct: direct,
      total: direct,
      directShifted: [],
      totalShifted: [],
      causedSpend: causedSpend
    )
  }

  /// Lower funnel spend that follows from upper funnel spend, over the next few days.
  static func causedSpend(by spend: [Int], pull: Double) -> [Int] {
    arrivals(of: spend.map { Int((Double($0) * pull).rounded()) }, carryOver: 0.5)
  }

  /// With `directShifted` and `totalShifted` filled in.
  fileprivate var withArrivals: MediaMixModel.Series {
    var series = self
    series.directShifted = Self.arrivals(of: direct, carryOver: response.carryOver)
    series.totalShifted = Self.arrivals(of: total, carryOver: response.carryOver)
    return series
  }

  /// Geometric adstock with weights that add up to one: what arrives today is a share of what is on its way.
  /// The remainder is kept in whole hundredths, so that nothing is lost or invented by rounding.
  static func arrivals(of effects: [Int], carryOver: Double) -> [Int] {
    var pending = 0
    return effects.map { effect in
      pending += effect
      let arriving = Int((Double(pending) * (1 - carryOver)).rounded())
      pending -= arriving
      return arriving
    }
  }
}

extension Spike {
  /// The lift on the day, and three days on each side from which some of it was taken.
  func effect(on day: CalendarDay) -> Int {
    dates.reduce(0) { sum, date in
      switch abs(day - date) {
      case 0: sum + lift
      case 1...3: sum - Int((Double(lift) * pull / 6).rounded())
      default: sum
      }
    }
  }
}
