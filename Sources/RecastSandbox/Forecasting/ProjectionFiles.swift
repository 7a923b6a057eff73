/// The tables of a forecast.
extension Projection {
  var files: [ReportFile] {
    [channelSummary, dailyForecast, cumulativeOutcome]
  }

  /// What each channel is expected to spend and to cause.
  var channelSummary: ReportFile {
    ReportFile("channel_summary", "Spend and effect by channel") {
      Table(
        ["channel", "funnel", "spend", "effect", "effect_in_window", "roi"],
        channels.map { channel in
          let spend = channel.spend.reduce(0, +)
          let effect = channel.effect.reduce(0, +)
          return [
            .text(channel.name), .text(channel.isUpperFunnel ? "upper" : "lower"), .hundredths(spend),
            .hundredths(effect), .hundredths(channel.arriving.reduce(0, +)),
            .ratio(spend > 0 ? Double(effect) / Double(spend) : nil),
          ]
        }
      )
    }
  }

  /// What each day is expected to bring and where it comes from.
  var dailyForecast: ReportFile {
    ReportFile("daily_forecast", "Outcome by day, with quantiles and what it consists of") {
      let columns = [
        spend, outcome, outcome(quantile: 0.25), outcome(quantile: 0.5), outcome(quantile: 0.75), baseline, spikes,
        carriedOver,
      ]
      return Table(
        ["date", "spend", "mean", "p25", "median", "p75", "baseline", "spikes", "earlier_spend"]
          + channels.map { "effect_\($0.name)" },
        dailyRows(columns + channels.map(\.arriving))
      )
    }
  }

  /// The outcome up to and including each day.
  var cumulativeOutcome: ReportFile {
    ReportFile("predicted_outcome_summary_cusum", "Outcome from the first day to each day") {
      let columns = [outcome] + [0.25, 0.5, 0.75].map { outcome(quantile: $0) }
      return Table(["date", "mean", "p25", "median", "p75"], dailyRows(columns.map(Self.runningSums)))
    }
  }

  /// What is to be spent on each day, by channel.
  var finalBudget: ReportFile {
    ReportFile("final_budget", "Spend by day and channel") {
      Table(["date"] + channels.map(\.name), dailyRows(channels.map(\.spend)))
    }
  }

  private func dailyRows(_ columns: [[Int]]) -> [[Cell]] {
    (0..<days.count).map { day in [.day(days.lowerBound + day)] + columns.map { .hundredths($0[day]) } }
  }

  private static func runningSums(_ values: [Int]) -> [Int] {
    var sum = 0
    return values.map { value in
      sum += value
      return sum
    }
  }
}
