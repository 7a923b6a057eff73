import Foundation
import Testing

@testable import RecastSandbox

@Suite("Agreement of the numbers")
struct ConsistencyTests {
  private let caller = Caller()

  private func report(_ type: ReportType, _ changes: [String: JSONValue] = [:]) async throws -> FinishedJob {
    try await caller.finishedReport(.object(Forms.sample(type).merging(changes) { $1 }))
  }

  @Test("Daily, weekly, monthly and total spend agree to the last digit", arguments: [5716, 5702, 5698, 456])
  func spendGrains(_ deployment: Int) async throws {
    let days: [String: JSONValue] = ["start_date": "2025-03-05", "end_date": "2025-08-20"]
    let report = try await report(.spendSummary, days.merging(["deployment_id": .integer(deployment)]) { $1 })
    let total = try await report.table("tables-total").sums(of: "spend", by: "channel")
    #expect(total.values.allSatisfy { $0 > 0 })
    for grain in ["daily", "weekly", "monthly"] {
      #expect(try await report.table("tables-\(grain)").sums(of: "spend", by: "channel") == total)
    }
  }

  @Test("Every report type tells the same spend for the same channel and dates")
  func spendAcrossTypes() async throws {
    let expected = try await report(.spendSummary).table("tables-total").sums(of: "spend", by: "channel")
    for key in ["summaries-total-roi", "summaries-direct-impact_shifted"] {
      #expect(try await report(.insightsOverview).table(key).sums(of: "spend", by: "channel") == expected)
    }
    let period = try await report(.periodSummary).table("summary_tables-merged_means_summary")
    #expect(try period.sums(of: "spend", by: "channel") == expected)
    let details = try await report(.upperFunnelDetails).table("channel_summaries-meta-summary_table")
    #expect(try details.sum(of: "spend") == expected["meta"])
    let waterfall = try await report(.lowerFunnelWaterfall)
    #expect(
      try await waterfall.table("channel_summaries-search_branded-summary_table").sum(of: "spend")
        == expected["search_branded"]
    )
    #expect(
      try await waterfall.table("daily_effect-table").sums(of: "spend", by: "lower_funnel_channel")["affiliates"]
        == expected["affiliates"]
    )
    let social = try await report(.groupedChannelSummaries).table("group_summaries-Paid Social-mroi-summary_daily")
    #expect(try social.sum(of: "spend") == (expected["meta"] ?? 0) + (expected["tiktok"] ?? 0))
    let periods = try await report(
      .timePeriods,
      [
        "previous_start_date": "2023-01-01", "previous_end_date": "2023-12-31", "period_start_date": "2024-01-15",
        "period_end_date": "2024-03-20",
      ]
    )
    #expect(try await periods.table("summary-time_table").sums(of: "period_spend", by: "channel") == expected)
  }

  @Test("Clean data and a deployment's spend history tell the same spend as the reports")
  func spendInCleanData() async throws {
    let days: [String: JSONValue] = ["start_date": "2023-01-01", "end_date": "2026-08-30"]
    let expected = try await report(.spendSummary, days).table("tables-total").sums(of: "spend", by: "channel")
    let clean = try await report(.cleanData).table("clean_data")
    #expect(clean.rows.count == 1338)
    let history = try #require(await caller.get("/deployments/5716?extra_fields[]=spend").json["spend"]?.array)
    #expect(history.count == 1339)
    for (place, channel) in try #require(history.first?.array).enumerated().dropFirst() {
      let name = try #require(channel.string)
      #expect(try clean.sum(of: name) == expected[name])
      let sum = history.dropFirst().reduce(0.0) { sum, row in
        switch row.array?[place] {
        case .integer(let amount): sum + Double(amount)
        case .number(let amount): sum + amount
        default: sum
        }
      }
      #expect(Int((sum * 100).rounded()) == expected[name])
    }
  }

  @Test("Impacts of a group agree over all grains", arguments: ["true", "false"])
  func groupGrains(_ flag: JSONValue) async throws {
    let report = try await report(.groupedChannelSummaries, ["include_lower_funnel_effects": flag])
    let total = try await report.table("group_summaries-TV & Audio-impact-summary_total")
    for grain in ["daily", "weekly", "monthly"] {
      let table = try await report.table("group_summaries-TV & Audio-impact-summary_\(grain)")
      #expect(try table.sum(of: "mean") == total.sum(of: "mean"))
      #expect(try table.sum(of: "spend") == total.sum(of: "spend"))
    }
  }

  @Test("What lower funnel channels lose to their causes, the causes gain: direct and total add up to the same")
  func attribution() async throws {
    let report = try await report(.insightsOverview)
    let total = try await report.table("summaries-total-impact_unshifted")
    let direct = try await report.table("summaries-direct-impact_unshifted")
    #expect(try total.sum(of: "mean") == direct.sum(of: "mean"))
    let (byTotal, byDirect) = (try total.sums(of: "mean", by: "channel"), try direct.sums(of: "mean", by: "channel"))
    #expect((byTotal["linear_tv"] ?? 0) > (byDirect["linear_tv"] ?? 0))
    #expect((byTotal["search_branded"] ?? 0) < (byDirect["search_branded"] ?? 0))
  }

  @Test("Baseline agrees over its grains, with and without spikes, and reaches into the future")
  func baseline() async throws {
    let days: [String: JSONValue] = ["start_date": "2025-11-01", "end_date": "2027-01-31"]
    for spikes in [true, false] {
      let report = try await report(.baselineSummary, days.merging(["include_spikes": .bool(spikes)]) { $1 })
      let total = try await report.table("summary_total").sum(of: "mean")
      #expect(try await report.table("summary_daily").sum(of: "mean") == total)
      #expect(try await report.table("summary_monthly").sum(of: "mean") == total)
      #expect(try await report.table("summary_daily").rows.count == 457)
    }
  }

  @Test("KPI of a period: inside and after add up to the total; inside and before to what arrived")
  func period() async throws {
    let table = try await report(.periodSummary).table("summary_tables-merged_means_summary")
    let arrived = try await report(.insightsOverview).table("summaries-total-impact_shifted")
    for channel in try table.column("channel") {
      func value(_ column: String) throws -> Int { try table.sums(of: column, by: "channel")[channel] ?? 0 }
      #expect(try value("in_period_effect") + value("after_period_effect") == value("total_effect"))
      let shifted = try arrived.sums(of: "mean", by: "channel")[channel]
      #expect(try value("in_period_effect") + value("pre_period_effect") == shifted)
      #expect(try value("after_period_effect") >= value("future_effect"))
    }
  }

  @Test("The legacy name gives the tables of the insights overview")
  func legacyName() async throws {
    let old = try await report(.waterfallSummary)
    let new = try await report(.insightsOverview)
    #expect(old.json["report_type"] == "compute_waterfall_summary")
    #expect(old.keys == new.keys)
    for key in new.keys { #expect(await old.download(key).text == new.download(key).text) }
  }

  @Test("More spend earns more, but less and less")
  func saturation() async throws {
    let curves = try await report(.spendResponseCurves).table("multi_day-multi_channel-tables-full_table")
    let rows = zip(try curves.column("channel"), try curves.column("impact")).filter { $0.0 == "meta" }
    let impacts = try rows.map { try hundredths($0.1) }
    let steps = zip(impacts.dropFirst(), impacts).map { $0 - $1 }
    #expect(impacts.count == 21)
    #expect(steps.allSatisfy { $0 > 0 })
    #expect(zip(steps.dropFirst(), steps).allSatisfy { $0 <= $1 })
  }
}
