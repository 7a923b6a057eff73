/// Spend by channel and values of contextual variables, for each of some consecutive days.
struct DailyBudget: Hashable, Sendable {
  var days: Range<CalendarDay>
  /// Cents per day, by channel; a channel without a column gets nothing, or what the model predicts for it.
  var spend: [String: [Int]]
  /// Values per day, by contextual variable; one without a column keeps its usual value.
  var context: [String: [Double]] = [:]

  /// Spend of all channels on all days.
  var total: Int { spend.values.reduce(0) { $1.reduce($0, +) } }
}

/// What is said about a lower funnel channel, whose spend the model would otherwise predict.
enum LowerFunnelLimit: Hashable, Sendable {
  case uncapped
  case off
  /// Predicted, but no more than so many cents over all days of the budget.
  case capped(Int)
  /// As in the budget.
  case manual
}

/// Everything that a forecast assumes about the future.
struct Scenario: Hashable, Sendable {
  var budget: DailyBudget
  /// By lower funnel channel. One that is missing is `manual` if the budget has a column for it, else `uncapped`.
  var lowerFunnel: [String: LowerFunnelLimit] = [:]
  /// Dates of promotions by name, in addition to those that the model's data holds. Unknown names have no effect.
  var spikes: [String: [CalendarDay]] = [:]

  func limit(of channel: String) -> LowerFunnelLimit {
    lowerFunnel[channel] ?? (budget.spend[channel] == nil ? .uncapped : .manual)
  }
}

/// Splits of whole numbers that add up to exactly what was split.
enum Apportionment {
  /// Numbers in proportion to `weights` whose sum is `total`; equal ones when the weights are all zero.
  static func split(_ total: Int, by weights: [Int]) -> [Int] {
    let sum = weights.reduce(0.0) { $0 + Double($1) }
    guard sum > 0 else {
      return weights.isEmpty ? [] : split(total, by: weights.map { _ in 1 })
    }
    var passed = 0.0
    var given = 0
    return weights.map { weight in
      passed += Double(weight)
      let upToHere = Int((Double(total) * (passed / sum)).rounded())
      defer { given = upToHere }
      return upToHere - given
    }
  }
}
