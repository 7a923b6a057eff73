extension ReportBuilder {
  /// Spend per channel at four grains, for reconciliation.
  var spendSummary: [ReportFile] {
    Grain.allCases.map { grain in
      ReportFile("tables-\(grain.rawValue)", "Spend by channel, \(grain.rawValue)") {
        Table(
          ["date", "channel", "spend"],
          slices(grain).flatMap { start, indices in
            model.channels.map { [.day(start), .text($0.name), .hundredths(sum($0.spend, indices))] }
          }
        )
      }
    } + [
      ReportFile("tables-total", "Spend by channel over the whole range") {
        Table(
          ["channel", "spend"],
          model.channels.map { [.text($0.name), .hundredths(sum($0.spend, indices))] }
        )
      }
    ]
  }

  /// How the spend of chosen channels moves with the KPI.
  var spendCorrelations: [ReportFile] {
    [
      ReportFile("correlations", "Correlation of daily spend and KPI by channel") {
        let outcome = indices.map { Double(model.actual($0)) }
        return Table(
          ["channel", "correlation"],
          selected.map { series in
            [.text(series.name), .ratio(correlation(indices.map { Double(series.spend[$0]) }, outcome))]
          }
        )
      }
    ]
  }

  /// Share of effect minus share of spend: positive where a channel returns more than its share.
  var shares: [ReportFile] {
    [
      ReportFile("shares-\(form.grain.rawValue)", "Share of spend and share of effect by channel") {
        Table(
          ["date", "channel", "share_of_spend", "share_of_effect", "difference"],
          slices(form.grain).flatMap { start, indices in shareRows(start, indices) }
        )
      }
    ]
  }

  private func shareRows(_ start: CalendarDay, _ indices: Range<Int>) -> [[Cell]] {
    let spend = model.channels.map { Double(sum($0.spend, indices)) }
    let effect = model.channels.map { Double(sum($0.total, indices)) }
    let allSpend = spend.reduce(0, +)
    let allEffect = effect.reduce(0, +)
    return model.channels.indices.map { place in
      let ofSpend = allSpend > 0 ? spend[place] / allSpend : 0
      let ofEffect = allEffect > 0 ? effect[place] / allEffect : 0
      return [
        .day(start), .text(model.channels[place].name), .ratio(ofSpend), .ratio(ofEffect), .ratio(ofEffect - ofSpend),
      ]
    }
  }

  /// Pearson's coefficient; nothing when one side does not vary.
  private func correlation(_ left: [Double], _ right: [Double]) -> Double? {
    guard !left.isEmpty else { return nil }
    let count = Double(left.count)
    let leftMean = left.reduce(0, +) / count
    let rightMean = right.reduce(0, +) / count
    var product = 0.0
    var leftSquares = 0.0
    var rightSquares = 0.0
    for (a, b) in zip(left, right) {
      product += (a - leftMean) * (b - rightMean)
      leftSquares += (a - leftMean) * (a - leftMean)
      rightSquares += (b - rightMean) * (b - rightMean)
    }
    let scale = (leftSquares * rightSquares).squareRoot()
    return scale > 0 ? product / scale : nil
  }
}
