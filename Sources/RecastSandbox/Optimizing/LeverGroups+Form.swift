import Foundation

extension LeverGroups {
  /// One lever for each channel and period that the form leaves to the optimizer.
  init(_ form: OptimizationForm, _ parts: [Projection.Part]) {
    uploaded = form.configurations.names(\.upperFunnelNames).reduce(0) { sum, channel in
      form.uploadedSpend(on: channel).reduce(sum, +)
    }
    for period in form.periods {
      for group in period.groups {
        add(group, in: period, form, parts)
      }
      for (channel, cap) in period.lowerFunnel.sorted(by: { $0.key < $1.key }) {
        guard case .optimize(let least, let most) = cap else { continue }
        let usual = OptimizationForm.Channel(name: channel, committed: 0, dropDays: 1)
        add(.init(channels: [usual], least: least, most: most), in: period, form, parts)
      }
    }
  }

  private mutating func add(
    _ group: OptimizationForm.Group,
    in period: OptimizationForm.Period,
    _ form: OptimizationForm,
    _ parts: [Projection.Part]
  ) {
    var added = group.channels.map { channel in
      let pulses = period.days.filter { ($0 - period.days.lowerBound) % channel.dropDays == 0 }
      let uploaded = form.uploaded?.spend(on: channel.name, period.days).reduce(0, +) ?? 0
      var lever = Lever(
        channel: channel.name,
        group: bounds.count,
        pulses: pulses,
        uploaded: uploaded,
        start: channel.committed,
        answers: parts.compactMap { $0.answer(to: channel.name, pulses, form) }
      )
      lever.addPull(of: parts, in: period)
      return lever
    }
    if group.least < 0 {
      let cut = -min(-group.least, added.reduce(0) { $0 + $1.uploaded })
      for (place, start) in Apportionment.split(cut, by: added.map(\.uploaded)).enumerated() {
        added[place].start = start
      }
    }
    let started = added.reduce(0) { $0 + $1.start }
    let usual = group.channels.reduce(0) { $0 + parts.usualSpend($1.name) } * period.days.count
    let least = max(group.least, started)
    levers += added
    bounds.append(
      Bounds(least: least, most: max(group.most, least), sensible: max(least, min(group.most, usual * 10)))
    )
  }
}

extension Projection.Part {
  /// How the model answers to spend on these days; nothing when it does not know the channel.
  fileprivate func answer(to channel: String, _ pulses: [CalendarDay], _ form: OptimizationForm) -> Lever.Answer? {
    guard let response = model.channel(channel)?.response else { return nil }
    guard form.countsArrivalsOnly, !pulses.isEmpty else { return .init(response: response, weight: weight) }
    let arriving = pulses.reduce(0.0) { sum, day in
      sum + 1 - pow(response.carryOver, Double(form.days.upperBound - day))
    }
    return .init(response: response, weight: weight * arriving / Double(pulses.count))
  }
}

extension Lever {
  /// Adds what the channel does to lower funnel channels that follow the model's prediction.
  fileprivate mutating func addPull(of parts: [Projection.Part], in period: OptimizationForm.Period) {
    var known: Set<String> = []
    for part in parts {
      for lower in part.model.deployment.lowerFunnel {
        guard let pull = lower.pull[channel], period.follows(lower.name) else { continue }
        let usual = part.model.averageSpend(lower.name, period.days)
        pulledEffect += part.weight * pull * lower.response.marginal(spend: usual)
        if known.insert(lower.name).inserted { pulledSpend += pull }
      }
    }
  }
}

extension OptimizationForm.Period {
  /// Whether a lower funnel channel spends what the model predicts.
  fileprivate func follows(_ channel: String) -> Bool {
    switch lowerFunnel[channel] ?? .limit(.uncapped) {
    case .limit(.uncapped): true
    default: false
    }
  }
}

extension [Projection.Part] {
  /// Cents per day, as the first model that knows the channel has it.
  fileprivate func usualSpend(_ channel: String) -> Int {
    for part in self {
      if let known = part.model.deployment.upperFunnel.first(where: { $0.name == channel }) { return known.dailySpend }
      if let known = part.model.deployment.lowerFunnel.first(where: { $0.name == channel }) {
        return known.baseSpend * 4
      }
    }
    return 0
  }
}

extension MediaMixModel {
  fileprivate func averageSpend(_ channel: String, _ days: Range<CalendarDay>) -> Double {
    let places = indices(days, within: horizon)
    guard let spend = self.channel(channel)?.spend, !places.isEmpty else { return 0 }
    return Double(places.reduce(0) { $0 + spend[$1] }) / Double(places.count)
  }
}
