@testable import RecastSandbox

/// A valid form for each report type.
enum Forms {
  static func sample(_ type: ReportType) -> [String: JSONValue] {
    let common: [String: JSONValue] = ["deployment_id": 5716, "report_type": .string(type.rawValue)]
    return common.merging(fields(type.formGroup)) { $1 }
  }

  static let days: [String: JSONValue] = ["start_date": "2024-01-15", "end_date": "2024-03-20"]

  private static func fields(_ group: ReportType.FormGroup) -> [String: JSONValue] {
    let channels: JSONValue = ["linear_tv", "meta", "search_branded"]
    return switch group {
    case .deploymentOnly: [:]
    case .dateRange: days
    case .dateRangeAndChannels: days.merging(["channels": channels]) { $1 }
    case .dateRangeAndSpikes: days.merging(["include_spikes": true]) { $1 }
    case .dateRangeAndGranularity: days.merging(["granularity": "weekly"]) { $1 }
    case .channels: ["channels": channels]
    case .dateWindowAndChannels: ["date": "2026-08-30", "num_days": 30, "channels": channels]
    case .fixedSpend:
      days.merging(["channels": channels, "include_lower_funnel_effects": "true", "spend": 50_000]) { $1 }
    case .channelGroups:
      days.merging([
        "channel_groups": [
          ["name": "TV & Audio", "channels": ["linear_tv", "podcast", "Radio & Audio"]],
          ["name": "Paid Social", "channels": ["meta", "tiktok"]],
        ],
        "include_lower_funnel_effects": "true",
      ]) { $1 }
    case .twoDateRanges:
      [
        "previous_start_date": "2024-01-01", "previous_end_date": "2024-03-31", "period_start_date": "2024-04-01",
        "period_end_date": "2024-06-30",
      ]
    }
  }
}
