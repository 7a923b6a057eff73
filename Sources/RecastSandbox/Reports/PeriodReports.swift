extension ReportBuilder {
  /// KPI that a period's spend earned inside the period against KPI it earns later.
  var periodSummary: [ReportFile] {
    let effect = ["channel", "mean", "lower", "upper"]
    func effects(_ key: String, _ description: String, _ value: @Sendable @escaping (Period) -> Int) -> ReportFile {
      ReportFile("summary_tables-\(key)", description) {
        Table(effect, periods.map { [.text($0.name)] + estimate(value($0), uncertainty($0.name)) })
      }
    }
    func ratios(_ key: String, _ description: String, _ value: @Sendable @escaping (Period) -> Int) -> ReportFile {
      ReportFile("summary_tables-\(key)", description) {
        Table(
          effect,
          periods.map { period in
            let ratio = efficiency(effect: Double(value(period)), spend: Double(period.spend))
            return [.text(period.name)] + estimate(ratio, uncertainty(period.name))
          }
        )
      }
    }
    return [
      ReportFile("summary_tables-merged_means_summary", "All means side by side", mergedMeans),
      effects("total_effect", "KPI of the period's spend, whenever it arrives") { $0.total },
      effects("in_period_effect", "KPI of the period's spend that arrived in the period") { $0.inside },
      effects("after_period_effect", "KPI of the period's spend that arrives after the period") { $0.after },
      effects("future_effect", "KPI of the period's spend that arrives after the end of the data") { $0.future },
      ratios("observed_roi", "Efficiency counting what arrived in the period") { $0.inside },
      ratios("true_roi", "Efficiency counting everything") { $0.total },
      effects("pre_period_effect", "KPI that arrived in the period from earlier spend") { $0.before },
    ]
  }

  /// One channel's effect of one period, split by when it arrives; in hundredths.
  private struct Period {
    var name: String
    var spend: Int
    var total: Int
    var inside: Int
    var after: Int
    var future: Int
    var before: Int
  }

  private var periods: [Period] {
    let days = indices
    let dataEnd = model.index(model.history.upperBound)
    return model.channels.map { series in
      let ownEffects = series.total.indices.map { days.contains($0) ? series.total[$0] : 0 }
      let arrivals = Series.arrivals(of: ownEffects, carryOver: series.response.carryOver)
      let total = sum(series.total, days)
      let inside = sum(arrivals, days)
      return Period(
        name: series.name,
        spend: sum(series.spend, days),
        total: total,
        inside: inside,
        after: total - inside,
        future: total - sum(arrivals, days.lowerBound..<max(days.upperBound, dataEnd)),
        before: sum(series.totalShifted, days) - inside
      )
    }
  }

  @Sendable
  private func mergedMeans() -> Table {
    Table(
      [
        "channel", "spend", "total_effect", "in_period_effect", "after_period_effect", "future_effect",
        "pre_period_effect", "observed_roi", "true_roi",
      ],
      periods.map { period in
        let spend = Double(period.spend)
        return [
          .text(period.name), .hundredths(period.spend), .hundredths(period.total), .hundredths(period.inside),
          .hundredths(period.after), .hundredths(period.future), .hundredths(period.before),
          .ratio(efficiency(effect: Double(period.inside), spend: spend)),
          .ratio(efficiency(effect: Double(period.total), spend: spend)),
        ]
      }
    )
  }

  /// Two periods side by side.
  var timePeriods: [ReportFile] {
    [
      ReportFile("summary-overall", "The two periods as a whole", overallComparison),
      ReportFile("summary-time_table", "The two periods by channel", channelComparison),
    ]
  }

  @Sendable
  private func overallComparison() -> Table {
    let before = model.indices(form.previousDays, within: model.history)
    let after = model.indices(form.days, within: model.history)
    func row(_ name: String, _ value: (Range<Int>) -> Int) -> [Cell] {
      let (old, new) = (value(before), value(after))
      let change = old == 0 ? nil : Double(new - old) / Double(abs(old))
      return [.text(name), .hundredths(old), .hundredths(new), .hundredths(new - old), .ratio(change)]
    }
    return Table(
      ["measure", "previous", "period", "change", "relative_change"],
      [
        row("spend") { days in model.channels.reduce(0) { $0 + sum($1.spend, days) } },
        row("marketing_effect") { days in model.channels.reduce(0) { $0 + sum($1.total, days) } },
        row("in_period_effect") { days in model.channels.reduce(0) { $0 + sum($1.totalShifted, days) } },
        row("baseline") { sum(model.baseline, $0) },
        row("spikes") { sum(model.spikes, $0) },
        row("outcome") { days in days.reduce(0) { $0 + model.actual($1) } },
      ]
    )
  }

  @Sendable
  private func channelComparison() -> Table {
    let before = model.indices(form.previousDays, within: model.history)
    let after = model.indices(form.days, within: model.history)
    let measures = ["spend", "impact", "roi", "mroi"]
    func cells(_ series: Series, _ days: Range<Int>) -> [Cell] {
      let (spend, impact) = (sum(series.spend, days), sum(series.total, days))
      return [
        .hundredths(spend), .hundredths(impact), .ratio(efficiency(effect: Double(impact), spend: Double(spend))),
        .ratio(marginalEfficiency(series, days, includingLowerFunnel: true)),
      ]
    }
    return Table(
      ["channel"] + measures.map { "previous_\($0)" } + measures.map { "period_\($0)" },
      model.channels.map { [.text($0.name)] + cells($0, before) + cells($0, after) }
    )
  }
}
