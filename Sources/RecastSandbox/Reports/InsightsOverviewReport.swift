extension ReportBuilder {
  /// KPI per channel over the range: all of it or only the direct part, by day of arrival (shifted) or of spend.
  var insightsOverview: [ReportFile] {
    [("total", true), ("direct", false)].flatMap { scope, includesLowerFunnel in
      [
        ReportFile("summaries-\(scope)-impact_shifted", "KPI by channel, on the days it arrived (\(scope))") {
          impacts { includesLowerFunnel ? $0.totalShifted : $0.directShifted }
        },
        ReportFile("summaries-\(scope)-impact_unshifted", "KPI by channel, on the days of the spend (\(scope))") {
          impacts { includesLowerFunnel ? $0.total : $0.direct }
        },
        ReportFile("summaries-\(scope)-roi", "Efficiency by channel (\(scope))") {
          ratios { series in
            efficiency(
              effect: Double(sum(includesLowerFunnel ? series.total : series.direct, indices)),
              spend: Double(sum(series.spend, indices))
            )
          }
        },
        ReportFile("summaries-\(scope)-mroi", "Marginal efficiency by channel (\(scope))") {
          ratios { marginalEfficiency($0, indices, includingLowerFunnel: includesLowerFunnel) }
        },
      ]
    }
  }

  private func impacts(_ effect: (Series) -> [Int]) -> Table {
    Table(
      ["channel", "spend", "mean", "lower", "upper"],
      model.channels.map { series in
        [.text(series.name), .hundredths(sum(series.spend, indices))]
          + estimate(sum(effect(series), indices), uncertainty(series.name))
      }
    )
  }

  private func ratios(_ ratio: (Series) -> Double?) -> Table {
    Table(
      ["channel", "spend", "mean", "lower", "upper"],
      model.channels.map { series in
        [.text(series.name), .hundredths(sum(series.spend, indices))]
          + estimate(ratio(series), uncertainty(series.name))
      }
    )
  }
}
