import Foundation

/// A plan with all its versions.
struct PlanRecord: Codable, Sendable {
  enum Kind: String, Codable, CaseIterable, Sendable {
    /// Generated, and refreshed with the model.
    case `default`
    /// Made by somebody.
    case custom
  }

  var id: String
  var label: String
  var kind: Kind
  var createdBy: String
  var created: Date
  var updated: Date
  /// The version that counts: the newest, because every write makes a new one.
  var primary: PlanVersionRecord
  /// The versions before it, oldest first.
  var superseded: [PlanVersionRecord] = []
  /// How many versions there have been, with those that had to make room.
  var versionCount = 1

  var start: CalendarDay { primary.budget.start }
  var end: CalendarDay { primary.budget.end }

  /// Newest first.
  var versions: [PlanVersionRecord] { [primary] + superseded.reversed() }

  func version(_ id: String) -> PlanVersionRecord? {
    versions.first { $0.id == id.lowercased() }
  }
}

/// One version of a plan's inputs, which never changes.
struct PlanVersionRecord: Codable, Sendable {
  var id: String
  /// `v1` and so on.
  var number: String?
  var label: String?
  var createdBy: String
  var created: Date
  /// Moves when a newer version takes over.
  var updated: Date
  var budget: PlanBudget
  /// What was said about lower funnel channels; those left out follow from the budget's columns.
  var sentCaps: [LowerFunnelCap]
  var spikeType: SpikeType?
  /// Kept while the type is `model`, but not shown then.
  var sentSpikeGroups: [SpikeGroup]
  /// The sum of everything that the plan itself decides to spend.
  var totalSpend: Double

  var spikeGroups: [SpikeGroup] { spikeType == .custom ? sentSpikeGroups : [] }

  /// What the plan says about a lower funnel channel.
  func cap(of channel: String) -> LowerFunnelCap {
    sentCaps.first { $0.channel == channel }
      ?? LowerFunnelCap(channel: channel, option: budget.column(channel) == nil ? .uncapped : .manual)
  }
}

extension PlanVersionRecord {
  /// The inputs of a version without what the store adds to them.
  struct Inputs: Sendable {
    var budget: PlanBudget
    var caps: [LowerFunnelCap] = []
    var spikeType: SpikeType? = .model
    var spikeGroups: [SpikeGroup] = []
  }

  init(_ inputs: Inputs, id: String, number: String?, label: String?, createdBy: String, at date: Date) {
    self.init(
      id: id,
      number: number,
      label: label,
      createdBy: createdBy,
      created: date,
      updated: date,
      budget: inputs.budget,
      sentCaps: inputs.caps,
      spikeType: inputs.spikeType,
      sentSpikeGroups: inputs.spikeGroups,
      totalSpend: 0
    )
    let amounts = budget.columns.filter { column in
      column.kind == .spend || (column.kind == .lowerFunnel && cap(of: column.name).option == .manual)
    }
    let total = amounts.reduce(Decimal(0)) { $0 + $1.sum(0..<budget.days.count) }
    // Through its text, because the direct conversion is off in the last digit.
    totalSpend = Double("\(total)") ?? 0
  }
}

/// Where a plan or a goal stands in time.
enum CalendarStatus: String, CaseIterable, Sendable {
  case expired, current, future

  init(_ start: CalendarDay, _ end: CalendarDay, at day: CalendarDay) {
    self = day < start ? .future : day > end ? .expired : .current
  }
}

extension Date {
  /// The day in UTC.
  var day: CalendarDay { CalendarDay(number: Int((timeIntervalSince1970 / 86_400).rounded(.down))) }
}

extension CalendarDay {
  /// A moment of this day in UTC.
  func at(hour: Int) -> Date { Date(timeIntervalSince1970: Double(number * 86_400 + hour * 3600)) }
}
