/// Turns the `form` of a goal into a ``GoalForm``, collecting every fault on the way.
struct GoalFormReader {
  private static let largest = 1e15

  let form: [String: JSONValue]
  let plan: PlanRecord
  let catalog: PlanCatalog
  /// The goal as it is: what the form leaves out stays. Nothing for a new goal.
  let current: GoalForm?
  private(set) var errors = FieldErrors()

  init(_ form: [String: JSONValue], of plan: PlanRecord, _ catalog: PlanCatalog, current: GoalForm? = nil) {
    self.form = form
    self.plan = plan
    self.catalog = catalog
    self.current = current
  }

  /// Nothing when there are `errors`.
  mutating func read() -> GoalForm? {
    let kpiID = kpiID()
    let name = value("name", current?.name, "must be a text") { $0.isBlank ? nil : $0.string }
    let start = day("start_date", current?.start)
    let end = day("end_date", current?.end)
    let target = value("goal_value", current?.value, "must be a number of a believable size") { sent in
      sent.double.flatMap { abs($0) <= Self.largest ? $0 : nil }
    }
    if let start, let end, end < start { errors.add("end_date", "can't be before start_date") }
    guard let kpiID, let name, let start, let end, let target, errors.isEmpty else { return nil }
    return GoalForm(kpiID: kpiID, name: name, start: start, end: end, value: target)
  }

  private mutating func value<Value>(
    _ field: String,
    _ current: Value?,
    _ message: String,
    _ read: (JSONValue) -> Value?
  ) -> Value? {
    guard let sent = form[field] else {
      if current == nil { errors.add(field, "is required") }
      return current
    }
    let value = read(sent)
    if value == nil { errors.add(field, message) }
    return value
  }

  private mutating func day(_ field: String, _ current: CalendarDay?) -> CalendarDay? {
    let day = value(field, current, "must be a date formatted YYYY-MM-DD") { $0.string.flatMap { CalendarDay($0) } }
    if let day, form[field] != nil, day < plan.start || day > plan.end {
      errors.add(field, "must be between \(plan.start.text) and \(plan.end.text)")
    }
    return day
  }

  /// A goal keeps its KPI. Sending the one that it has changes nothing, so that a goal can be sent back as it was read.
  private mutating func kpiID() -> String? {
    let id = value("kpi_id", current?.kpiID, "must be the id of a KPI") { $0.string?.lowercased() }
    guard let id else { return nil }
    if let current {
      if id != current.kpiID { errors.add("kpi_id", "can't be changed") }
    } else if catalog.kpi(id) == nil {
      errors.add("kpi_id", "is not a KPI of this client")
    } else if !catalog.compatibleKPIs(with: plan.primary).contains(where: { $0.id == id }) {
      errors.add("kpi_id", "is not compatible with the plan")
    }
    return id
  }
}
