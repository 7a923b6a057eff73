import Foundation
import Testing

@testable import RecastSandbox

@Suite("Budgets of plans")
struct PlanBudgetTests {
  private func create(_ budget: JSONValue?, _ changes: [String: JSONValue] = [:]) async throws -> Answer {
    var form = try PlanForms.scratch()
    form["budget"] = budget
    form.merge(changes) { $1 }
    return await Caller().post("/plans", ["form": .object(form)])
  }

  private func stored(_ rows: [JSONValue], end: String) async throws -> CSVTable {
    let caller = Caller()
    let id = try await caller.plan([
      "label": "cells", "start_date": "2026-10-01", "end_date": .string(end), "budget": .array(rows),
    ])
    return try await caller.table("/plans/\(id)/versions/\(try await caller.primaryVersion(of: id))/budget")
  }

  @Test("Cells keep the text and the digits that were sent; blank ones become 0")
  func exactCells() async throws {
    let body = """
      {"form": {"label": "cells", "start_date": "2026-10-01", "end_date": "2026-10-05", "budget": [
        ["date", "META", "Tiktok"], ["2026-10-01", "0100.50", 1650.25], ["2026-10-02", "", null],
        ["2026-10-03", 12345678901234567890.123, "98765432109876543210987654321.5"],
        ["2026-10-04", 0, "1e3"], ["2026-10-05", 0.1, " 7 "]]}}
      """
    let caller = Caller()
    let answer = await caller.post("/plans", bytes: Data(body.utf8))
    try #require(answer.status == 201, "\(answer.text)")
    let id = try #require(answer.json["id"]?.string)
    let table = try await caller.table("/plans/\(id)/versions/\(try await caller.primaryVersion(of: id))/budget")
    #expect(try table.column("meta") == ["0100.50", "0", "12345678901234567890.123", "0", "0.1"])
    #expect(try table.column("tiktok") == ["1650.25", "0", "98765432109876543210987654321.5", "1e3", "7"])
  }

  @Test("Columns are spelled as the models spell them, whatever was sent")
  func caseOfColumns() async throws {
    let rows: [JSONValue] = [
      ["date", "OUT OF HOME, TRANSIT", "radio & audio", "Search_Branded", "EMAIL_SENDS", "average_PRICE"],
      ["2026-10-01", 1, 2, 3, 4, 5], ["2026-10-02", 1, 2, 3, 4, 5],
    ]
    let table = try await stored(rows, end: "2026-10-02")
    #expect(
      table.header == [
        "date", "Radio & Audio", "Out of Home, Transit", "email_sends", "consumer_confidence", "average_price",
        "search_branded",
      ]
    )
  }

  @Test("A contextual variable that was left out has the model's value; a channel that was left out is absent")
  func omitted() async throws {
    let caller = Caller()
    let id = try await caller.plan(try PlanForms.scratch(["meta"]))
    let version = "/plans/\(id)/versions/\(try await caller.primaryVersion(of: id))"
    let summary = try #require(await caller.get(version).json["budget_summary"])
    #expect(
      summary == [
        "spend_channels": ["meta"], "non_spend_channels": [], "lower_funnel_channels": [],
        "contextual_variables": ["consumer_confidence", "average_price"],
      ]
    )
    let table = try await caller.table(version + "/budget")
    #expect(Set(try table.column("average_price")) == ["49.9"])
    #expect(Set(try table.column("consumer_confidence")) == ["100"])
    #expect(table.header.contains("email_sends") == false)
  }

  @Test(
    "A table that is empty in structure, or no table, is refused",
    arguments: [nil, .null, [], [["date", "meta"]], "text", [[]], [["date"]], ["date"]] as [JSONValue?]
  )
  func structurallyEmpty(_ budget: JSONValue?) async throws {
    let answer = try await create(budget)
    #expect(answer.status == 422)
    #expect(answer.faultyFields == ["budget"])
  }

  @Test("A table of zeros is a plan without spend")
  func zeros() async throws {
    let caller = Caller()
    var form = try PlanForms.scratch(["meta"])
    form["budget"] = PlanForms.budget(try PlanForms.days("2026-10-01", 10), ["meta"], cell: 0)
    _ = try await caller.plan(form)
    #expect(await caller.items("/plans").first?["primary_version"]?["total_spend"]?.double == 0)
  }

  @Test(
    "Header and cells are checked",
    arguments: [
      (["day", "meta"], ["2026-10-01", 1], ["2026-10-02", 1]),
      (["Date", "meta"], ["2026-10-01", 1], ["2026-10-02", 1]),
      (["date", "meta", "Meta"], ["2026-10-01", 1, 1], ["2026-10-02", 1, 1]),
      (["date", "billboards"], ["2026-10-01", 1], ["2026-10-02", 1]),
      (["date", 5], ["2026-10-01", 1], ["2026-10-02", 1]),
      (["date", "meta"], ["2026-10-01", 1, 1], ["2026-10-02", 1]),
      (["date", "meta"], ["2026-10-01"], ["2026-10-02", 1]),
      (["date", "meta"], ["2026-10-01", 1], ["2026-10-01", 1]),
      (["date", "meta"], ["1.10.2026", 1], ["2026-10-02", 1]),
      (["date", "meta"], ["2026-10-01", -1], ["2026-10-02", 1]),
      (["date", "meta"], ["2026-10-01", "-1"], ["2026-10-02", 1]),
      (["date", "meta"], ["2026-10-01", "1,000"], ["2026-10-02", 1]),
      (["date", "meta"], ["2026-10-01", "much"], ["2026-10-02", 1]),
      (["date", "meta"], ["2026-10-01", true], ["2026-10-02", 1]),
      (["date", "meta"], ["2026-10-01", [1]], ["2026-10-02", 1]),
      (["date", "meta"], ["2026-10-02", 1], ["2026-10-01", 1]),
      (["date", "meta"], ["2026-10-01", 1], ["2026-10-03", 1]),
      (["date", "average_price"], ["2026-10-01", 1], ["2026-10-02", 1]),
    ] as [(JSONValue, JSONValue, JSONValue)]
  )
  func faults(_ header: JSONValue, _ first: JSONValue, _ second: JSONValue) async throws {
    let answer = try await create([header, first, second], ["end_date": "2026-10-02"])
    #expect(answer.status == 422)
    #expect(answer.faultyFields == ["budget"])
  }

  @Test(
    "The rows must cover the plan's days exactly",
    arguments: [("2026-10-01", 9), ("2026-10-01", 11), ("2026-09-30", 10)]
  )
  func coverage(_ first: String, _ count: Int) async throws {
    let answer = try await create(PlanForms.budget(try PlanForms.days(first, count), ["meta"]))
    #expect(answer.faultyFields == ["budget"])
  }

  @Test(
    "An active deployment that backs no KPI lists channels that plans do not know",
    arguments: ["influencers", "app_store_search", "push_notifications"]
  )
  func unlinkedDeployment(_ channel: String) async throws {
    let caller = Caller()
    let listed = await caller.get("/deployments/5698").json
    #expect(listed["active"] == true)
    #expect(listed.bytes.range(of: Data(channel.utf8)) != nil)
    let answer = try await create(PlanForms.budget(try PlanForms.days("2026-10-01", 10), ["meta", channel]))
    #expect(answer.status == 422)
    #expect(answer.faultyFields == ["budget"])
  }

  @Test("Models that disagree about which funnel a channel belongs to make every plan impossible")
  func contradictoryModels() {
    var second = DemoDeployments.all.filter { $0.dashboard == "new_customers" }
    for place in second.indices {
      second[place].lowerFunnel[0].name = "meta"
      second[place].upperFunnel.removeAll { $0.name == "meta" }
    }
    let catalog = PlanCatalog(
      deployments: DemoDeployments.all.filter { $0.dashboard == "revenue" } + second,
      kpis: DemoKPIs.all
    )
    var reader = PlanFormReader([:], numbers: ExactNumbers(body: Data()), catalog: catalog)
    #expect(reader.read() == nil)
    #expect(reader.errors.messages["base"]?.first?.contains("meta") == true)
  }
}
