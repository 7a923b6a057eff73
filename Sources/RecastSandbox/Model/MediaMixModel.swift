import Foundation

/// A small media-mix model run over every day of a deployment's data and two years beyond.
///
/// Daily values are rounded to hundredths once, here. Every table adds these integers up, so that days, weeks, months and
/// totals agree to the last digit and report types agree with each other.
struct MediaMixModel: Sendable {
  /// The daily series of one spend channel, indexed by days since the deployment's first day.
  struct Series: Sendable {
    var name: String
    var isUpperFunnel: Bool
    var response: Response
    /// Spend in cents.
    var spend: [Int]
    /// KPI caused by the day's spend through this channel alone, on the day of the spend.
    var direct: [Int]
    /// The same including what it causes through lower funnel channels.
    var total: [Int]
    /// `direct` and `total` on the day they arrive.
    var directShifted: [Int]
    var totalShifted: [Int]
    /// Lower funnel only: spend caused by each upper funnel channel.
    var causedSpend: [String: [Int]]
  }

  let deployment: Deployment
  let channels: [Series]
  /// KPI without marketing and without spikes.
  let baseline: [Int]
  /// KPI of all spikes together, by day.
  let spikes: [Int]
  /// Values of the contextual variables, by variable, then by day.
  let context: [[Double]]

  /// How far the model reaches past the data: the documented 730 days.
  static let futureDays = 730

  /// The days that have data.
  var history: Range<CalendarDay> { deployment.start..<(deployment.end + 1) }

  /// The days that have data or can be predicted.
  var horizon: Range<CalendarDay> { deployment.start..<(deployment.end + Self.futureDays + 1) }

  func channel(_ name: String) -> Series? { channels.first { $0.name == name } }

  func index(_ day: CalendarDay) -> Int { day - deployment.start }

  /// The indices of those days of `days` that lie within `limits`.
  func indices(_ days: Range<CalendarDay>, within limits: Range<CalendarDay>) -> Range<Int> {
    let clamped = days.clamped(to: limits)
    return index(clamped.lowerBound)..<index(clamped.upperBound)
  }

  /// What the model expects for a day: baseline, spikes and the marketing effect that arrives.
  func predicted(_ index: Int) -> Int {
    baseline[index] + spikes[index] + channels.reduce(0) { $0 + $1.totalShifted[index] }
  }

  /// What "happened": the expectation with up to four percent of noise.
  func actual(_ index: Int) -> Int {
    let noise = 1 + 0.08 * (Noise.unit(deployment.seed, 77, index) - 0.5)
    return Int((Double(predicted(index)) * noise).rounded())
  }
}
