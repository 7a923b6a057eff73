import Foundation
import Testing

@testable import RecastSandbox

@Suite("Validation of report forms")
struct ReportValidationTests {
  @Test("A complete form is accepted, for every report type and the legacy name", arguments: ReportType.allCases)
  func accepted(_ type: ReportType) async {
    let answer = await Caller().post("/reports", ["form": .object(Forms.sample(type))])
    #expect(answer.status == 201, "\(answer.text)")
  }

  @Test("Each field of a form is required, for every report type", arguments: ReportType.allCases)
  func required(_ type: ReportType) async {
    let caller = Caller()
    let form = Forms.sample(type)
    for field in form.keys {
      for replacement in [nil, JSONValue.null] {
        var incomplete = form
        incomplete[field] = replacement
        let answer = await caller.post("/reports", ["form": .object(incomplete)])
        #expect(answer.status == 422, "\(type.rawValue) without \(field)")
        #expect(answer.faultyFields == [field], "\(type.rawValue) without \(field): \(answer.text)")
      }
    }
  }

  @Test("There are 24 report types, 14 of them pre-rendered, and one legacy name")
  func catalogue() {
    #expect(ReportType.allCases.count == 25)
    #expect(ReportType.allCases.filter(\.isPrerendered).count == 14)
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    var type: ReportType
    var changes: [String: JSONValue]
    var field: String
    var testDescription: String {
      "\(type.rawValue) \(String(decoding: JSONValue.object(changes).bytes, as: UTF8.self))"
    }
  }

  static let faults: [Fault] = [
    Fault(type: .spendSummary, changes: ["report_type": "compute_nothing"], field: "report_type"),
    Fault(type: .spendSummary, changes: ["deployment_id": 1], field: "deployment_id"),
    Fault(type: .spendSummary, changes: ["deployment_id": "5716"], field: "deployment_id"),
    Fault(type: .spendSummary, changes: ["start_date": "01-15-2024"], field: "start_date"),
    Fault(type: .spendSummary, changes: ["start_date": "2024-1-15"], field: "start_date"),
    Fault(type: .spendSummary, changes: ["start_date": "2023-02-29"], field: "start_date"),
    Fault(type: .spendSummary, changes: ["end_date": 20240320], field: "end_date"),
    Fault(type: .spendSummary, changes: ["end_date": "2024-01-15"], field: "end_date"),
    Fault(type: .spendSummary, changes: ["end_date": "2023-12-31"], field: "end_date"),
    Fault(type: .upperFunnelDetails, changes: ["channels": []], field: "channels"),
    Fault(type: .upperFunnelDetails, changes: ["channels": "meta"], field: "channels"),
    Fault(type: .upperFunnelDetails, changes: ["channels": [1]], field: "channels"),
    Fault(type: .upperFunnelDetails, changes: ["channels": ["Meta"]], field: "channels"),
    Fault(type: .shiftCurves, changes: ["channels": ["email_sends"]], field: "channels"),
    Fault(type: .baselineSummary, changes: ["include_spikes": "true"], field: "include_spikes"),
    Fault(type: .shareOfSpendVersusEffect, changes: ["granularity": "yearly"], field: "granularity"),
    Fault(type: .shareOfSpendVersusEffect, changes: ["granularity": "total"], field: "granularity"),
    Fault(type: .spendResponseCurves, changes: ["num_days": 0], field: "num_days"),
    Fault(type: .spendResponseCurves, changes: ["num_days": 91], field: "num_days"),
    Fault(type: .spendResponseCurves, changes: ["num_days": "30"], field: "num_days"),
    Fault(type: .spendResponseCurves, changes: ["date": "2028-08-30"], field: "date"),
    Fault(type: .spendResponseCurves, changes: ["channels": []], field: "channels"),
    Fault(
      type: .fixedSpendPerformance,
      changes: ["include_lower_funnel_effects": true],
      field: "include_lower_funnel_effects"
    ),
    Fault(type: .fixedSpendPerformance, changes: ["spend": "50000"], field: "spend"),
    Fault(type: .fixedSpendPerformance, changes: ["spend": -1], field: "spend"),
    Fault(type: .fixedSpendPerformance, changes: ["end_date": "2030-01-01"], field: "end_date"),
    Fault(
      type: .groupedChannelSummaries,
      changes: ["include_lower_funnel_effects": "yes"],
      field: "include_lower_funnel_effects"
    ),
    Fault(
      type: .groupedChannelSummaries,
      changes: ["include_lower_funnel_effects": false],
      field: "include_lower_funnel_effects"
    ),
    Fault(type: .groupedChannelSummaries, changes: ["channel_groups": []], field: "channel_groups"),
    Fault(
      type: .groupedChannelSummaries,
      changes: ["channel_groups": [["name": "A", "channels": []]]],
      field: "channel_groups"
    ),
    Fault(
      type: .groupedChannelSummaries,
      changes: ["channel_groups": [["channels": ["meta"]]]],
      field: "channel_groups"
    ),
    Fault(
      type: .groupedChannelSummaries,
      changes: ["channel_groups": [["name": "A", "channels": ["search_branded"]]]],
      field: "channel_groups"
    ),
    Fault(type: .timePeriods, changes: ["previous_end_date": "2024-04-01"], field: "period_start_date"),
    Fault(type: .timePeriods, changes: ["previous_end_date": "2024-05-01"], field: "period_start_date"),
    Fault(type: .timePeriods, changes: ["period_end_date": "2024-04-01"], field: "period_end_date"),
  ]

  @Test("A wrong value is 422 and its field is named", arguments: faults)
  func rejected(_ fault: Fault) async {
    let form = Forms.sample(fault.type).merging(fault.changes) { $1 }
    let answer = await Caller().post("/reports", ["form": .object(form)])
    #expect(answer.status == 422)
    #expect(answer.faultyFields == [fault.field], "\(answer.text)")
    #expect(answer.json["error"]?["details"]?[fault.field]?.array?.count == 1)
    #expect(answer.json["error"]?["message"]?.string?.contains(fault.field) == true)
  }

  @Test("Forward-looking types accept dates up to 730 days after the data")
  func future() async {
    let caller = Caller()
    let curves = Forms.sample(.spendResponseCurves).merging(["date": "2028-08-29"]) { $1 }
    let fixed = Forms.sample(.fixedSpendPerformance).merging(["end_date": "2028-08-29"]) { $1 }
    #expect(await caller.post("/reports", ["form": .object(curves)]).status == 201)
    #expect(await caller.post("/reports", ["form": .object(fixed)]).status == 201)
  }

  @Test("report_type beside the form instead of inside it is 422")
  func misplacedType() async {
    var form = Forms.sample(.spendSummary)
    form["report_type"] = nil
    let answer = await Caller().post("/reports", ["form": .object(form), "report_type": "compute_spend_summary"])
    #expect(answer.status == 422)
    #expect(answer.faultyFields == ["report_type"])
  }

  @Test("name and show_in_ui are checked too")
  func outerMembers() async {
    let form = JSONValue.object(Forms.sample(.spendSummary))
    let answer = await Caller().post("/reports", ["form": form, "name": 1, "show_in_ui": "yes"])
    #expect(answer.status == 422)
    #expect(answer.faultyFields == ["name", "show_in_ui"])
  }

  @Test(
    "A body without a form object is 400",
    arguments: ["", "{", "[]", "null", "{}", #"{"form":null}"#, #"{"form":[]}"#, #"{"form":"x"}"#, "\u{1}"]
  )
  func malformed(_ body: String) async {
    let answer = await Caller().post("/reports", bytes: Data(body.utf8))
    #expect(answer.status == 400)
    #expect(answer.json["error"]?["message"]?.string?.isEmpty == false)
  }

  @Test("A body that is nested without end is 400 too")
  func deep() async {
    let body = #"{"form":"# + String(repeating: "[", count: 1_000_000)
    #expect(await Caller().post("/reports", bytes: Data(body.utf8)).status == 400)
  }

  @Test("A form that is wrong in very many places names some of them")
  func manyFaults() async {
    var form = Forms.sample(.shiftCurves)
    form["channels"] = .array((0..<10_000).map { .string("channel \($0)") })
    let answer = await Caller().post("/reports", ["form": .object(form)])
    #expect(answer.json["error"]?["details"]?["channels"]?.array?.count == 20)
  }

  @Test("A body that is not declared as JSON is 400")
  func contentType() async {
    let body = JSONValue.object(["form": .object(Forms.sample(.spendSummary))]).bytes
    #expect(await Caller().post("/reports", bytes: body, contentType: "text/plain").status == 400)
  }
}
