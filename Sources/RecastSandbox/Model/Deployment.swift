/// One model in service, with everything the media-mix model needs to make up its data.
struct Deployment: Sendable {
  /// What the model predicts: efficiency is KPI per spend, or spend per KPI.
  enum Kind: Sendable { case roi, cpa }

  var id: Int
  var dashboard: String
  var active: Bool
  var kind: Kind
  /// First and last day of the model's data.
  var start: CalendarDay
  var end: CalendarDay
  /// Average KPI per day without marketing, in hundredths.
  var baseline: Int
  var upperFunnel: [UpperFunnelChannel]
  var lowerFunnel: [LowerFunnelChannel]
  var nonSpend: [String]
  var contextVariables: [ContextVariable]
  var spikes: [Spike]

  /// How many days past `end` the model can forecast.
  let forecastDays = 180

  /// A model is put into service a few days after its last day of data.
  var modelDate: CalendarDay { end + 3 }

  /// Deployments of one dashboard share their past, so their noise has the same origin.
  var seed: Int { dashboard.utf8.reduce(0) { ($0 * 31 + Int($1)) % 1_000_003 } }

  var upperFunnelNames: [String] { upperFunnel.map(\.name) }
  var lowerFunnelNames: [String] { lowerFunnel.map(\.name) }
  var spendChannels: [String] { upperFunnelNames + lowerFunnelNames }
}

/// A channel whose spend is decided by people.
struct UpperFunnelChannel: Sendable {
  var name: String
  /// Usual spend on one active day, in cents.
  var dailySpend: Int
  /// Days from one spend pulse to the next; 1 means every day.
  var dropDays: Int
  var response: Response
}

/// A channel whose spend follows from what the upper funnel does.
struct LowerFunnelChannel: Sendable {
  var name: String
  /// Spend per day that would happen anyway, in cents.
  var baseSpend: Int
  /// Spend caused per unit of upper funnel spend, by upper funnel channel.
  var pull: [String: Double]
  var response: Response
}

/// How a channel's spend turns into KPI.
struct Response: Sendable {
  /// KPI of one day at unlimited spend, in hundredths.
  var ceiling: Double
  /// Spend per day that gives half of the ceiling, in cents.
  var halfway: Double
  /// Share of yesterday's carried-over effect that is still there today (geometric adstock), 0..<1.
  var carryOver: Double

  /// KPI in hundredths caused by one day's spend in cents, whenever it arrives.
  func effect(spend: Double) -> Double {
    spend <= 0 ? 0 : ceiling * spend / (halfway + spend)
  }

  /// KPI per additional unit of spend.
  func marginal(spend: Double) -> Double {
    ceiling * halfway / ((halfway + spend) * (halfway + spend))
  }
}

/// Something outside marketing that moves its effect.
struct ContextVariable: Sendable {
  var name: String
  var usual: Double
  /// Relative change of marketing effect when the variable rises by its own usual value.
  var influence: Double
}

/// A promotion or holiday on named days.
struct Spike: Sendable {
  var name: String
  var dates: [CalendarDay]
  /// KPI gained on the day itself, in hundredths.
  var lift: Int
  /// Share of the lift that is missing before and after the day.
  var pull: Double
}
