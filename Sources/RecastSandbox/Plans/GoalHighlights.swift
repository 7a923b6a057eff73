extension PlanForecast {
  /// How far a goal has come and where it will end: what has happened on its days, and what is expected of the others.
  func highlights(of target: GoalRecord.Target) -> JSONValue {
    let elapsed = past(of: window)
    let coming = comingDays(of: window)
    let ahead = Projection(scenario, of: parts, over: coming)
    let kpi = (soFar: elapsed.reduce(0) { $0 + actualOutcome(on: $1) }, forecasted: ahead.totalOutcome)
    let spend = (
      soFar: Projection(.unchanged, of: parts, over: elapsed).totalSpend, forecasted: ahead.totalSpend
    )
    let projected = kpi.soFar + kpi.forecasted
    let difference = (Double(projected) - target.value * 100).rounded() / 100
    return [
      "projected": .hundredths(projected),
      "pacing": .number(difference),
      "success_probability": .number(probability(of: target, soFar: kpi.soFar, ahead)),
      "details": [
        "spend": Self.details(spend.soFar, spend.forecasted),
        "kpi": Self.details(kpi.soFar, kpi.forecasted),
        "blended_roi": [
          "so_far": Self.ratio(kpi.soFar, spend.soFar),
          "forecasted": Self.ratio(kpi.forecasted, spend.forecasted),
          "projected": Self.ratio(projected, spend.soFar + spend.forecasted),
        ],
      ],
    ]
  }

  private static func details(_ soFar: Int, _ forecasted: Int) -> JSONValue {
    ["so_far": .hundredths(soFar), "forecasted": .hundredths(forecasted), "projected": .hundredths(soFar + forecasted)]
  }

  private static func ratio(_ outcome: Int, _ spend: Int) -> JSONValue {
    spend > 0 ? .ratio(Double(outcome) / Double(spend)) : .null
  }

  /// How likely the coming days bring what is missing, by the curve that the quantiles come from.
  private func probability(of target: GoalRecord.Target, soFar: Int, _ ahead: Projection) -> Double {
    let missing = target.value * 100 - Double(soFar)
    let deviation = zip(ahead.outcome, ahead.spread).reduce(0) { $0 + Double($1.0) * $1.1 }
    guard deviation > 0 else { return missing <= 0 ? 1 : 0 }
    let share = Quantile.share(deviations: (missing - Double(ahead.totalOutcome)) / deviation)
    return ((1 - share) * 10_000).rounded() / 10_000
  }
}
