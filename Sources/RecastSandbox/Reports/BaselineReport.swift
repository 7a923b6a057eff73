extension ReportBuilder {
  /// KPI without marketing, at three grains; the range may reach into the future.
  var baselineSummary: [ReportFile] {
    let header = ["date", "mean", "lower", "upper"]
    return [
      ReportFile("summary_total", "Baseline over the whole range") {
        let days = model.indices(form.days, within: model.horizon)
        let first: Cell = .day(form.days.lowerBound)
        let last: Cell = .day(form.days.upperBound - 1)
        return Table(["start_date", "end_date", "mean", "lower", "upper"], [[first, last] + baselineEstimate(days)])
      },
      ReportFile("summary_monthly", "Baseline by month") {
        Table(header, slices(.monthly, within: model.horizon).map { [.day($0.start)] + baselineEstimate($0.indices) })
      },
      ReportFile("summary_daily", "Baseline by day") {
        Table(header, slices(.daily, within: model.horizon).map { [.day($0.start)] + baselineEstimate($0.indices) })
      },
    ]
  }

  private func baselineEstimate(_ days: Range<Int>) -> [Cell] {
    estimate(sum(model.baseline, days) + (form.includesSpikes ? sum(model.spikes, days) : 0), 0.06)
  }

  /// What marketing and what everything else contributed, day by day.
  var marketingVersusBaseline: [ReportFile] {
    [
      ReportFile("contribution", "Marketing and baseline by day") {
        Table(
          ["date", "baseline", "spikes", "marketing", "total", "marketing_share"],
          slices(.daily).map { day, indices in
            let baseline = sum(model.baseline, indices)
            let spikes = sum(model.spikes, indices)
            let marketing = model.channels.reduce(0) { $0 + sum($1.totalShifted, indices) }
            let total = baseline + spikes + marketing
            return [
              .day(day), .hundredths(baseline), .hundredths(spikes), .hundredths(marketing), .hundredths(total),
              .ratio(total == 0 ? nil : Double(marketing) / Double(total)),
            ]
          }
        )
      }
    ]
  }
}
