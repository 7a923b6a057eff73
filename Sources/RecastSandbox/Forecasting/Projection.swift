import Foundation

/// The outlooks of one or several models, weighted and added up: what a forecast of a KPI consists of.
///
/// Every daily value is a whole number of hundredths. All totals are sums of these, so that tables and results agree.
struct Projection: Sendable {
  /// One dependent variable of the forecast.
  struct Part: Sendable {
    var name: String
    var weight: Double
    var model: MediaMixModel
  }

  struct Channel: Sendable {
    var name: String
    var isUpperFunnel: Bool
    /// Spend in cents.
    var spend: [Int]
    /// KPI that the day's spend causes, whenever it arrives.
    var effect: [Int]
    /// KPI that arrives on the day from spend of these days.
    var arriving: [Int]
  }

  let days: Range<CalendarDay>
  let parts: [Part]
  private(set) var channels: [Channel] = []
  private(set) var baseline: [Int]
  private(set) var spikes: [Int]
  /// KPI that arrives from spend before the first day.
  private(set) var carriedOver: [Int]

  /// What `parts` expect for those of the `days` that all of them can predict.
  init(_ scenario: Scenario, of parts: [Part], over days: Range<CalendarDay>) {
    self.parts = parts
    let days = parts.reduce(days) { $0.clamped(to: $1.model.horizon) }
    self.days = days
    let zeros = Array(repeating: 0, count: days.count)
    (baseline, spikes, carriedOver) = (zeros, zeros, zeros)
    for part in parts { add(part.model.outlook(scenario, over: days), weight: part.weight) }
  }

  private mutating func add(_ outlook: Outlook, weight: Double) {
    func add(_ values: [Int], to sums: inout [Int]) {
      for day in sums.indices { sums[day] += Int((Double(values[day]) * weight).rounded()) }
    }
    add(outlook.baseline, to: &baseline)
    add(outlook.spikes, to: &spikes)
    for channel in outlook.channels {
      add(channel.carriedOver, to: &carriedOver)
      // Two models that know a channel mean the same spend, but each its own effect.
      let place = channels.firstIndex { $0.name == channel.name } ?? channels.endIndex
      if place == channels.endIndex {
        let zeros = channel.spend.map { _ in 0 }
        channels.append(
          Channel(
            name: channel.name,
            isUpperFunnel: channel.isUpperFunnel,
            spend: channel.spend,
            effect: zeros,
            arriving: zeros
          )
        )
      }
      add(channel.effect, to: &channels[place].effect)
      add(channel.arriving, to: &channels[place].arriving)
    }
  }

  /// The KPI of each day.
  var outcome: [Int] {
    channels.reduce(into: Array(repeating: 0, count: days.count)) { sums, channel in
      for day in sums.indices { sums[day] += channel.arriving[day] }
    }.enumerated().map { day, arriving in
      arriving + baseline[day] + spikes[day] + carriedOver[day]
    }
  }

  /// Spend of all channels, by day.
  var spend: [Int] {
    channels.reduce(into: Array(repeating: 0, count: days.count)) { sums, channel in
      for day in sums.indices { sums[day] += channel.spend[day] }
    }
  }

  /// How far the KPI of each day may reasonably lie from the expectation, as a share of it: it grows with the distance
  /// from the data.
  var spread: [Double] {
    let dataEnd = parts.map(\.model.deployment.end).min() ?? days.lowerBound
    return (0..<days.count).map { 0.05 + 0.0005 * Double(max(0, days.lowerBound + $0 - dataEnd)) }
  }

  /// The KPI of each day that the truth exceeds with a probability of `1 - share`. All days are taken to be high or low
  /// together, so quantiles of days add up to those of their sum.
  func outcome(quantile share: Double) -> [Int] {
    let deviations = Quantile.deviations(share)
    return zip(outcome, spread).map { expected, spread in
      Int((Double(expected) * max(0, 1 + spread * deviations)).rounded())
    }
  }
}

/// Quantiles of a bell curve that leans a little to the left: its median lies below its mean.
enum Quantile {
  /// Standard deviations between the mean and the quantile; the logistic curve stands in for the normal one.
  static func deviations(_ share: Double) -> Double {
    let share = min(max(share, 0.005), 0.995)
    return log(share / (1 - share)) / 1.702 - 0.04
  }

  /// The probability of not more than so many standard deviations above the mean.
  static func share(deviations: Double) -> Double {
    1 / (1 + exp(-1.702 * (deviations + 0.04)))
  }
}
