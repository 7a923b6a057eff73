import Foundation
import RecastAPI
import Testing

/// What generated types keep of what a server sends, and what they send back.
@Suite struct SchemaTests {
  private static let report = #"""
    {"id": 42, "name": null, "report_type": "compute_fixed_spend_performance", "status": "archived",
     "prerendered": false, "created_at": "2026-07-01T08:30:00.125Z", "updated_at": "2026-07-01T10:30:00+02:00",
     "owner": {"mail": "a@example.org"},
     "form": {"deployment_id": 5716, "report_type": "compute_fixed_spend_performance", "start_date": "2024-01-01",
              "end_date": "2024-03-31", "channels": ["a&b", ""], "include_lower_funnel_effects": "true",
              "spend": 50000.00, "note": null, "new_setting": {"deep": [1, 2.50, "3"]}}}
    """#

  @Test func aFetchedFormComesBackAsItWasButForWhatChanged() throws {
    var report = try Report(json: Self.report)
    guard case .fixedSpendPerformance(var form) = report.form else {
      Issue.record("the form is \(report.form)")
      return
    }
    form.channels.append("podcast")
    report.form = .fixedSpendPerformance(form)

    var expected = try JSONValue(json: Self.report)
    expected["form"]?["channels"] = ["a&b", "", "podcast"]
    #expect(try JSONValue(json: report.jsonBytes()) == expected)
  }

  @Test func unknownReportTypesAreKeptWhole() throws {
    let text = #"{"report_type":"compute_something_new","deployment_id":"x","list":[null,1.0]}"#
    let form = try ReportForm(json: text)
    guard case .unknown(let value) = form else {
      Issue.record("the form is \(form)")
      return
    }
    #expect(value["deployment_id"] == "x")
    #expect(try JSONValue(json: form.jsonBytes()) == JSONValue(json: text))
  }

  @Test func theLegacyNameIsAForm() throws {
    let text =
      #"{"deployment_id":1,"report_type":"compute_waterfall_summary","start_date":"2024-01-01","end_date":"2024-02-01"}"#
    let form = try ReportForm(json: text)
    guard case .waterfallSummary(let summary) = form else {
      Issue.record("the form is \(form)")
      return
    }
    #expect(summary.reportType == .computeWaterfallSummary)
  }

  @Test func statusesThatNobodyKnowsAreKept() throws {
    let status = try Report(json: Self.report).status
    #expect(status.rawValue == "archived")
    #expect(!status.isKnown)
    #expect(status != .success)
  }

  @Test func aNullIsRememberedSetAndForgotten() throws {
    var report = try Report(json: Self.report)
    #expect(report.name == nil)
    #expect(try JSONValue(json: report.jsonBytes())["name"] == .null)
    report.name = "Q1"
    #expect(try JSONValue(json: report.jsonBytes())["name"] == "Q1")
    report.name = nil
    #expect(try JSONValue(json: report.jsonBytes())["name"] == nil)
    report.setNull(\.name)
    #expect(try JSONValue(json: report.jsonBytes())["name"] == .null)
  }

  @Test func nullsAndUnknownMembersCountInComparisons() throws {
    let report = try Report(json: Self.report)
    var other = report
    #expect(other == report)
    other.unknownMembers["owner"] = nil
    #expect(other != report)
    other = report
    other.name = "x"
    other.name = nil
    #expect(other != report)
  }

  @Test func theFoundationCoderGivesTheSameMembers() throws {
    let report = try Report(json: Self.report)
    let encoded = try JSONEncoder().encode(report)
    #expect(try JSONValue(json: encoded) == JSONValue(json: report.jsonBytes()))
    #expect(try JSONDecoder().decode(Report.self, from: encoded) == report)
    #expect(try JSONDecoder().decode(ReportForm.self, from: JSONEncoder().encode(report.form)) == report.form)
    #expect(try JSONEncoder().encode([report.status]) == Data(#"["archived"]"#.utf8))
  }

  @Test func aMissingMemberIsNamedWithItsPlace() {
    let text = #"{"data":[{"id":1,"report_type":"x","prerendered":true}],"pagination":{}}"#
    do {
      _ = try ReportList(json: text)
      Issue.record("decoded")
    } catch {
      #expect("\(error)".contains("status"))
      #expect("\(error)".contains("data[0]"))
    }
  }

  @Test func everyReportTypeHasAFormOfItsOwn() throws {
    #expect(ReportType.knownValues.count == 25)
    for type in ReportType.knownValues {
      // No form is without `deployment_id`, so each alternative complains about it under its own discriminator.
      #expect(throws: JSONError.self) { try ReportForm(json: #"{"report_type":"\#(type.rawValue)"}"#) }
    }
  }

  @Test func knownDownloadKeysAreConstants() {
    #expect(SpendSummaryReportForm.DownloadKeys.tablesDaily == "tables-daily")
    #expect(ModelConfigurationReportForm.DownloadKeys.tablesChannelLinkings == "tables-channel_linkings")
  }
}
