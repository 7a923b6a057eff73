/// The inputs of an optimization, checked. Amounts are in cents.
struct OptimizationForm: Sendable {
  enum Objective: Sendable {
    /// The least spend that brings at least so much KPI, in hundredths.
    case outcome(floor: Int)
    /// The most spend at which KPI per spend does not fall below a floor.
    case efficiency(floor: Double)
    /// The spend at which the next unit no longer pays for itself.
    case profit(valuePerUnit: Double)
  }

  /// How much is to be spent, where the form says so.
  enum Amount: Sendable {
    case open
    case upperFunnel(Int)
    /// With uploaded spend and predicted lower funnel spend.
    case total(Int)
  }

  /// Channels whose spend is bounded together.
  struct Group: Sendable {
    var channels: [Channel]
    var least: Int
    var most: Int
  }

  struct Channel: Sendable {
    var name: String
    var committed: Int
    var dropDays: Int
  }

  /// What is decided about a lower funnel channel.
  enum LowerFunnelCap: Sendable {
    case limit(LowerFunnelLimit)
    case optimize(least: Int, most: Int)
  }

  struct Period: Sendable {
    var days: Range<CalendarDay>
    var groups: [Group]
    var lowerFunnel: [String: LowerFunnelCap]
  }

  var objective: Objective
  /// As the form spells them, for the results.
  var goalType: String
  var goalValue: String
  /// The probability with which the goal is to be reached.
  var confidence: Double
  var amount: Amount
  /// Whether KPI counts only when it arrives on the days of the optimization.
  var countsArrivalsOnly: Bool
  var uploaded: DailyBudget?
  var periods: [Period]
  var configurations: [DepvarConfiguration]

  /// From the first day of any period to the last.
  var days: Range<CalendarDay> {
    let first = periods.map(\.days.lowerBound).min() ?? CalendarDay(number: 0)
    return first..<(periods.map(\.days.upperBound).max() ?? first)
  }
}
