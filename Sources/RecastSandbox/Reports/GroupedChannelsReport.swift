extension ReportBuilder {
  /// Impact, efficiency and marginal efficiency of each group at four grains, in one table each.
  var groupedChannelSummaries: [ReportFile] {
    form.groups.flatMap { group in
      ["impact", "roi", "mroi"].flatMap { metric in
        (Grain.allCases.map(\.rawValue) + ["total"]).map { grain in
          let key = "group_summaries-\(group.name)-\(metric)-summary_\(grain)"
          return ReportFile(key, "\(group.name): \(metric), \(grain)") { groupTable(group, metric, grain) }
        }
      }
    }
  }

  private func groupTable(_ group: ReportForm.ChannelGroup, _ metric: String, _ grain: String) -> Table {
    let columns = ["group", "spend", "mean", "lower", "upper"]
    guard let grain = Grain(rawValue: grain) else {
      let first: Cell = .day(form.days.lowerBound)
      let last: Cell = .day(form.days.upperBound - 1)
      return Table(["start_date", "end_date"] + columns, [[first, last] + groupCells(group, metric, indices)])
    }
    return Table(["date"] + columns, slices(grain).map { [.day($0.start)] + groupCells(group, metric, $0.indices) })
  }

  private func groupCells(_ group: ReportForm.ChannelGroup, _ metric: String, _ indices: Range<Int>) -> [Cell] {
    let members = group.channels.compactMap { model.channel($0) }
    let spend = members.reduce(0) { $0 + sum($1.spend, indices) }
    let effect = members.reduce(0) { $0 + sum(form.includesLowerFunnelEffects ? $1.total : $1.direct, indices) }
    let width = members.map { uncertainty($0.name) }.reduce(0, +) / Double(max(1, members.count))
    let row: [Cell] = [.text(group.name), .hundredths(spend)]
    switch metric {
    case "impact": return row + estimate(effect, width)
    case "roi": return row + estimate(efficiency(effect: Double(effect), spend: Double(spend)), width)
    default: return row + estimate(marginalEfficiency(members, indices), width)
    }
  }

  /// The channels' marginal effects weighted by spend.
  private func marginalEfficiency(_ members: [Series], _ indices: Range<Int>) -> Double? {
    var gain = 0.0
    var spend = 0.0
    for series in members {
      let effect = Double(sum(series.total, indices))
      let direct = Double(sum(series.direct, indices))
      let uplift = form.includesLowerFunnelEffects && direct > 0 ? effect / direct : 1
      for index in indices {
        let amount = Double(series.spend[index])
        gain += series.response.marginal(spend: amount) * amount * uplift
        spend += amount
      }
    }
    return efficiency(effect: gain, spend: spend)
  }
}
