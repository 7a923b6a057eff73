import RecastAPI

/// What a member of a form can be on the wire, written down from the vendor's guides and not from generated code.
indirect enum WireShape: Sendable {
  case text, date, uuid, url, flag, integer, number, table, anything
  /// A number or boolean inside a string.
  case numberText, letterText
  /// One of these, or a value that nobody has heard of.
  case choice([String])
  case list(WireShape)
  case map(WireShape)
  /// Members; open ones have further members that nobody has heard of.
  case object([WireMember], open: Bool = true)
}

/// A member of an object on the wire.
struct WireMember: Sendable {
  /// Whether the member is there.
  enum Presence: Sendable {
    case always, alwaysOrNull, sometimes
  }

  var name: String
  var shape: WireShape
  var presence: Presence

  static func always(_ name: String, _ shape: WireShape) -> WireMember {
    WireMember(name: name, shape: shape, presence: .always)
  }

  static func nullable(_ name: String, _ shape: WireShape) -> WireMember {
    WireMember(name: name, shape: shape, presence: .alwaysOrNull)
  }

  static func sometimes(_ name: String, _ shape: WireShape) -> WireMember {
    WireMember(name: name, shape: shape, presence: .sometimes)
  }
}

/// Invents JSON of a shape, with everything that servers do to it.
struct WireGenerator {
  private var random: SplitMix

  init(seed: Int) {
    random = SplitMix(state: UInt64(seed))
  }

  mutating func value(_ shape: WireShape, depth: Int = 0) -> JSONValue {
    switch shape {
    case .text: .string(text())
    case .date: .string("20\(Int.random(in: 10...40, using: &random))-0\(Int.random(in: 1...9, using: &random))-17")
    case .uuid: .string(chance(2) ? "4b026308-cce1-42f0-a1ac-2b6b902766ec" : "4B026308-CCE1-42F0-A1AC-2B6B902766EC")
    case .url: .string(pick(["https://docs.google.com/spreadsheets/d/x/edit", "https://example.com/ä b?x=1#y", ""]))
    case .flag: .bool(chance(2))
    case .integer: literal(pick(["0", "7", "5716", "1003941377", "12.0", "3e2", "\"5716\""]))
    case .number: literal(pick(Self.numbers))
    case .numberText: literal(pick(Self.numbers + ["\"\"", "\"abc\"", "\"007\"", "\".5\"", "\"1e400\""]))
    case .letterText: literal(pick(["\"T\"", "\"F\"", "\"true\"", "\"FALSE\"", "\"\"", "\"maybe\"", "true"]))
    case .choice(let values): .string(chance(5) ? "not_heard_of" : pick(values))
    case .table: table()
    case .anything: anything(depth: depth)
    case .list(let item): .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in value(item, depth: depth + 1) })
    case .map(let item): map(item, depth: depth)
    case .object(let members, let open): object(members, open: open, depth: depth)
    }
  }

  private static let numbers = [
    "0", "-0", "1", "1.0", "1.50", "0.1", "1e3", "-2.5E-3", "12345678901234567890.125", "0.30000000000000004441",
    "\"1.50\"", "\"1500000\"",
  ]

  private mutating func object(_ members: [WireMember], open: Bool, depth: Int) -> JSONValue {
    var result: [(String, JSONValue)] = []
    for member in members {
      switch member.presence {
      case .always: result.append((member.name, value(member.shape, depth: depth + 1)))
      case .alwaysOrNull: result.append((member.name, chance(3) ? nil : value(member.shape, depth: depth + 1)))
      case .sometimes where chance(6): result.append((member.name, nil))
      case .sometimes where chance(8): result.append((member.name, ""))
      case .sometimes where chance(2): result.append((member.name, value(member.shape, depth: depth + 1)))
      case .sometimes: break
      }
    }
    while open, chance(3) { result.append(("x_\(Int.random(in: 0...99, using: &random))", anything(depth: depth))) }
    return .object(JSONObject(result.shuffled(using: &random)))
  }

  private mutating func map(_ item: WireShape, depth: Int) -> JSONValue {
    var members = JSONObject()
    while chance(2) { members[text()] = value(item, depth: depth + 1) }
    return .object(members)
  }

  /// A table as it should be, or out of shape.
  private mutating func table() -> JSONValue {
    if chance(6) { return anything(depth: 2) }
    var lines: [JSONValue] = [["date", "linear_tv", "Search & Social"]]
    for day in 1..<Int.random(in: 1..<6, using: &random) {
      lines.append([.string("2026-07-0\(day)"), literal(pick(Self.numbers)), value(.numberText)])
    }
    while chance(5) { lines.append(anything(depth: 2)) }
    return .array(lines)
  }

  private mutating func anything(depth: Int) -> JSONValue {
    guard depth < 5 else { return nil }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return nil
    case 1: return .bool(chance(2))
    case 2: return literal(pick(Self.numbers))
    case 3: return .string(text())
    case 4: return .array((0..<Int.random(in: 0..<3, using: &random)).map { _ in anything(depth: depth + 1) })
    default: return map(.anything, depth: depth + 1)
    }
  }

  private mutating func text() -> String {
    pick(["", "a", "linear_tv", "TV & Audio", "x\r\ny", "日本 😀", "null", "\u{E9}", "\"quoted\"", "0"])
      + (chance(2) ? "" : String(Int.random(in: 0...99, using: &random)))
  }

  /// JSON text that is valid.
  private func literal(_ text: String) -> JSONValue { (try? JSONValue(json: text)) ?? nil }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
}

/// Numbers that are the same in each run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
