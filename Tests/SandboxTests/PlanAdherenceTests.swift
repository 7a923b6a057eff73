import Foundation
import Testing

@testable import RecastSandbox

@Suite("Adherence of plans")
struct PlanAdherenceTests {
  private let path = "/plans/\(PlanForms.halfYear)/adherence"

  private func newest(_ caller: Caller) async throws -> JSONValue {
    let id = try #require(await caller.items(path).first?["id"]?.integer)
    return await caller.get(path + "/\(id)").json
  }

  @Test("One report per refresh and version, newest first, and none for a plan without actual spend")
  func list() async throws {
    let caller = Caller()
    let reports = await caller.items(path)
    #expect(reports.compactMap { $0["plan_version_number"]?.string } == ["v2", "v1", "v1"])
    let through = reports.compactMap { $0["report_through_date"]?.string }
    #expect(through == ["2026-08-30", "2026-08-30", "2026-08-23"])
    #expect(reports.allSatisfy { $0["status"] == "success" })
    #expect(reports.allSatisfy { $0["highlights"] == nil })
    let first = await caller.items(path + "?plan_version_id=\(PlanForms.halfYearFirstVersion)")
    #expect(first.count == 2)
    let plan = try await caller.plan(try PlanForms.scratch())
    let none = await caller.get("/plans/\(plan)/adherence")
    #expect(none.status == 200)
    #expect(none.json["data"] == [])
    #expect(none.json["pagination"]?["total_count"] == 0)
  }

  @Test("Sums run to the last day with data, agree with the files, and differ from the plan's own total")
  func sums() async throws {
    let caller = Caller()
    let report = try await newest(caller)
    let id = try #require(report["id"]?.integer)
    #expect(report["plan_id"]?.string == PlanForms.halfYear)
    let total = try #require(report["highlights"]?["total"])
    let upper = try #require(report["highlights"]?["spend_channels"]?["upper_funnel"]?.array)
    let lower = try #require(report["highlights"]?["spend_channels"]?["lower_funnel"]?.array)
    #expect(report["highlights"]?["nonspend_channels"] == nil)
    for field in ["planned_spend", "actual_spend"] {
      let sum = (upper + lower).compactMap { $0[field]?.double }.reduce(0, +)
      #expect(abs(sum - (total[field]?.double ?? .nan)) < 0.01)
      let file = try await caller.table(path + "/\(id)/downloads/all-channels-adherence")
      #expect(file.rows.count == 61)
      #expect(try file.sum(of: field) == Int(((total[field]?.double ?? .nan) * 100).rounded()))
    }
    let meta = try #require(upper.first { $0["channel_name"] == "meta" })
    let file = try await caller.table(path + "/\(id)/downloads/meta-adherence")
    #expect(try file.sum(of: "planned_spend") == Int(((meta["planned_spend"]?.double ?? .nan) * 100).rounded()))
    let cumulative = try #require(try file.column("planned_spend_cumulative").last)
    #expect(try hundredths(cumulative) == file.sum(of: "planned_spend"))
    let budget = try await caller.table(
      "/plans/\(PlanForms.halfYear)/versions/\(PlanForms.halfYearVersion)/budget?end_date=2026-08-30&granularity=total"
    )
    #expect(Double(try #require(try budget.column("meta").first)) == meta["planned_spend"]?.double)
    let plans = await caller.items("/plans?label=h2")
    #expect(
      (plans.first?["primary_version"]?["total_spend"]?.double ?? 0) > (total["planned_spend"]?.double ?? .infinity)
    )
  }

  @Test("Actual spend is what the deployment's history says")
  func actualSpend() async throws {
    let caller = Caller()
    let report = try await newest(caller)
    let spend = try #require(await caller.get("/deployments/5716?extra_fields[]=spend").json["spend"]?.array)
    let place = try #require(spend.first?.array?.firstIndex(of: "linear_tv"))
    let sum = spend.dropFirst().compactMap(\.array).filter { ($0.first?.string ?? "") >= "2026-07-01" }
      .reduce(0.0) { $0 + ($1[place].double ?? .nan) }
    let upper = report["highlights"]?["spend_channels"]?["upper_funnel"]?.array ?? []
    let channel = try #require(upper.first { $0["channel_name"] == "linear_tv" })
    #expect(abs((channel["actual_spend"]?.double ?? .nan) - sum) < 0.01)
  }

  @Test("A lower funnel channel that the model predicts has no planned figure, which is not 0, and no file")
  func lowerFunnel() async throws {
    let caller = Caller()
    let report = try await newest(caller)
    let lower = report["highlights"]?["spend_channels"]?["lower_funnel"]?.array ?? []
    let manual = try #require(lower.first { $0["channel_name"] == "search_branded" })
    #expect(manual["lf_option"] == "manual")
    #expect((manual["planned_spend"]?.double ?? 0) > 0)
    let uncapped = try #require(lower.first { $0["channel_name"] == "affiliates" })
    #expect(uncapped["lf_option"] == "uncapped")
    #expect(uncapped["planned_spend"] == .null)
    #expect((uncapped["actual_spend"]?.double ?? 0) > 0)
    let keys = (report["downloads"]?.array ?? []).compactMap { $0["key"]?.string }
    #expect(keys.first == "all-channels-adherence")
    #expect(keys.contains("search_branded-adherence"))
    #expect(keys.contains("affiliates-adherence") == false)
    let id = try #require(report["id"]?.integer)
    for key in keys {
      #expect(await caller.get(path + "/\(id)/downloads/\(percentEncoded(key))").status == 200)
    }
    #expect(await caller.get(path + "/\(id)/downloads/affiliates-adherence").status == 404)
  }

  @Test("A report that failed covers no day and has nothing to download")
  func failed() async throws {
    let caller = Caller()
    let spring = try #require(await caller.items("/plans?label=spring").first?["id"]?.string)
    let reports = await caller.items("/plans/\(spring)/adherence")
    #expect(reports.map { $0["status"] } == ["success", "error"])
    #expect(reports.map { $0["report_through_date"] } == ["2026-05-31", .null])
    let id = try #require(reports.last?["id"]?.integer)
    let report = await caller.get("/plans/\(spring)/adherence/\(id)").json
    #expect(report["highlights"] == nil)
    #expect(report["downloads"] == [])
  }

  @Test("Unknown reports are 404")
  func unknown() async throws {
    let caller = Caller()
    #expect(await caller.get(path + "/1").status == 404)
    #expect(await caller.get(path + "/x").status == 404)
    let id = try #require(await caller.items(path).first?["id"]?.integer)
    let plan = try await caller.plan(try PlanForms.scratch())
    #expect(await caller.get("/plans/\(plan)/adherence/\(id)").status == 404)
  }

  @Test("A plan with days in the past gets its report when it is made")
  func newPlan() async throws {
    let caller = Caller()
    let days = try PlanForms.days("2026-08-28", 5)
    let plan = try await caller.plan([
      "label": "end of August", "start_date": "2026-08-28", "end_date": "2026-09-01",
      "budget": PlanForms.budget(days, ["meta"]),
    ])
    let report = try #require(await caller.items("/plans/\(plan)/adherence").first)
    #expect(report["report_through_date"] == "2026-08-30")
    let id = try #require(report["id"]?.integer)
    let total = await caller.get("/plans/\(plan)/adherence/\(id)").json["highlights"]?["total"]
    #expect(total?["planned_spend"]?.double == 300)
  }
}
