extension ReportBuilder {
  /// What the model was told before it saw data.
  var modelConfiguration: [ReportFile] {
    let deployment = model.deployment
    return [
      ReportFile("tables-baseline", "Settings of the baseline") {
        Table(
          ["parameter", "value"],
          [
            [.text("average_per_day"), .hundredths(deployment.baseline)],
            [.text("first_day"), .day(deployment.start)],
            [.text("last_day"), .day(deployment.end)],
          ]
        )
      },
      ReportFile("tables-roi", "Prior efficiency by channel") {
        Table(["channel", "lower", "upper"], model.channels.map { [.text($0.name)] + prior($0).dropFirst() })
      },
      ReportFile("tables-shifts", "Carry-over by channel") {
        Table(["channel", "carry_over"], model.channels.map { [.text($0.name), .ratio($0.response.carryOver)] })
      },
      ReportFile("tables-spikes", "Promotions and holidays") {
        Table(
          ["spike", "date"],
          deployment.spikes.flatMap { spike in spike.dates.map { [.text(spike.name), .day($0)] } }
        )
      },
      ReportFile("tables-channel_linkings", "Which upper funnel channels drive which lower funnel channels") {
        Table(
          ["upper_funnel_channel", "lower_funnel_channel"],
          deployment.lowerFunnel.flatMap { lower in
            deployment.upperFunnelNames.filter { lower.pull[$0] != nil }.map { [.text($0), .text(lower.name)] }
          }
        )
      },
    ]
  }

  /// Prior against posterior efficiency of chosen channels.
  var priorVersusPosterior: [ReportFile] {
    [
      ReportFile("tables-prior_vs_posterior", "Prior and posterior efficiency by channel") {
        Table(
          [
            "channel", "prior_mean", "prior_lower", "prior_upper", "posterior_mean", "posterior_lower",
            "posterior_upper",
          ],
          selected.map { series in
            let posterior = efficiency(
              effect: Double(sum(series.direct, indices)),
              spend: Double(sum(series.spend, indices))
            )
            return [.text(series.name)] + prior(series) + estimate(posterior, uncertainty(series.name))
          }
        )
      }
    ]
  }

  /// A round guess around the efficiency at half saturation.
  private func prior(_ series: Series) -> [Cell] {
    let guess = efficiency(effect: series.response.ceiling / 2, spend: series.response.halfway)
    return estimate(guess.map { ($0 * 4).rounded(.up) / 4 }, 0.75)
  }

  /// Why a channel's interval is wide.
  var uncertaintyDrivers: [ReportFile] {
    [
      ReportFile("tables-uncertainty_drivers", "Sources of uncertainty by channel") {
        Table(
          ["channel", "interval_width", "spend_share", "spend_variation"],
          model.channels.map { series in
            let spend = indices.map { Double(series.spend[$0]) }
            let mean = spend.reduce(0, +) / Double(max(1, spend.count))
            let variance = spend.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, spend.count))
            let all = model.channels.reduce(0) { $0 + sum($1.spend, indices) }
            return [
              .text(series.name), .ratio(2 * uncertainty(series.name)),
              .ratio(all == 0 ? nil : Double(sum(series.spend, indices)) / Double(all)),
              .ratio(mean > 0 ? variance.squareRoot() / mean : nil),
            ]
          }
        )
      }
    ]
  }

  /// How well the model explains the data it was trained on.
  var modelFit: [ReportFile] {
    [
      ReportFile("stats", "Statistics of the fit") {
        let days = indices
        let count = Double(max(1, days.count))
        let actual = days.map { Double(model.actual($0)) / 100 }
        let predicted = days.map { Double(model.predicted($0)) / 100 }
        let mean = actual.reduce(0, +) / count
        let residuals = zip(actual, predicted).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        let spread = actual.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
        let relative = zip(actual, predicted).reduce(0.0) { $0 + ($1.0 == 0 ? 0 : abs(($1.0 - $1.1) / $1.0)) }
        return Table(
          ["statistic", "value"],
          [
            [.text("days"), .integer(days.count)],
            [.text("r_squared"), .ratio(spread > 0 ? 1 - residuals / spread : nil)],
            [.text("mape"), .ratio(days.isEmpty ? nil : relative / count)],
            [.text("rmse"), .ratio(days.isEmpty ? nil : (residuals / count).squareRoot())],
          ]
        )
      }
    ]
  }
}
