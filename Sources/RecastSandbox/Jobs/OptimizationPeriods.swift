/// The `constraints` of an optimization.
extension OptimizationFormReader {
  static let constraints = "constraints"

  /// - Parameter isRelative: bounds are added to an uploaded budget, so that they may be negative.
  mutating func periods(
    _ configurations: [DepvarConfiguration],
    within limits: Range<CalendarDay>,
    isRelative: Bool
  ) -> [OptimizationForm.Period] {
    guard let value = present(Self.constraints) else { return [] }
    guard let items = value.array, !items.isEmpty else {
      errors.add(Self.constraints, "must be an array of at least one object")
      return []
    }
    let periods = items.compactMap { item -> OptimizationForm.Period? in
      guard case .object(let members) = item else {
        errors.add(Self.constraints, "must be an array of objects")
        return nil
      }
      let groups = groups(members["channel_budgets"], configurations, isRelative: isRelative)
      let caps = lowerFunnelCaps(members["lower_funnel_caps"], configurations)
      if let flag = members["limit_spend"], !flag.isNull, flag != true, flag != false {
        errors.add(Self.constraints, "must have true, false or null for limit_spend")
      }
      return periodDays(members, within: limits).map { .init(days: $0, groups: groups, lowerFunnel: caps) }
    }
    // What several periods mean is not documented. They are taken one after the other, so they must not overlap.
    let ordered = periods.sorted { $0.days.lowerBound < $1.days.lowerBound }
    for (one, next) in zip(ordered, ordered.dropFirst()) where one.days.overlaps(next.days) {
      errors.add(Self.constraints, "must not overlap")
    }
    return ordered
  }

  private mutating func periodDays(
    _ members: [String: JSONValue],
    within limits: Range<CalendarDay>
  ) -> Range<CalendarDay>? {
    let first = day(members["start_date"], field: Self.constraints)
    let last = day(members["end_date"], field: Self.constraints)
    guard let first, let last else { return nil }
    guard first <= last else {
      errors.add(Self.constraints, "must not end before they start")
      return nil
    }
    if !limits.contains(first) || !limits.contains(last) {
      errors.add(
        Self.constraints,
        "must lie between \(limits.lowerBound.text) and \((limits.upperBound - 1).text), where the model can forecast"
      )
    }
    return first..<(last + 1)
  }

  private mutating func groups(
    _ value: JSONValue?,
    _ configurations: [DepvarConfiguration],
    isRelative: Bool
  ) -> [OptimizationForm.Group] {
    guard let items = value?.array else {
      errors.add(Self.constraints, "must have an array for channel_budgets")
      return []
    }
    let known = configurations.names(\.upperFunnelNames)
    var taken: Set<String> = []
    return items.compactMap { item in
      guard let channels = channels(item["channels"], known: known, taken: &taken) else { return nil }
      if let flag = item["unoptimized"], !flag.isNull, flag != false {
        if flag != true { errors.add(Self.constraints, "must have true, false or null for unoptimized") }
        return nil
      }
      let limits = (isRelative ? -Amount.largest : 0)...Amount.largest
      let least = numberText(item["min"] ?? .null, field: Self.constraints, limits).flatMap(Amount.cents(of:))
      let most = numberText(item["max"] ?? .null, field: Self.constraints, limits).flatMap(Amount.cents(of:))
      guard let least, let most else { return nil }
      guard least <= most else {
        errors.add(Self.constraints, "must not have a min greater than max")
        return nil
      }
      return .init(channels: channels, least: least, most: most)
    }
  }

  private mutating func channels(
    _ value: JSONValue?,
    known: [String],
    taken: inout Set<String>
  ) -> [OptimizationForm.Channel]? {
    guard let items = value?.array, !items.isEmpty else {
      errors.add(Self.constraints, "must have at least one channel in every entry of channel_budgets")
      return nil
    }
    return items.compactMap { item in
      guard let name = item["name"]?.string, known.contains(name) else {
        errors.add(Self.constraints, "has “\(item["name"]?.string ?? "")”, which is not an upper funnel channel")
        return nil
      }
      if !taken.insert(name).inserted { errors.add(Self.constraints, "has two budgets for “\(name)”") }
      let committed = item["committed_spend"] ?? 0
      guard let cents = committed.isNull ? 0 : Amount.cents(number: committed), cents >= 0 else {
        errors.add(Self.constraints, "must have a committed_spend that is a number and not negative")
        return nil
      }
      let dropDays = item["drop_days"] ?? 1
      guard let cadence = dropDays.isNull ? 1 : dropDays.integer, (1...366).contains(cadence) else {
        errors.add(Self.constraints, "must have drop_days that is an integer between 1 and 366")
        return nil
      }
      return .init(name: name, committed: cents, dropDays: cadence)
    }
  }
}
