/// The `lower_funnel_caps` of an optimization: by channel, an object of four strings.
extension OptimizationFormReader {
  mutating func lowerFunnelCaps(
    _ value: JSONValue?,
    _ configurations: [DepvarConfiguration]
  ) -> [String: OptimizationForm.LowerFunnelCap] {
    guard let value, !value.isNull else { return [:] }
    guard case .object(let members) = value else {
      errors.add(Self.constraints, "must have an object for lower_funnel_caps")
      return [:]
    }
    let known = configurations.names(\.lowerFunnelNames)
    var caps: [String: OptimizationForm.LowerFunnelCap] = [:]
    for (channel, entry) in members.sorted(by: { $0.key < $1.key }) {
      if !known.contains(channel) {
        errors.add(Self.constraints, "has a cap for “\(channel)”, which is not a lower funnel channel")
      }
      caps[channel] = cap(entry, of: channel)
    }
    return caps
  }

  private mutating func cap(_ entry: JSONValue, of channel: String) -> OptimizationForm.LowerFunnelCap? {
    let texts = ["option", "cap", "min", "max"].compactMap { entry[$0]?.string }
    guard texts.count == 4 else {
      errors.add(Self.constraints, "must have the strings option, cap, min and max in the cap for “\(channel)”")
      return nil
    }
    switch texts[0] {
    case "off": return .limit(.off)
    case "manual": return .limit(.manual)
    case "uncapped": return .limit(.uncapped)
    case "capped":
      guard let cap = Amount.cents(text: texts[1]), cap >= 0 else {
        errors.add(Self.constraints, "must have a number as the cap for “\(channel)”")
        return nil
      }
      return .limit(.capped(cap))
    case "optimize":
      guard let least = Amount.cents(text: texts[2]), let most = Amount.cents(text: texts[3]), least >= 0 else {
        errors.add(Self.constraints, "must have numbers as min and max for “\(channel)”")
        return nil
      }
      guard least <= most else {
        errors.add(Self.constraints, "must not have a min greater than max for “\(channel)”")
        return nil
      }
      return .optimize(least: least, most: most)
    default:
      errors.add(Self.constraints, "must have off, manual, uncapped, capped or optimize as the option for “\(channel)”")
      return nil
    }
  }
}
