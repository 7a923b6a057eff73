import Foundation

/// Why a plan or a version was not written.
enum PlanRefusal: Error, Sendable {
  case missing(String)
  /// The version that a write was made from is not the primary one.
  case superseded
  case invalid(FieldErrors)
}

extension SandboxState {
  /// Who makes the plans that come in over the API.
  private static let author = "sandbox@example.com"

  /// The plans so far, those of the demonstration among them.
  func plans() -> PlanStore { planStore ?? DemoPlans.all }

  /// Changes the plans in one step that no other request can come between.
  func changePlans<Result, Failure>(
    _ change: (inout PlanStore) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var store = plans()
    planStore = nil
    defer { planStore = store }
    return try change(&store)
  }

  /// Makes a plan with one version and returns its id.
  /// - Parameter optimization: what the form's `optimization_id` names, if that is finished.
  func createPlan(
    _ form: [String: JSONValue],
    numbers: ExactNumbers,
    optimization: PlannableOptimization?
  ) throws(PlanRefusal) -> String {
    let label = form["label"] ?? .null
    guard !label.isBlank else { throw .missing("label") }
    var errors = FieldErrors()
    if label.string == nil { errors.add("label", "must be a string") }
    if plans().plans.contains(where: { $0.label == label.string }) { errors.add("label", "has already been taken") }
    let inputs = try inputs(of: form, numbers, optimization, &errors)
    guard let inputs, let label = label.string, errors.isEmpty else { throw .invalid(errors) }
    let now = clock.now()
    return changePlans { store in
      let version = PlanVersionRecord(
        inputs,
        id: store.nextIdentifier(),
        number: "v1",
        label: Self.versionLabel(1, at: now),
        createdBy: Self.author,
        at: now
      )
      let plan = PlanRecord(
        id: store.nextIdentifier(),
        label: label,
        kind: .custom,
        createdBy: Self.author,
        created: now,
        updated: now,
        primary: version
      )
      store.add(plan)
      store.evaluate(plan.id, refresh)
      return plan.id
    }
  }

  private func inputs(
    of form: [String: JSONValue],
    _ numbers: ExactNumbers,
    _ optimization: PlannableOptimization?,
    _ errors: inout FieldErrors
  ) throws(PlanRefusal) -> PlanVersionRecord.Inputs? {
    // The optimization wins over everything else that was sent, which is not even looked at.
    if let id = form["optimization_id"], !id.isNull {
      let inputs = optimization.flatMap { PlanVersionRecord.Inputs($0, in: planCatalog) }
      if inputs == nil { errors.add("optimization_id", "must be a successful optimization that a plan can be made of") }
      return inputs
    }
    guard form.keys.contains(where: PlanFormReader.fields.contains) else { throw .missing("optimization_id") }
    var reader = PlanFormReader(form, numbers: numbers, catalog: planCatalog)
    reader.errors = errors
    let inputs = reader.read()
    errors = reader.errors
    return inputs
  }

  /// Makes the next version of a plan and returns its id.
  func createVersion(
    of planID: String,
    base: JSONValue,
    _ form: [String: JSONValue],
    numbers: ExactNumbers
  ) throws(PlanRefusal) -> String {
    try changePlans { store throws(PlanRefusal) in
      guard let plan = store.plan(planID), base.string?.lowercased() == plan.primary.id else { throw .superseded }
      var reader = PlanVersionFormReader(form, numbers: numbers, catalog: planCatalog, base: plan.primary)
      guard let inputs = reader.read() else { throw .invalid(reader.errors) }
      let now = clock.now()
      let number = plan.versionCount + 1
      let version = PlanVersionRecord(
        inputs,
        id: store.nextIdentifier(),
        number: "v\(number)",
        label: Self.versionLabel(number, at: now),
        createdBy: Self.author,
        at: now
      )
      store.add(version, to: planID)
      store.evaluate(planID, refresh)
      return version.id
    }
  }

  private static func versionLabel(_ number: Int, at date: Date) -> String {
    "Plan Version \(number) \(date.timestamp)"
  }
}
