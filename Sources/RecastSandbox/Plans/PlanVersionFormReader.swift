/// Turns the `form` of a new version into the inputs that follow from it and the base version.
struct PlanVersionFormReader {
  private static let fields = ["budget", "lower_funnel_channel_caps", "spike_type", "depvar_spike_groups"]

  let form: [String: JSONValue]
  let numbers: ExactNumbers
  let catalog: PlanCatalog
  let base: PlanVersionRecord
  var errors = FieldErrors()

  init(_ form: [String: JSONValue], numbers: ExactNumbers, catalog: PlanCatalog, base: PlanVersionRecord) {
    self.form = form
    self.numbers = numbers
    self.catalog = catalog
    self.base = base
  }

  /// Nothing when there are `errors`.
  mutating func read() -> PlanVersionRecord.Inputs? {
    for field in form.keys.sorted() where !Self.fields.contains(field) {
      errors.add(field, "can't be changed in a version")
    }
    let budget = budget()
    let caps = caps(for: budget)
    let (spikeType, groups) = spikes()
    guard errors.isEmpty else { return nil }
    return .init(budget: budget, caps: caps, spikeType: spikeType, spikeGroups: groups)
  }

  private mutating func budget() -> PlanBudget {
    guard let value = form["budget"] else { return base.budget }
    var reader = PlanBudgetReader(catalog, numbers: numbers, errors: errors)
    let sent = reader.read(value)
    errors = reader.errors
    guard let sent else { return base.budget }
    for day in sent.days where !base.budget.days.contains(day) {
      errors.add("budget", "has \(day.text), which is outside the plan")
    }
    return base.budget.patched(with: sent, in: catalog)
  }

  /// What was sent takes the place of what the base version says about the same channel.
  private mutating func caps(for budget: PlanBudget) -> [LowerFunnelCap] {
    var reader = LowerFunnelCapsReader(catalog: catalog, dropsScalars: false, errors: errors)
    let sent = reader.read(form[LowerFunnelCapsReader.field]) ?? []
    let caps = base.sentCaps.filter { old in !sent.contains { $0.channel == old.channel } } + sent
    reader.check(caps, against: budget.columns.map(\.column))
    errors = reader.errors
    return caps
  }

  private mutating func spikes() -> (SpikeType?, [SpikeGroup]) {
    var reader = SpikesReader(catalog: catalog, days: base.budget.days, errors: errors)
    let type = reader.readType(form["spike_type"]) ?? base.spikeType
    let groups = reader.readGroups(form["depvar_spike_groups"], type: type ?? .model)
    errors = reader.errors
    return (type, groups ?? base.sentSpikeGroups)
  }
}
