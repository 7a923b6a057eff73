/// Where the spikes of a plan come from.
enum SpikeType: String, Codable, CaseIterable, Sendable { case model, custom }

/// The days of one named spike, by modelled outcome.
struct SpikeGroup: Codable, Sendable {
  struct Depvar: Codable, Sendable {
    var slug: String
    var dates: [CalendarDay]
  }

  var name: String
  var depvars: [Depvar]
}

/// Reads `spike_type` and `depvar_spike_groups`, collecting every fault under their names.
struct SpikesReader {
  private static let field = "depvar_spike_groups"

  let catalog: PlanCatalog
  /// The days that spikes may fall on; nothing when they are not known, because the dates are faulty themselves.
  let days: Range<CalendarDay>?
  var errors: FieldErrors

  mutating func readType(_ value: JSONValue?) -> SpikeType? {
    guard let value, !value.isNull else { return nil }
    guard let type = value.string.flatMap(SpikeType.init(rawValue:)) else {
      errors.add("spike_type", "must be one of model, custom")
      return nil
    }
    return type
  }

  /// What was sent; nothing when the member is absent.
  mutating func readGroups(_ value: JSONValue?, type: SpikeType) -> [SpikeGroup]? {
    guard let value, !value.isNull else { return nil }
    guard let items = value.array else {
      errors.add(Self.field, "must be an array")
      return nil
    }
    guard type == .custom else {
      errors.add(Self.field, "can be sent with the spike_type custom only")
      return nil
    }
    return items.compactMap { group($0) }
  }

  private mutating func group(_ item: JSONValue) -> SpikeGroup? {
    guard let name = item["spike_name"]?.string else {
      errors.add(Self.field, "has a group without spike_name")
      return nil
    }
    guard catalog.deployments.contains(where: { $0.spikes.contains { $0.name == name } }) else {
      errors.add(Self.field, "\(name) is not a spike of any model")
      return nil
    }
    guard let depvars = item["depvars"]?.array else {
      errors.add(Self.field, "\(name) needs an array depvars")
      return nil
    }
    return SpikeGroup(name: name, depvars: depvars.compactMap { depvar($0, of: name) })
  }

  private mutating func depvar(_ item: JSONValue, of name: String) -> SpikeGroup.Depvar? {
    guard let slug = item["depvar_slug"]?.string, catalog.deployment(of: slug) != nil else {
      errors.add(Self.field, "\(name) needs the depvar_slug of a KPI")
      return nil
    }
    guard let texts = item["dates"]?.array, !texts.isEmpty else {
      errors.add(Self.field, "\(name) needs a non-empty array dates")
      return nil
    }
    var dates: [CalendarDay] = []
    for text in texts {
      guard let date = text.string.flatMap({ CalendarDay($0) }) else {
        errors.add(Self.field, "\(name) has a date that is not YYYY-MM-DD")
        continue
      }
      if let days, !days.contains(date) {
        errors.add(Self.field, "\(name) has \(date.text), which is outside the plan")
      }
      dates.append(date)
    }
    return SpikeGroup.Depvar(slug: slug, dates: dates)
  }
}
