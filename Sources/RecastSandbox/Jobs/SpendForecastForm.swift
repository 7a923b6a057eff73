/// The inputs of a spend forecast, checked.
struct SpendForecastForm: Sendable {
  /// An amount that some channels spend together on some days.
  struct Constraint: Sendable {
    var days: Range<CalendarDay>
    var channels: [String]
    /// In cents.
    var spend: Int
  }

  var configurations: [DepvarConfiguration]
  var days: Range<CalendarDay>
  /// In cents; nothing for business as usual.
  var totalSpend: Int?
  var constraints: [Constraint]
}

/// Turns the `form` of a create request into a ``SpendForecastForm``.
struct SpendForecastFormReader: FormReading {
  let form: [String: JSONValue]
  let deployments: [Deployment]
  var errors = FieldErrors()

  init(_ form: [String: JSONValue], deployments: [Deployment]) {
    self.form = form
    self.deployments = deployments
  }

  /// Nothing when there are `errors`.
  mutating func read() -> SpendForecastForm? {
    let configurations = depvarConfigurations()
    let days = days("start_date", "end_date")
    let totalSpend = totalSpend()
    let entries = entries()
    if totalSpend != nil, !entries.isEmpty {
      errors.add("total_spend", "can't be combined with constraints")
    }
    guard let days, !configurations.isEmpty else { return nil }
    checkDays(days, configurations)
    let channels = configurations.names(\.spendChannels)
    let constraints = entries.compactMap { constraint($0, within: days, channels) }
    guard errors.isEmpty else { return nil }
    return SpendForecastForm(
      configurations: configurations,
      days: days,
      totalSpend: totalSpend,
      constraints: constraints
    )
  }

  /// Not tied to the end of the data, but to what the model can say anything about.
  private mutating func checkDays(_ days: Range<CalendarDay>, _ configurations: [DepvarConfiguration]) {
    let limits = configurations.map(\.deployment.predictableDays).reduce(days) { $0.clamped(to: $1) }
    if days.lowerBound < limits.lowerBound || limits.isEmpty {
      errors.add("start_date", "can't be before the first day of the model's data")
    }
    if days.upperBound > limits.upperBound {
      errors.add("end_date", "can't be more than \(MediaMixModel.futureDays) days after the end of the model's data")
    }
  }

  private mutating func totalSpend() -> Int? {
    guard let value = given("total_spend") else { return nil }
    guard let total = Amount.cents(number: value), total > 0 else {
      errors.add("total_spend", "must be a number greater than 0")
      return nil
    }
    return total
  }

  private mutating func entries() -> [JSONValue] {
    guard let value = given("constraints") else { return [] }
    guard let items = value.array else {
      errors.add("constraints", "must be an array")
      return []
    }
    return items
  }

  private mutating func constraint(
    _ item: JSONValue,
    within days: Range<CalendarDay>,
    _ known: [String]
  ) -> SpendForecastForm.Constraint? {
    let field = "constraints"
    let first = day(item["start_date"], field: field)
    let last = day(item["end_date"], field: field)
    if let first, let last {
      if first > last { errors.add(field, "must not end before they start") }
      if !days.contains(first) || !days.contains(last) { errors.add(field, "must lie between start_date and end_date") }
    }
    let names = item["channels"]?.array?.compactMap(\.string) ?? []
    if names.isEmpty || names.count != item["channels"]?.array?.count {
      errors.add(field, "must name at least one channel each")
    }
    for name in names where !known.contains(name) {
      errors.add(field, "has “\(name)”, which is not a channel of these models")
    }
    guard let spend = item["spend"].flatMap(Amount.cents(number:)), spend >= 0 else {
      errors.add(field, "must have a spend that is a number and not negative")
      return nil
    }
    guard let first, let last, first <= last else { return nil }
    return .init(days: first..<(last + 1), channels: names, spend: spend)
  }
}
