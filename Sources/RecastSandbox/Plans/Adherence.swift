/// Planned against actual spend of a plan version, up to a day with actual spend.
struct Adherence: Sendable {
  /// One channel's daily amounts, in hundredths.
  struct Channel: Sendable {
    var name: String
    /// What the plan says about the channel if it is lower funnel.
    var lowerFunnelOption: LowerFunnelCap.Option?
    /// Nothing when the plan leaves the spend to the model.
    var planned: [Int]?
    var actual: [Int]

    var plannedSum: Int? { planned?.reduce(0, +) }
    var actualSum: Int { actual.reduce(0, +) }
  }

  let days: Range<CalendarDay>
  let channels: [Channel]

  /// - Parameter models: where actual spend is recorded; a channel of several is taken from the first.
  /// - Parameter lowerFunnel: every lower funnel channel that a plan can say something about.
  init(_ version: PlanVersionRecord, through day: CalendarDay, _ models: [MediaMixModel], lowerFunnel: [String]) {
    let start = version.budget.start
    let dataEnd = models.map(\.deployment.end).min() ?? start
    let days = start..<max(start, min(day, version.budget.end, dataEnd) + 1)
    func actual(_ name: String) -> [Int]? {
      guard let model = models.first(where: { $0.channel(name) != nil }), let series = model.channel(name) else {
        return nil
      }
      return model.indices(days, within: model.history).map { series.spend[$0] }
    }
    let upper = version.budget.names(of: .spend).compactMap { name in
      actual(name).map { Channel(name: name, planned: version.planned(name, days), actual: $0) }
    }
    let lower = lowerFunnel.compactMap { name -> Channel? in
      let option = version.cap(of: name).option
      guard option != .off, let actual = actual(name) else { return nil }
      let planned = option == .manual ? version.planned(name, days) : nil
      return Channel(name: name, lowerFunnelOption: option, planned: planned, actual: actual)
    }
    self.days = days
    self.channels = upper + lower
  }
}

extension PlanVersionRecord {
  fileprivate func planned(_ name: String, _ days: Range<CalendarDay>) -> [Int]? {
    budget.column(name).map { Array($0.hundredths[budget.indices(days)]) }
  }
}

// MARK: - Answers

extension Adherence {
  var highlights: JSONValue {
    let upper = channels.filter { $0.lowerFunnelOption == nil }
    let lower = channels.filter { $0.lowerFunnelOption != nil }
    return [
      "total": [
        "planned_spend": .hundredths(channels.reduce(0) { $0 + ($1.plannedSum ?? 0) }),
        "actual_spend": .hundredths(channels.reduce(0) { $0 + $1.actualSum }),
      ],
      "spend_channels": [
        "upper_funnel": .array(upper.map { .object($0.json) }),
        "lower_funnel": .array(lower.map { .object($0.json) }),
      ],
    ]
  }

  /// One table for all channels together and one per channel that has a plan.
  var files: [ReportFile] {
    let planned = channels.filter { $0.planned != nil }
    let all = ReportFile("all-channels-adherence", "Planned and actual spend of all channels by day") {
      table(planned: sums(planned.compactMap(\.planned)), actual: sums(channels.map(\.actual)))
    }
    return [all]
      + planned.map { channel in
        ReportFile("\(channel.name)-adherence", "Planned and actual spend of \(channel.name) by day") {
          table(planned: channel.planned ?? [], actual: channel.actual)
        }
      }
  }

  private func sums(_ columns: [[Int]]) -> [Int] {
    (0..<(days.upperBound - days.lowerBound)).map { day in columns.reduce(0) { $0 + $1[day] } }
  }

  private func table(planned: [Int], actual: [Int]) -> Table {
    var plannedSum = 0
    var actualSum = 0
    let rows = zip(planned, actual).enumerated().map { day, amounts -> [Cell] in
      plannedSum += amounts.0
      actualSum += amounts.1
      return [
        .day(days.lowerBound + day), .hundredths(amounts.0), .hundredths(amounts.1), .hundredths(plannedSum),
        .hundredths(actualSum),
      ]
    }
    return Table(
      ["date", "planned_spend", "actual_spend", "planned_spend_cumulative", "actual_spend_cumulative"],
      rows
    )
  }
}

extension Adherence.Channel {
  fileprivate var json: [String: JSONValue] {
    var json: [String: JSONValue] = [
      "channel_name": .string(name),
      "planned_spend": plannedSum.map(JSONValue.hundredths) ?? .null,
      "actual_spend": .hundredths(actualSum),
    ]
    if let lowerFunnelOption { json["lf_option"] = .string(lowerFunnelOption.rawValue) }
    return json
  }
}
