import Foundation
import Testing

@testable import RecastSandbox

@Suite("What a plan version says")
struct PlanVersionDetailTests {
  private func detail(_ caller: Caller, _ plan: String) async throws -> JSONValue {
    await caller.get("/plans/\(plan)/versions/\(try await caller.primaryVersion(of: plan))").json
  }

  private func labels(_ detail: JSONValue, _ field: String) -> [String] {
    (detail[field]?.array ?? []).compactMap { $0["label"]?.string }
  }

  private func options(_ detail: JSONValue) -> [String: String] {
    Dictionary(
      (detail["lower_funnel_channel_caps"]?.array ?? []).compactMap { cap in
        cap["channel_name"]?.string.map { ($0, cap["option"]?.string ?? "") }
      }
    ) { $1 }
  }

  @Test("A KPI is compatible when every channel and variable that its models need is there")
  func compatibility() async throws {
    let caller = Caller()
    let complete = try await detail(caller, try await caller.plan(try PlanForms.scratch()))
    #expect(labels(complete, "compatible_kpis") == ["Revenue", "New customers", "Revenue and customer value"])
    #expect(
      complete["compatible_kpis"]?.array?.first == [
        "id": .string(PlanForms.revenue), "slug": "revenue", "label": "Revenue",
      ]
    )
    // A non-spend channel that was left out is not predicted: the plan cannot be forecast for the KPI that needs it.
    let columns = PlanForms.neededColumns.filter { $0 != "email_sends" }
    let partial = try await detail(caller, try await caller.plan(try PlanForms.scratch(columns, label: "no e-mails")))
    #expect(labels(partial, "compatible_kpis") == ["New customers"])
    #expect(labels(partial, "incompatible_kpis") == ["Revenue", "Revenue and customer value"])
    let small = try await detail(caller, try await caller.plan(try PlanForms.scratch(["meta"], label: "small")))
    #expect(labels(small, "compatible_kpis") == [])
  }

  @Test("Custom spikes must name the spikes that a model has on the plan's days")
  func spikeCompatibility() async throws {
    let caller = Caller()
    let days = try PlanForms.days("2026-04-05", 10)
    var form: [String: JSONValue] = [
      "label": "April", "start_date": "2026-04-05", "end_date": "2026-04-14", "spike_type": "custom",
      "budget": PlanForms.budget(days, PlanForms.neededColumns),
    ]
    let without = try await detail(caller, try await caller.plan(form))
    #expect(labels(without, "compatible_kpis") == ["New customers"])
    form["label"] = "April with its sale"
    form["depvar_spike_groups"] = [
      ["spike_name": "Spring Sale", "depvars": [["depvar_slug": "revenue", "dates": ["2026-04-10"]]]]
    ]
    let with = try await detail(caller, try await caller.plan(form))
    #expect(labels(with, "compatible_kpis").contains("Revenue"))
    #expect(with["depvar_spike_groups"] == form["depvar_spike_groups"])
    #expect(with["spike_type"] == "custom")
  }

  @Test("Custom groups are hidden while the spikes are the model's")
  func spikeTypes() async throws {
    let caller = Caller()
    let groups: JSONValue = [
      ["spike_name": "Black Friday", "depvars": [["depvar_slug": "revenue", "dates": ["2026-11-27"]]]]
    ]
    let plan = PlanForms.halfYear
    #expect(try await caller.version(of: plan, ["depvar_spike_groups": groups]).faultyFields == ["depvar_spike_groups"])
    let custom: [String: JSONValue] = ["spike_type": "custom", "depvar_spike_groups": groups]
    #expect(try await caller.version(of: plan, custom).status == 201)
    #expect(try await detail(caller, plan)["depvar_spike_groups"] == groups)
    // The type is inherited, so that groups can be sent by themselves now.
    #expect(try await caller.version(of: plan, ["depvar_spike_groups": groups]).status == 201)
    #expect(try await caller.version(of: plan, ["spike_type": "model"]).status == 201)
    #expect(try await detail(caller, plan)["depvar_spike_groups"] == [])
  }

  @Test(
    "Spikes are checked",
    arguments: [
      ("text"), [["spike_name": "Carnival", "depvars": []]], [["depvars": []]], [["spike_name": "Black Friday"]],
      [["spike_name": "Black Friday", "depvars": [["depvar_slug": "app_installs", "dates": ["2026-10-02"]]]]],
      [["spike_name": "Black Friday", "depvars": [["depvar_slug": "revenue", "dates": []]]]],
      [["spike_name": "Black Friday", "depvars": [["depvar_slug": "revenue", "dates": ["2026-11-27"]]]]],
      [["spike_name": "Black Friday", "depvars": [["depvar_slug": "revenue", "dates": ["soon"]]]]],
    ] as [JSONValue]
  )
  func invalidSpikes(_ groups: JSONValue) async throws {
    var form = try PlanForms.scratch()
    form["spike_type"] = "custom"
    form["depvar_spike_groups"] = groups
    let answer = await Caller().post("/plans", ["form": .object(form)])
    #expect(answer.status == 422)
    #expect(answer.faultyFields == ["depvar_spike_groups"])
  }

  @Test("Groups need custom spikes, and those may do without groups")
  func spikeTypeOfNewPlans() async throws {
    let caller = Caller()
    var form = try PlanForms.scratch()
    form["depvar_spike_groups"] = []
    #expect(await caller.post("/plans", ["form": .object(form)]).faultyFields == ["depvar_spike_groups"])
    form["spike_type"] = "other"
    #expect(await caller.post("/plans", ["form": .object(form)]).faultyFields.contains("spike_type"))
    form["spike_type"] = "custom"
    #expect(await caller.post("/plans", ["form": .object(form)]).status == 201)
  }

  @Test("A lower funnel channel that nothing is said about is manual with a column and uncapped without")
  func capDefaults() async throws {
    let caller = Caller()
    let plan = try await caller.plan(try PlanForms.scratch(PlanForms.neededColumns + ["search_branded"]))
    let defaults = try await detail(caller, plan)
    #expect(options(defaults) == ["search_branded": "manual", "affiliates": "uncapped"])
    #expect(defaults["budget_summary"]?["lower_funnel_channels"] == ["search_branded"])
    _ = try await caller.version(
      of: plan,
      [
        "lower_funnel_channel_caps": [["channel_name": "affiliates", "option": "capped", "cap": 500]]
      ]
    )
    _ = try await caller.version(
      of: plan,
      [
        "lower_funnel_channel_caps": [["channel_name": "SEARCH_branded", "option": "off", "cap": .null]]
      ]
    )
    let merged = try await detail(caller, plan)
    #expect(options(merged) == ["search_branded": "off", "affiliates": "capped"])
    let caps = merged["lower_funnel_channel_caps"]?.array ?? []
    #expect(caps.first { $0["channel_name"] == "affiliates" }?["cap"]?.double == 500)
    #expect(caps.first { $0["channel_name"] == "search_branded" }?["cap"] == .null)
  }

  @Test("Something that is no array in place of caps is dropped without a word on new plans, but not on versions")
  func scalarCaps() async throws {
    let caller = Caller()
    var form = try PlanForms.scratch()
    form["lower_funnel_channel_caps"] = "off"
    let plan = try await caller.plan(form)
    #expect(try await options(detail(caller, plan)) == ["search_branded": "uncapped", "affiliates": "uncapped"])
    let answer = try await caller.version(of: plan, ["lower_funnel_channel_caps": "off"])
    #expect(answer.faultyFields == ["lower_funnel_channel_caps"])
  }

  @Test(
    "Caps are checked",
    arguments: [
      [[:]], ["channel_name": "affiliates", "option": "off"], [["channel_name": "meta", "option": "off"]],
      [["channel_name": "app_store_search", "option": "off"]], [["channel_name": "affiliates", "option": "optimize"]],
      [["channel_name": "affiliates"]], [["channel_name": "affiliates", "option": "capped"]],
      [["channel_name": "affiliates", "option": "capped", "cap": 0]],
      [["channel_name": "affiliates", "option": "capped", "cap": "100"]],
      [["channel_name": "affiliates", "option": "off", "cap": 100]],
      [["channel_name": "affiliates", "option": "manual"]],
      [["channel_name": "affiliates", "option": "off"], ["channel_name": "affiliates", "option": "uncapped"]],
    ] as [JSONValue]
  )
  func invalidCaps(_ caps: JSONValue) async throws {
    var form = try PlanForms.scratch()
    form["lower_funnel_channel_caps"] = caps
    let answer = await Caller().post("/plans", ["form": .object(form)])
    #expect(answer.status == 422)
    #expect(answer.faultyFields == ["lower_funnel_channel_caps"])
  }
}
