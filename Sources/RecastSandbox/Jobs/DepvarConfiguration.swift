/// One modelled outcome of an optimization, a forecast or a spend forecast.
struct DepvarConfiguration: Sendable {
  var name: String
  var deployment: Deployment
  var weight: Double
  /// Dates by name of the promotion.
  var spikes: [String: [CalendarDay]]
}

extension FormReading {
  /// The selected entries of `depvar_configurations`; nothing when none can be used.
  mutating func depvarConfigurations() -> [DepvarConfiguration] {
    let field = "depvar_configurations"
    guard let value = present(field) else { return [] }
    guard let items = value.array, (1...20).contains(items.count) else {
      errors.add(field, "must be an array of 1 to 20 objects")
      return []
    }
    var configurations: [DepvarConfiguration] = []
    for item in items where item["selected"] != false {
      guard case .object(let members) = item else {
        errors.add(field, "must be an array of objects")
        return []
      }
      if let configuration = depvarConfiguration(members, field: field) { configurations.append(configuration) }
    }
    if configurations.isEmpty, errors.isEmpty { errors.add(field, "must have an entry that is selected") }
    return configurations
  }

  private mutating func depvarConfiguration(_ item: [String: JSONValue], field: String) -> DepvarConfiguration? {
    guard let id = item["deployment_id"], !id.isNull else {
      errors.add(field, "must have a deployment_id in every entry")
      return nil
    }
    guard let deployment = knownDeployment(id, field: field) else { return nil }
    var weight = 1.0
    if let multiplier = item["multiplier"], !multiplier.isNull {
      guard let number = multiplier.double, (0...1e6).contains(number) else {
        errors.add(field, "must have a multiplier between 0 and 1000000")
        return nil
      }
      weight = number
    }
    if let selected = item["selected"], !selected.isNull, selected != true {
      errors.add(field, "must have true or false for selected")
    }
    if let name = item["name"], !name.isNull, name.string == nil { errors.add(field, "must have a string for name") }
    return DepvarConfiguration(
      name: item["name"]?.string ?? deployment.dashboard,
      deployment: deployment,
      weight: weight,
      spikes: spikes(item["spikes"], field: field)
    )
  }

  /// Names that no model knows are kept and ignored: of the two statements in the documentation, ignored or an error,
  /// the one that lets a form of an older model be sent again.
  private mutating func spikes(_ value: JSONValue?, field: String) -> [String: [CalendarDay]] {
    guard let value, !value.isNull else { return [:] }
    var spikes: [String: [CalendarDay]] = [:]
    for item in value.array ?? [.null] {
      guard let name = item["name"]?.string, let dates = item["dates"]?.array else {
        errors.add(field, "must have a name and dates in every spike")
        return [:]
      }
      spikes[name, default: []] += dates.compactMap { day($0, field: field) }
    }
    return spikes
  }
}

extension SandboxState {
  /// The form with the deployment now in service in place of each one that was sent, as `use_latest_deployments` wants.
  nonisolated func withLatestDeployments(_ form: [String: JSONValue]) -> [String: JSONValue] {
    guard let items = form["depvar_configurations"]?.array else { return form }
    var form = form
    form["depvar_configurations"] = .array(
      items.map { item in
        guard case .object(var members) = item, let id = members["deployment_id"]?.integer,
          let dashboard = deployments.first(where: { $0.id == id })?.dashboard,
          let latest = latestDeployment(of: dashboard)
        else { return item }
        members["deployment_id"] = .integer(latest.id)
        return .object(members)
      }
    )
    return form
  }
}

extension Collection where Element == DepvarConfiguration {
  /// The days that all of these models can forecast: from the day after the earliest end of data, as far as the model
  /// that ends first reaches.
  var forecastableDays: Range<CalendarDay>? {
    guard let first = self.min(by: { $0.deployment.end < $1.deployment.end })?.deployment else { return nil }
    return (first.end + 1)..<(first.end + first.forecastDays + 1)
  }

  var spikes: [String: [CalendarDay]] {
    reduce(into: [:]) { all, configuration in all.merge(configuration.spikes) { $0 + $1 } }
  }

  /// The names of channels, each once, in the order of the models.
  func names(_ names: (Deployment) -> [String]) -> [String] {
    reduce(into: []) { all, configuration in
      all += names(configuration.deployment).filter { !all.contains($0) }
    }
  }
}
