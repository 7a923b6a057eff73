/// The budget that a spend forecast answers with.
struct SpendForecast: Sendable {
  let days: Range<CalendarDay>
  private(set) var columns: [(channel: String, spend: [Int])]

  /// Business as usual, then moved to what the form demands.
  init(_ form: SpendForecastForm, _ models: [MediaMixModel]) {
    days = form.days
    columns = form.configurations.names(\.spendChannels).compactMap { name in
      models.lazy.compactMap { model in
        model.channel(name).map { (name, Array($0.spend[model.indices(form.days, within: model.horizon)])) }
      }.first
    }
    if let total = form.totalSpend {
      distribute(total, among: columns.indices, on: form.days)
    }
    for constraint in form.constraints {
      let places = columns.indices.filter { constraint.channels.contains(columns[$0].channel) }
      distribute(constraint.spend, among: places, on: constraint.days)
    }
  }

  /// Keeps the proportions of channels and days.
  private mutating func distribute(
    _ amount: Int,
    among places: some Collection<Int>,
    on chosen: Range<CalendarDay>
  ) {
    let rows = (chosen.lowerBound - days.lowerBound)..<(chosen.upperBound - days.lowerBound)
    let usual = places.flatMap { place in rows.map { columns[place].spend[$0] } }
    var shares = Apportionment.split(amount, by: usual)[...]
    for place in places {
      for row in rows { columns[place].spend[row] = shares.popFirst() ?? 0 }
    }
  }

  /// The 2-D array, with amounts as strings.
  var budgetJSON: JSONValue {
    let header = JSONValue(["date"] + columns.map(\.channel))
    let rows = (0..<days.count).map { row in
      JSONValue([(days.lowerBound + row).text] + columns.map { Cell.hundredths($0.spend[row]).text })
    }
    return .array([header] + rows)
  }
}
