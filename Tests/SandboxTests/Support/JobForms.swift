@testable import RecastSandbox

/// Valid forms of optimizations, forecasts and spend forecasts, for the deployment whose data end on 2026-08-30.
enum JobForms {
  static let configurations: JSONValue = [
    ["deployment_id": 5716, "multiplier": 1, "name": "revenue", "spikes": []]
  ]

  static let optimization: JSONValue = [
    "objective": "roi", "target": "3.0", "confidence": "75", "strategy": .null, "kpi_id": "custom",
    "spend_scope": "total", "total_spend": "1500000", "optimize_for_insample_effect": "F", "custom_model_type": "roi",
    "budget": [], "depvar_configurations": configurations, "constraints": [constraint],
  ]

  static let constraint: JSONValue = [
    "start_date": "2026-10-01", "end_date": "2026-11-30", "limit_spend": .null,
    "channel_budgets": [
      ["min": "0", "max": "1000000000", "channels": [["name": "linear_tv", "committed_spend": 0, "drop_days": 7]]],
      ["min": "0", "max": "400000", "channels": [["name": "meta"], ["name": "tiktok"]]],
      ["min": "50000", "max": "60000.50", "channels": [["name": "youtube"]]],
    ],
    "lower_funnel_caps": [
      "search_branded": ["option": "capped", "cap": "100000", "min": "0", "max": ""],
      "affiliates": ["option": "off", "cap": "", "min": "0", "max": ""],
    ],
  ]

  /// A budget of the same amounts every day, as numbers in one column and as strings in the next.
  static func forecast(days: Int = 30, from first: CalendarDay = firstDay) -> JSONValue {
    let rows = (0..<days).map { day -> JSONValue in
      [.string((first + day).text), 9000, "6500.50", 1500]
    }
    return [
      "budget": .array([["date", "linear_tv", "meta", "search_branded"]] + rows),
      "depvar_configurations": configurations,
    ]
  }

  static let spendForecast: JSONValue = [
    "start_date": "2026-08-31", "end_date": "2026-12-31", "depvar_configurations": [["deployment_id": 5716]],
  ]

  static let firstDay = CalendarDay(year: 2026, month: 8, day: 31)
}

extension JSONValue: ExpressibleByFloatLiteral {
  /// A number as a test writes it.
  public init(floatLiteral value: Double) { self = .number(value) }
}

extension JSONValue {
  /// The same value with a member of an object in its depth replaced or, given nothing, taken away.
  func with(_ path: String..., value: JSONValue?) -> JSONValue {
    with(path: path, value: value)
  }

  func with(path: [String], value: JSONValue?) -> JSONValue {
    replacing(path[...], value)
  }

  private func replacing(_ path: ArraySlice<String>, _ value: JSONValue?) -> JSONValue {
    guard let name = path.first else { return value ?? .null }
    let rest = path.dropFirst()
    switch self {
    case .object(var members):
      members[name] = rest.isEmpty ? value : (members[name] ?? [:]).replacing(rest, value)
      return .object(members)
    case .array(var items):
      if let place = Int(name), items.indices.contains(place) { items[place] = items[place].replacing(rest, value) }
      return .array(items)
    default: return self
    }
  }
}
