/// The spend of one channel in one period, which an optimizer may raise.
struct Lever: Sendable {
  /// How one model answers to the channel.
  struct Answer: Sendable {
    var response: Response
    /// The model's weight, times the share of the effect that counts.
    var weight: Double
  }

  var channel: String
  /// The levers that share bounds.
  var group: Int
  /// The days on which money goes out.
  var pulses: [CalendarDay]
  /// Spend on these days that is there already, in cents.
  var uploaded: Int
  /// What the lever has before anything is given out; negative where an uploaded budget may be cut.
  var start: Int
  var answers: [Answer]
  /// What each unit spent here makes lower funnel channels spend, and the KPI that brings.
  var pulledSpend = 0.0
  var pulledEffect = 0.0

  /// KPI per unit of money for the next unit, with the lower funnel spend that it causes.
  func marginal(at spend: Int) -> Double {
    let perPulse = max(0, Double(uploaded + spend)) / Double(max(1, pulses.count))
    let own = answers.reduce(0.0) { $0 + $1.weight * $1.response.marginal(spend: perPulse) }
    return (own + pulledEffect) / (1 + pulledSpend)
  }
}
