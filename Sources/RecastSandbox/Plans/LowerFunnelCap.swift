/// What a plan says about the spend of a lower funnel channel.
struct LowerFunnelCap: Codable, Sendable {
  enum Option: String, Codable, CaseIterable, Sendable {
    /// The model's prediction, without a limit.
    case uncapped
    /// The model's prediction up to a total.
    case capped
    case off
    /// The amounts of the budget's column.
    case manual
  }

  var channel: String
  var option: Option
  /// The total that a capped channel may spend.
  var cap: Double?
}

/// Reads `lower_funnel_channel_caps`, collecting every fault under that name.
struct LowerFunnelCapsReader {
  static let field = "lower_funnel_channel_caps"

  let catalog: PlanCatalog
  /// Whether a value in place of the array is dropped without a word, as plan creation does.
  let dropsScalars: Bool
  var errors: FieldErrors

  /// What was sent, by channel; nothing when the member is absent.
  mutating func read(_ value: JSONValue?) -> [LowerFunnelCap]? {
    switch value {
    case nil, .null: return nil
    case .array(let items): return read(items)
    case .bool, .integer, .number, .string:
      if !dropsScalars { errors.add(Self.field, "must be an array") }
      return nil
    case .object:
      errors.add(Self.field, "must be an array")
      return nil
    }
  }

  private mutating func read(_ items: [JSONValue]) -> [LowerFunnelCap] {
    var caps: [LowerFunnelCap] = []
    for (place, item) in items.enumerated() {
      guard let cap = read(item, at: place) else { continue }
      if caps.contains(where: { $0.channel == cap.channel }) {
        errors.add(Self.field, "names \(cap.channel) more than once")
      }
      caps.append(cap)
    }
    return caps
  }

  private mutating func read(_ item: JSONValue, at place: Int) -> LowerFunnelCap? {
    guard let name = item["channel_name"]?.string else {
      errors.add(Self.field, "entry \(place + 1) needs a channel_name")
      return nil
    }
    guard let column = catalog.column(name), column.kind == .lowerFunnel else {
      errors.add(Self.field, "\(name) is not a lower funnel channel")
      return nil
    }
    guard let option = item["option"]?.string.flatMap(LowerFunnelCap.Option.init(rawValue:)) else {
      let options = LowerFunnelCap.Option.allCases.map(\.rawValue).joined(separator: ", ")
      errors.add(Self.field, "\(name) needs an option out of \(options)")
      return nil
    }
    let sent = item["cap"] ?? .null
    guard option == .capped else {
      if !sent.isNull { errors.add(Self.field, "\(name) can have a cap with the option capped only") }
      return LowerFunnelCap(channel: column.name, option: option)
    }
    guard let cap = sent.double, cap > 0 else {
      errors.add(Self.field, "\(name) needs a cap above 0")
      return nil
    }
    return LowerFunnelCap(channel: column.name, option: option, cap: cap)
  }

  /// Manual spend needs a budget column to come from.
  mutating func check(_ caps: [LowerFunnelCap], against columns: [PlanCatalog.Column]) {
    for cap in caps where cap.option == .manual && !columns.contains(where: { $0.name == cap.channel }) {
      errors.add(Self.field, "\(cap.channel) is manual, but the budget has no column for it")
    }
  }
}
