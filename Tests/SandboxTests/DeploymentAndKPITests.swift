import Foundation
import Testing

@testable import RecastSandbox

@Suite("Deployments and KPIs")
struct DeploymentAndKPITests {
  @Test("A deployment tells its dates and channels; upper and lower funnel make up the spend channels")
  func detail() async throws {
    let deployment = await Caller().get("/deployments/5716").json
    #expect(deployment["dashboard_slug"] == "revenue")
    #expect(deployment["active"] == true)
    #expect(deployment["start_date"] == "2023-01-01")
    #expect(deployment["end_date"] == "2026-08-30")
    #expect(deployment["n_forecast"] == 180)
    let upper = try #require(deployment["upper_funnel_channel_labels"]?.array)
    let lower = try #require(deployment["lower_funnel_channel_labels"]?.array)
    #expect(deployment["spend_channels_labels"] == .array(upper + lower))
    #expect(deployment["non_spend_channels_labels"] == ["email_sends"])
    #expect(deployment["contextual_variable_defaults"]?["consumer_confidence"] == 100)
    #expect(deployment["spikes"]?.array?.first?["name"] == "Black Friday")
  }

  @Test("Extra fields come only when asked for, brackets encoded or not")
  func extraFields() async throws {
    let caller = Caller()
    for field in ["drop_days", "spend", "default_budget"] {
      #expect(await caller.get("/deployments/5716").json[field] == nil)
      #expect(await caller.get("/deployments/5716?extra_fields[]=\(field)").json[field] != nil)
    }
    let both = await caller.get("/deployments/5716?extra_fields%5B%5D=drop_days&extra_fields%5B%5D=default_budget").json
    #expect(both["drop_days"]?["linear_tv"] == 7)
    let budget = try #require(both["default_budget"]?.array)
    #expect(budget.count == 181)
    #expect(budget[1].array?.first == "2026-08-31")
    #expect(budget[0].array?.count == budget[180].array?.count)
  }

  @Test("A deployment without contextual variables says so with an empty object")
  func noContext() async {
    #expect(await Caller().get("/deployments/5698").json["contextual_variable_defaults"] == [:])
  }

  @Test("KPIs are listed with their parts and shown with the latest deployments")
  func kpis() async throws {
    let caller = Caller()
    let list = await caller.get("/kpis").json
    let ids = (list["data"]?.array ?? []).compactMap { $0["id"]?.string }
    #expect(ids.contains("d66d6adb-1d17-40cc-9bc7-f4bc6c78ec2e"))
    #expect(list["data"]?.array?.first?["depvars"] == [["slug": "revenue", "weight": 1]])
    let kpi = await caller.get("/kpis/D66D6ADB-1d17-40cc-9bc7-f4bc6c78ec2e").json
    let part = try #require(kpi["depvar_configurations"]?.array?.first)
    #expect(part["deployment_id"] == 5716)
    #expect(part["multiplier"] == 1)
    #expect(part["name"] == "revenue")
    #expect(part["spikes"] == (await caller.get("/deployments/5716").json)["spikes"])
    for id in ids { #expect(await caller.get("/kpis/\(id)").status == 200) }
  }
}
