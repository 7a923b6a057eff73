import Foundation

extension ReportBuilder {
  /// How much of an effect arrives how many days after the spend.
  var shiftCurves: [ReportFile] {
    [
      ReportFile("all_shift_curves_summarized", "Share of the effect by channel and days since the spend") {
        Table(
          ["channel", "day", "mean", "lower", "upper", "cumulative"],
          selected.flatMap { series in
            (0...60).map { day in
              let carryOver = series.response.carryOver
              let share = (1 - carryOver) * pow(carryOver, Double(day))
              let row: [Cell] = [.text(series.name), .integer(day)]
              return row + estimate(share, uncertainty(series.name) / 2) + [.ratio(1 - pow(carryOver, Double(day + 1)))]
            }
          }
        )
      }
    ]
  }

  /// Effect at several multiples of the spend of the days before the date.
  var spendResponseCurves: [ReportFile] {
    [
      ReportFile("multi_day-multi_channel-tables-full_table", "Effect and efficiency by channel and spend level") {
        let indices = model.indices(form.days, within: model.horizon)
        return Table(
          ["channel", "multiplier", "spend", "impact", "impact_lower", "impact_upper", "roi", "marginal_roi"],
          selected.flatMap { series in (0...20).map { responseRow(series, indices, tenths: $0) } }
        )
      }
    ]
  }

  private func responseRow(_ series: Series, _ indices: Range<Int>, tenths: Int) -> [Cell] {
    let multiplier = Double(tenths) / 10
    var effect = 0.0
    var gain = 0.0
    var spend = 0.0
    for index in indices where series.spend[index] > 0 {
      let amount = Double(series.spend[index]) * multiplier
      spend += amount
      effect += series.response.effect(spend: amount)
      gain += series.response.marginal(spend: amount) * Double(series.spend[index])
    }
    let anchor = Double(sum(series.spend, indices))
    return [.text(series.name), .ratio(multiplier), .hundredths(Int(spend.rounded()))]
      + estimate(Int(effect.rounded()), uncertainty(series.name))
      + [.ratio(efficiency(effect: effect, spend: spend)), .ratio(efficiency(effect: gain, spend: anchor))]
  }

  /// What chosen channels would do at one spend per day over the range.
  var fixedSpendPerformance: [ReportFile] {
    let header = ["spend", "impact", "impact_lower", "impact_upper", "roi", "marginal_roi"]
    return [
      ReportFile("performance-summary_total", "Performance by channel at the fixed spend") {
        Table(["channel"] + header, selected.map { [.text($0.name)] + fixedSpendCells($0, days: form.days.count) })
      }
    ]
      + selected.map { series in
        ReportFile("performance-\(series.name)-summary_monthly", "\(series.name) by month at the fixed spend") {
          Table(
            ["date"] + header,
            slices(.monthly, within: model.horizon).map { start, indices in
              [.day(start)] + fixedSpendCells(series, days: indices.count)
            }
          )
        }
      }
  }

  private func fixedSpendCells(_ series: Series, days: Int) -> [Cell] {
    let count = Double(days)
    let history = model.indices(model.history, within: model.history)
    let direct = Double(sum(series.direct, history))
    let uplift = form.includesLowerFunnelEffects && direct > 0 ? Double(sum(series.total, history)) / direct : 1
    let effect = series.response.effect(spend: form.spend) * count * uplift
    let gain = series.response.marginal(spend: form.spend) * uplift
    return [.hundredths(Int((form.spend * count).rounded()))]
      + estimate(Int(effect.rounded()), uncertainty(series.name))
      + [.ratio(efficiency(effect: effect, spend: form.spend * count)), .ratio(efficiency(effect: gain, spend: 1))]
  }
}
