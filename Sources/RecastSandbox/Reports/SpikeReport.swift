extension ReportBuilder {
  /// The daily effect of each promotion, each time it took place and all times together.
  var spikeDetails: [ReportFile] {
    let individual = model.deployment.spikes.flatMap { spike in
      spike.dates.map { (name: "\(spike.name) \($0.civil.year)", spikes: [spike.only($0)]) }
    }
    let grouped = model.deployment.spikes.map { spike in
      (name: spike.name, spikes: spike.dates.map { spike.only($0) })
    }
    return spikeFiles("individual", individual) + spikeFiles("grouped", grouped)
  }

  private func spikeFiles(_ scope: String, _ entries: [(name: String, spikes: [Spike])]) -> [ReportFile] {
    [
      ReportFile("\(scope)_daily_effects", "Effect by spike and day (\(scope))") {
        Table(
          ["spike", "day", "mean", "lower", "upper"],
          entries.flatMap { entry in
            (-3...3).map { [.text(entry.name), .integer($0)] + estimate(effect(entry.spikes, $0), 0.2) }
          }
        )
      },
      ReportFile("\(scope)_cumulative_effects", "Effect by spike up to a day (\(scope))") {
        Table(
          ["spike", "day", "mean", "lower", "upper"],
          entries.flatMap { entry in
            (-3...3).map { day in
              let soFar = (-3...day).reduce(0) { $0 + effect(entry.spikes, $1) }
              return [.text(entry.name), .integer(day)] + estimate(soFar, 0.2)
            }
          }
        )
      },
      ReportFile("\(scope)_cumulative_effects_summarized", "Whole effect by spike (\(scope))") {
        Table(
          ["spike", "occurrences", "mean", "lower", "upper"],
          entries.map { entry in
            let whole = (-3...3).reduce(0) { $0 + effect(entry.spikes, $1) }
            return [.text(entry.name), .integer(entry.spikes.count)] + estimate(whole, 0.2)
          }
        )
      },
    ]
  }

  /// The effect `offset` days from each spike's one date, added up.
  private func effect(_ spikes: [Spike], _ offset: Int) -> Int {
    spikes.reduce(0) { sum, spike in sum + spike.dates.reduce(0) { $0 + spike.effect(on: $1 + offset) } }
  }
}

extension Spike {
  fileprivate func only(_ date: CalendarDay) -> Spike {
    var spike = self
    spike.dates = [date]
    return spike
  }
}
