/// Channels, groups and the other settings of a form.
extension ReportFormReader {
  mutating func channels(of deployment: Deployment) -> [String] {
    guard let value = present("channels") else { return [] }
    return channelNames(value, field: "channels", known: deployment.spendChannels, kind: "a spend channel")
  }

  private mutating func channelNames(_ value: JSONValue, field: String, known: [String], kind: String) -> [String] {
    guard let items = value.array, !items.isEmpty else {
      errors.add(field, "must be an array of at least one channel")
      return []
    }
    var names: [String] = []
    for item in items {
      guard let name = item.string else {
        errors.add(field, "must contain strings only")
        return []
      }
      if !known.contains(name) {
        errors.add(field, "has “\(name)”, which is not \(kind) of this deployment")
      } else if !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  mutating func channelGroups(of deployment: Deployment) -> [ReportForm.ChannelGroup] {
    guard let value = present("channel_groups") else { return [] }
    guard let items = value.array, !items.isEmpty else {
      errors.add("channel_groups", "must be an array of at least one group")
      return []
    }
    var groups: [ReportForm.ChannelGroup] = []
    var taken: Set<String> = []
    for item in items {
      guard let name = item["name"]?.string, !name.isEmpty, let channels = item["channels"] else {
        errors.add("channel_groups", "must have a name and channels in every group")
        return []
      }
      if !taken.insert(name).inserted { errors.add("channel_groups", "has two groups named “\(name)”") }
      let kind = "an upper funnel channel"
      let names = channelNames(channels, field: "channel_groups", known: deployment.upperFunnelNames, kind: kind)
      groups.append(.init(name: name, channels: names))
    }
    return groups
  }

  mutating func includesSpikes() -> Bool {
    guard let value = present("include_spikes") else { return false }
    guard case .bool(let flag) = value else {
      errors.add("include_spikes", "must be true or false")
      return false
    }
    return flag
  }

  /// The API wants this flag as a string.
  mutating func includesLowerFunnelEffects() -> Bool {
    guard let value = present("include_lower_funnel_effects") else { return false }
    guard let text = value.string, text == "true" || text == "false" else {
      errors.add("include_lower_funnel_effects", "must be the string \"true\" or \"false\"")
      return false
    }
    return text == "true"
  }

  mutating func granularity() -> Grain {
    guard let value = present("granularity") else { return .monthly }
    guard let grain = value.string.flatMap(Grain.init(rawValue:)) else {
      errors.add("granularity", "must be daily, weekly or monthly")
      return .monthly
    }
    return grain
  }

  /// In cents; the form has whole units.
  mutating func spend() -> Double {
    guard let value = present("spend") else { return 0 }
    guard let amount = value.double, amount >= 0, amount <= Amount.largest else {
      errors.add("spend", "must be a number that is not negative")
      return 0
    }
    return amount * 100
  }
}
