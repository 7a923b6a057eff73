extension ReportBuilder {
  /// The cleaned input of the model: one row per day of data.
  var cleanData: [ReportFile] {
    [ReportFile("clean_data", "Cleaned model input data") { cleanDataTable(model.history) }]
  }

  func cleanDataTable(_ days: Range<CalendarDay>) -> Table {
    let deployment = model.deployment
    let indices = model.indices(days, within: model.history)
    return Table(
      ["date", deployment.dashboard] + model.channels.map(\.name) + deployment.nonSpend
        + deployment.contextVariables.map(\.name),
      indices.map { index in
        let outcome: [Cell] = [.day(deployment.start + index), .hundredths(model.actual(index))]
        let activity = deployment.nonSpend.indices.map { place -> Cell in
          .integer(Int(20_000 * Noise.unit(deployment.seed, 700 + place, index)))
        }
        return outcome + model.channels.map { .hundredths($0.spend[index]) } + activity
          + model.context.map { .ratio($0[index]) }
      }
    )
  }

  /// How each contextual variable changes what marketing achieves, by month.
  var contextVariables: [ReportFile] {
    model.deployment.contextVariables.enumerated().map { place, variable in
      ReportFile("context_variables-\(variable.name)-summary_table", "Influence of \(variable.name) on marketing") {
        Table(
          ["date", "value", "mean", "lower", "upper"],
          slices(.monthly).map { start, indices in
            let average = indices.reduce(0.0) { $0 + model.context[place][$1] } / Double(max(1, indices.count))
            let influence = variable.influence * (average / variable.usual - 1)
            return [.day(start), .ratio(average)] + estimate(influence, 0.3)
          }
        )
      }
    }
  }
}
