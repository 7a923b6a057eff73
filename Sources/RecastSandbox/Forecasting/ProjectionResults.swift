/// The figures of a forecast, as `results[]` of forecasts and plan forecasts shows them.
extension Projection {
  /// One element of `results`.
  func resultJSON(downloads: [ReportFile]) -> JSONValue {
    var result: [String: JSONValue] = [
      "depvars": depvarsJSON,
      "expected_outcome": .hundredths(totalOutcome),
      "total_forecasted_spend": .hundredths(totalSpend),
      "downloads": .downloads(downloads),
    ]
    let outcomes = Quantiles { outcome(quantile: $0).reduce(0, +) }
    result["expected_outcome_quantiles"] = outcomes.json(JSONValue.hundredths)
    for (name, ratio) in [
      ("expected_blended_roi", blendedROI), ("expected_observed_paid_roi", observedPaidROI), ("expected_roi", paidROI),
    ] {
      result[name] = .ratio(ratio)
      result[name + "_quantiles"] = Quantiles { ratio * relativeOutcome(quantile: $0) }.json(JSONValue.ratio)
    }
    return .object(result)
  }

  var depvarsJSON: JSONValue {
    .array(
      parts.map { part in
        [
          "name": .string(part.name), "deployment_id": .integer(part.model.deployment.id),
          "weight": .number(part.weight),
        ]
      }
    )
  }

  var totalOutcome: Int { outcome.reduce(0, +) }

  var totalSpend: Int { spend.reduce(0, +) }

  /// KPI per spend, with the part of the KPI that comes without marketing.
  var blendedROI: Double { perSpend(totalOutcome) }

  /// KPI per spend, counting what these days' spend causes within these days.
  var observedPaidROI: Double { perSpend(channels.reduce(0) { $0 + $1.arriving.reduce(0, +) }) }

  /// KPI per spend, counting what these days' spend causes at any time.
  var paidROI: Double { perSpend(channels.reduce(0) { $0 + $1.effect.reduce(0, +) }) }

  /// Nothing documents what a ratio is when nothing is spent; 0 keeps it the number that it is documented to be.
  private func perSpend(_ outcome: Int) -> Double {
    totalSpend > 0 ? Double(outcome) / Double(totalSpend) : 0
  }

  private func relativeOutcome(quantile share: Double) -> Double {
    totalOutcome == 0 ? 1 : Double(outcome(quantile: share).reduce(0, +)) / Double(totalOutcome)
  }
}

/// The three quantiles that results have.
struct Quantiles<Value> {
  var p25: Value
  var median: Value
  var p75: Value

  init(_ value: (Double) -> Value) {
    (p25, median, p75) = (value(0.25), value(0.5), value(0.75))
  }

  func json(_ value: (Value) -> JSONValue) -> JSONValue {
    ["p25": value(p25), "median": value(median), "p75": value(p75)]
  }
}

extension JSONValue {
  /// An amount held in hundredths, as a number.
  static func hundredths(_ amount: Int) -> JSONValue {
    amount % 100 == 0 ? .integer(amount / 100) : .number(Double(amount) / 100)
  }

  /// A ratio, to four decimals as in tables.
  static func ratio(_ value: Double) -> JSONValue {
    .number((value * 10_000).rounded() / 10_000)
  }

  /// What a finished job says of its files.
  static func downloads(_ files: [ReportFile]) -> JSONValue {
    .array(files.map { ["key": .string($0.key), "description": .string($0.description)] })
  }
}
