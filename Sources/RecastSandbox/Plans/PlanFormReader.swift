/// Turns the `form` of a plan from scratch into a version's inputs, collecting every fault on the way.
struct PlanFormReader: FormReading {
  /// The fields that belong to a plan from scratch, apart from the label.
  static let fields = [
    "start_date", "end_date", "budget", "lower_funnel_channel_caps", "spike_type", "depvar_spike_groups",
  ]

  let form: [String: JSONValue]
  let numbers: ExactNumbers
  let catalog: PlanCatalog
  var errors = FieldErrors()

  var deployments: [Deployment] { catalog.deployments }

  init(_ form: [String: JSONValue], numbers: ExactNumbers, catalog: PlanCatalog) {
    self.form = form
    self.numbers = numbers
    self.catalog = catalog
  }

  /// Nothing when there are `errors`.
  mutating func read() -> PlanVersionRecord.Inputs? {
    for channel in catalog.contradictoryChannels {
      errors.add("base", "\(channel) is upper funnel in one model and lower funnel in another")
    }
    let days = days()
    let budget = budget(covering: days)
    let caps = caps(for: budget)
    let (spikeType, groups) = spikes(within: days)
    guard let days, let budget, errors.isEmpty else { return nil }
    return .init(
      budget: PlanBudget(budget, start: days.lowerBound, end: days.upperBound - 1, in: catalog),
      caps: caps,
      spikeType: spikeType,
      spikeGroups: groups
    )
  }

  private mutating func days() -> Range<CalendarDay>? {
    guard let days = days("start_date", "end_date") else { return nil }
    if days.lowerBound < catalog.firstDay { errors.add("start_date", "can't be before \(catalog.firstDay.text)") }
    if days.upperBound > catalog.lastDay + 1 { errors.add("end_date", "can't be after \(catalog.lastDay.text)") }
    return days.clamped(to: catalog.firstDay..<(catalog.lastDay + 1)) == days ? days : nil
  }

  private mutating func budget(covering days: Range<CalendarDay>?) -> SentBudget? {
    var reader = PlanBudgetReader(catalog, numbers: numbers, errors: errors)
    let budget = reader.read(form["budget"])
    errors = reader.errors
    guard let budget else { return nil }
    if !budget.columns.contains(where: { $0.kind != .context }) {
      errors.add("budget", "must have at least one channel column")
    }
    guard let days else { return budget }
    if budget.days != (0..<days.count).map({ days.lowerBound + $0 }) {
      let range = "\(days.lowerBound.text) to \((days.upperBound - 1).text)"
      errors.add("budget", "must have one row for each day from \(range), in ascending order")
    }
    return budget
  }

  private mutating func caps(for budget: SentBudget?) -> [LowerFunnelCap] {
    var reader = LowerFunnelCapsReader(catalog: catalog, dropsScalars: true, errors: errors)
    let caps = reader.read(form[LowerFunnelCapsReader.field]) ?? []
    if let budget { reader.check(caps, against: budget.columns) }
    errors = reader.errors
    return caps
  }

  private mutating func spikes(within days: Range<CalendarDay>?) -> (SpikeType, [SpikeGroup]) {
    var reader = SpikesReader(catalog: catalog, days: days, errors: errors)
    let type = reader.readType(given("spike_type")) ?? .model
    let groups = reader.readGroups(form["depvar_spike_groups"], type: type) ?? []
    errors = reader.errors
    return (type, groups)
  }
}
