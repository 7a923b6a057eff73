import Foundation
import Testing

@testable import RecastSandbox

@Suite("Downloads of reports")
struct DownloadKeyTests {
  static let overview = ["impact_shifted", "impact_unshifted", "roi", "mroi"].flatMap {
    ["summaries-total-\($0)", "summaries-direct-\($0)"]
  }
  static let groups = ["TV & Audio", "Paid Social"].flatMap { group in
    ["impact", "roi", "mroi"].flatMap { metric in
      ["daily", "weekly", "monthly", "total"].map { "group_summaries-\(group)-\(metric)-summary_\($0)" }
    }
  }

  /// The keys that the documentation names; types whose keys come only from the response are absent.
  static let documented: [ReportType: [String]] = [
    .insightsOverview: overview,
    .waterfallSummary: overview,
    .baselineSummary: ["summary_total", "summary_monthly", "summary_daily"],
    .shiftCurves: ["all_shift_curves_summarized"],
    .spendResponseCurves: ["multi_day-multi_channel-tables-full_table"],
    .timePeriods: ["summary-overall", "summary-time_table"],
    .groupedChannelSummaries: groups,
    .spendSummary: ["tables-daily", "tables-weekly", "tables-monthly", "tables-total"],
    .spikeDetailSummary: [
      "individual_daily_effects", "individual_cumulative_effects", "individual_cumulative_effects_summarized",
      "grouped_daily_effects", "grouped_cumulative_effects", "grouped_cumulative_effects_summarized",
    ],
    .periodSummary: [
      "summary_tables-merged_means_summary", "summary_tables-total_effect", "summary_tables-in_period_effect",
      "summary_tables-after_period_effect", "summary_tables-future_effect", "summary_tables-observed_roi",
      "summary_tables-true_roi", "summary_tables-pre_period_effect",
    ],
    .lowerFunnelWaterfall: [
      "daily_effect-table", "channel_summaries-search_branded-summary_table",
      "channel_summaries-affiliates-summary_table",
    ],
    .upperFunnelDetails: [
      "channel_summaries-linear_tv-summary_table", "channel_summaries-meta-summary_table",
      "channel_summaries-search_branded-summary_table",
    ],
    .inSampleModelFit: ["stats"],
    .marketingVersusBaseline: ["contribution"],
    .dailySpendVersusKPI: ["correlations"],
    .modelConfiguration: [
      "tables-baseline", "tables-roi", "tables-shifts", "tables-spikes", "tables-channel_linkings",
    ],
    .cleanData: ["clean_data"],
    .backtestSummaries: [],
    .experimentsSummaries: [],
  ]

  @Test(
    "Every report type has exactly the documented keys, and each is a CSV file with rows",
    arguments: ReportType.allCases
  )
  func keys(_ type: ReportType) async throws {
    let report = try await Caller().finishedReport(.object(Forms.sample(type)))
    #expect(report.json["status"] == "success")
    #expect(report.json["results"]?["downloads"]?.array != nil)
    if let expected = Self.documented[type] {
      #expect(Set(report.keys) == Set(expected))
    } else {
      #expect(!report.keys.isEmpty)
    }
    #expect(Set(report.keys).count == report.keys.count)
    for key in report.keys {
      let answer = await report.download(key)
      #expect(answer.status == 200)
      #expect(answer.header("Content-Type")?.hasPrefix("text/csv") == true)
      #expect(try !CSVTable(answer.text).rows.isEmpty, "\(key) is empty")
    }
  }

  @Test("The same form gives the same bytes in another sandbox", arguments: ReportType.allCases)
  func repeatable(_ type: ReportType) async throws {
    let first = try await Caller().finishedReport(.object(Forms.sample(type)))
    let second = try await Caller().finishedReport(.object(Forms.sample(type)))
    for key in first.keys {
      #expect(await first.download(key).text == second.download(key).text)
    }
  }

  @Test(
    "A key is percent-decoded exactly once",
    arguments: ["Paid Social", "TV & Audio", "a/b", "100%", "100%25", "../x", "a+b", "?#", "Ünïcode “quoted”", ","]
  )
  func decoding(_ name: String) async throws {
    var form = Forms.sample(.groupedChannelSummaries)
    form["channel_groups"] = [["name": .string(name), "channels": ["meta"]]]
    let report = try await Caller().finishedReport(.object(form))
    let table = try await report.table("group_summaries-\(name)-roi-summary_monthly")
    #expect(try Set(table.column("group")) == [name])
  }

  @Test("Channel names with commas and ampersands are quoted where CSV needs it")
  func quoting() async throws {
    var form = Forms.sample(.spendSummary)
    form["deployment_id"] = 5702
    let report = try await Caller().finishedReport(.object(form))
    let text = await report.download("tables-total").text
    #expect(text.contains("\"Out of Home, Transit\","))
    #expect(try CSVTable(text).column("channel").contains("Out of Home, Transit"))
  }

  @Test("A range outside the data gives files without rows, not an error")
  func outsideTheData() async throws {
    var form = Forms.sample(.spendSummary)
    form["start_date"] = "1999-01-01"
    form["end_date"] = "1999-12-31"
    let report = try await Caller().finishedReport(.object(form))
    #expect(try await report.table("tables-daily").rows.isEmpty)
  }
}
