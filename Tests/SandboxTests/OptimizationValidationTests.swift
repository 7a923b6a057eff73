import Foundation
import Testing

@testable import RecastSandbox

@Suite("What optimizations refuse")
struct OptimizationValidationTests {
  private func answer(_ form: JSONValue) async -> Answer {
    await Caller().post("/optimizations", ["form": form])
  }

  @Test(
    "A wrong setting is 422 and its field is named",
    arguments: [
      ("objective", nil), ("objective", "revenue"), ("target", nil), ("target", 3), ("target", "-1"),
      ("target", "three"), ("target", ""), ("target", "nan"), ("target", "0x10"), ("confidence", nil),
      ("confidence", 75), ("confidence", "101"), ("confidence", .null), ("strategy", "base"), ("kpi_id", "other"),
      ("kpi_id", 7), ("spend_scope", "all"), ("total_spend", nil), ("total_spend", 1_500_000), ("total_spend", "1.5"),
      ("total_spend", ""), ("optimize_for_insample_effect", true), ("custom_model_type", .null),
      ("custom_model_type", ""), ("custom_model_type", "ROI"), ("constraints", nil), ("constraints", []),
      ("constraints", [1]), ("depvar_configurations", nil), ("depvar_configurations", []),
      ("depvar_configurations", .array(Array(repeating: ["deployment_id": 5716], count: 21))),
      ("depvar_configurations", [["deployment_id": 5716, "multiplier": 1e300]]),
      ("depvar_configurations", [["multiplier": 1]]), ("depvar_configurations", [["deployment_id": 1]]),
      ("depvar_configurations", [["deployment_id": 5716, "multiplier": "1"]]),
      ("depvar_configurations", [["deployment_id": 5716, "selected": false]]),
      ("depvar_configurations", [["deployment_id": 5716, "spikes": [["name": "Black Friday"]]]]), ("budget", "none"),
      ("budget", [["date", "no such channel"], ["2026-10-01", 1]]),
      ("budget", [["date", "meta"], ["2026-08-30", 1]]),
    ] as [(String, JSONValue?)]
  )
  func settings(_ field: String, _ value: JSONValue?) async {
    let answer = await answer(JobForms.optimization.with(field, value: value))
    #expect(answer.status == 422)
    #expect(answer.faultyFields == [field])
  }

  @Test("Profit needs a strategy and no confidence")
  func profit() async {
    let profit = JobForms.optimization.with("objective", value: "profit")
    #expect(await answer(profit).faultyFields == ["confidence", "strategy"])
    let chosen = profit.with("strategy", value: "base")
    #expect(await answer(chosen).faultyFields == ["confidence"])
    #expect(await answer(chosen.with("confidence", value: .null)).status == 201)
    #expect(await answer(chosen.with("confidence", value: nil)).status == 201)
    #expect(
      await answer(chosen.with("confidence", value: .null).with("strategy", value: "bold")).faultyFields == ["strategy"]
    )
  }

  @Test("An upper funnel scope needs its exact spend")
  func scope() async {
    let form = JobForms.optimization.with("spend_scope", value: "upper_funnel")
    #expect(await answer(form).faultyFields == ["exact_spend"])
    #expect(await answer(form.with("exact_spend", value: "5")).status == 201)
    for none in [JSONValue.null, ""] {
      let open = JobForms.optimization.with("spend_scope", value: none).with("total_spend", value: .null)
      #expect(await answer(open).status == 201)
    }
  }

  @Test(
    "A wrong value inside constraints is 422 under constraints",
    arguments: [
      (["start_date"], nil), (["start_date"], "10/01/2026"), (["start_date"], "2026-08-30"),
      (["end_date"], "2026-09-30"), (["end_date"], "2027-03-01"), (["limit_spend"], "yes"), (["channel_budgets"], nil),
      (["channel_budgets", "0", "min"], nil), (["channel_budgets", "0", "min"], 0),
      (["channel_budgets", "0", "min"], "-1"), (["channel_budgets", "0", "max"], ""),
      (["channel_budgets", "2", "min"], "60001"), (["channel_budgets", "0", "unoptimized"], "no"),
      (["channel_budgets", "0", "channels"], []),
      (["channel_budgets", "0", "channels", "0", "name"], "search_branded"),
      (["channel_budgets", "0", "channels", "0", "name"], "meta"),
      (["channel_budgets", "0", "channels", "0", "name"], "Meta"),
      (["channel_budgets", "0", "channels", "0", "drop_days"], 0),
      (["channel_budgets", "0", "channels", "0", "drop_days"], "7"),
      (["channel_budgets", "0", "channels", "0", "committed_spend"], "0"), (["lower_funnel_caps"], []),
      (["lower_funnel_caps", "meta"], ["option": "off", "cap": "", "min": "0", "max": ""]),
      (["lower_funnel_caps", "search_branded", "option"], "cap"), (["lower_funnel_caps", "search_branded", "cap"], ""),
      (["lower_funnel_caps", "search_branded", "cap"], 100_000), (["lower_funnel_caps", "search_branded", "min"], nil),
      (["lower_funnel_caps", "affiliates"], ["option": "optimize", "cap": "", "min": "3", "max": "2"]),
      (["lower_funnel_caps", "affiliates"], ["option": "optimize", "cap": "", "min": "3", "max": ""]),
    ] as [([String], JSONValue?)]
  )
  func constraints(_ path: [String], _ value: JSONValue?) async {
    let answer = await answer(JobForms.optimization.with(path: ["constraints", "0"] + path, value: value))
    #expect(answer.status == 422, "\(path)")
    #expect(answer.faultyFields == ["constraints"], "\(path)")
  }

  @Test("Periods may follow each other, but not overlap")
  func periods() async throws {
    let second = JobForms.constraint.with("start_date", value: "2026-12-01").with("end_date", value: "2026-12-31")
    let two = JobForms.optimization.with("constraints", value: [JobForms.constraint, second])
    let job = try await Caller().finished("/optimizations", ["form": two])
    #expect(try await job.table("final_budget").rows.count == 92)
    let same = JobForms.optimization.with("constraints", value: [JobForms.constraint, JobForms.constraint])
    #expect(await answer(same).faultyFields == ["constraints"])
  }

  @Test("An entry that is not optimized needs no bounds")
  func unoptimized() async throws {
    let form = JobForms.optimization.with(
      "constraints",
      "0",
      "channel_budgets",
      "0",
      value: [
        "unoptimized": true, "channels": [["name": "linear_tv"]],
      ]
    )
    let job = try await Caller().finished("/optimizations", ["form": form])
    #expect(try await job.table("channel_summary").sums(of: "spend", by: "channel")["linear_tv"] == 0)
  }

  @Test(
    "What stands beside the form is checked too",
    arguments: [("name", 7), ("show_in_ui", "true"), ("use_latest_deployments", 1)] as [(String, JSONValue)]
  )
  func beside(_ field: String, _ value: JSONValue) async {
    let answer = await Caller().post("/optimizations", .object(["form": JobForms.optimization, field: value]))
    #expect(answer.faultyFields == [field])
  }
}
