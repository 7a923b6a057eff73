extension ReportBuilder {
  /// Which upper funnel channels cause the spend of the lower funnel.
  var lowerFunnelWaterfall: [ReportFile] {
    let lower = model.channels.filter { !$0.isUpperFunnel }
    return [
      ReportFile("daily_effect-table", "Lower funnel spend by cause, by day") {
        Table(
          ["date", "lower_funnel_channel", "cause", "spend"],
          slices(.daily).flatMap { day, indices in
            lower.flatMap { series in
              causes(of: series, indices).map { cause, spend in
                [.day(day), .text(series.name), .text(cause), .hundredths(spend)]
              }
            }
          }
        )
      }
    ]
      + lower.map { series in
        ReportFile("channel_summaries-\(series.name)-summary_table", "Causes of the spend on \(series.name)") {
          let all = sum(series.spend, indices)
          return Table(
            ["cause", "spend", "share"],
            causes(of: series, indices).map { cause, spend in
              [.text(cause), .hundredths(spend), .ratio(all == 0 ? nil : Double(spend) / Double(all))]
            }
          )
        }
      }
  }

  /// Spend by cause, in the order of the channels; what no channel caused is the baseline.
  private func causes(of series: Series, _ indices: Range<Int>) -> [(cause: String, spend: Int)] {
    let caused = model.channels.compactMap { upper in
      series.causedSpend[upper.name].map { (cause: upper.name, spend: sum($0, indices)) }
    }
    return [(cause: "baseline", spend: sum(series.spend, indices) - caused.reduce(0) { $0 + $1.spend })] + caused
  }

  /// Direct against total efficiency of chosen channels, month by month.
  var upperFunnelDetails: [ReportFile] {
    selected.map { series in
      ReportFile("channel_summaries-\(series.name)-summary_table", "Direct and total efficiency of \(series.name)") {
        Table(
          ["date", "spend", "direct_impact", "total_impact", "direct_roi", "total_roi"],
          slices(.monthly).map { start, indices in
            let (spend, direct, total) =
              (sum(series.spend, indices), sum(series.direct, indices), sum(series.total, indices))
            return [
              .day(start), .hundredths(spend), .hundredths(direct), .hundredths(total),
              .ratio(efficiency(effect: Double(direct), spend: Double(spend))),
              .ratio(efficiency(effect: Double(total), spend: Double(spend))),
            ]
          }
        )
      }
    }
  }

  /// Where each chosen channel's efficiency comes from; the components add up to the last row.
  var efficiencyWaterfalls: [ReportFile] {
    selected.map { series in
      ReportFile("waterfalls-\(series.name)-table", "Components of the efficiency of \(series.name)") {
        let spend = Double(sum(series.spend, indices))
        let actual = efficiency(effect: Double(sum(series.direct, indices)), spend: spend)
        let unsaturated = efficiency(effect: series.response.marginal(spend: 0) * spend, spend: spend)
        let saturated = efficiency(
          effect: indices.reduce(0.0) { $0 + series.response.effect(spend: Double(series.spend[$1])) },
          spend: spend
        )
        func difference(_ left: Double?, _ right: Double?) -> Double? {
          if let left, let right { left - right } else { nil }
        }
        return Table(
          ["component", "value"],
          [
            [.text("baseline"), .ratio(unsaturated)],
            [.text("saturation"), .ratio(difference(saturated, unsaturated))],
            [.text("context"), .ratio(difference(actual, saturated))],
            [.text("seasonality"), .ratio(actual.map { _ in 0 })],
            [.text("total"), .ratio(actual)],
          ]
        )
      }
    }
  }
}
