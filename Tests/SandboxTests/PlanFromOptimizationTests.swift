import Foundation
import Testing

@testable import RecastSandbox

@Suite("New plans from an optimization")
struct PlanFromOptimizationTests {
  private static func optimization(_ changes: [String: JSONValue] = [:]) -> JSONValue {
    let channels = ["linear_tv", "meta", "youtube", "tiktok", "podcast", "Radio & Audio"]
    let form: [String: JSONValue] = [
      "objective": "roi", "target": "2", "confidence": "75", "strategy": .null, "kpi_id": .string(PlanForms.revenue),
      "spend_scope": "upper_funnel", "exact_spend": "400000", "optimize_for_insample_effect": "F",
      "custom_model_type": "roi", "budget": [],
      "constraints": [
        [
          "start_date": "2026-11-01", "end_date": "2026-11-30", "limit_spend": .null,
          "channel_budgets": [
            ["min": "0", "max": "1000000000", "channels": .array(channels.map { ["name": .string($0)] })]
          ],
          "lower_funnel_caps": [
            "search_branded": ["option": "capped", "cap": "90000", "min": "0", "max": ""],
            "affiliates": ["option": "off", "cap": "", "min": "0", "max": ""],
          ],
        ]
      ],
      "depvar_configurations": [
        [
          "deployment_id": 5716, "multiplier": 1, "name": "revenue",
          "spikes": [["name": "Black Friday", "dates": ["2025-11-28", "2026-11-27"]]],
        ]
      ],
    ]
    return .object(form.merging(changes) { $1 })
  }

  private func optimize(_ caller: Caller, finish: Bool = true) async throws -> Int {
    let answer = await caller.post("/optimizations", ["form": Self.optimization()])
    let id = try #require(answer.json["id"]?.integer, "\(answer.text)")
    if finish { caller.clock.advance(seconds: 400) }
    return id
  }

  private func create(_ caller: Caller, _ form: [String: JSONValue]) async -> Answer {
    await caller.post("/plans", ["form": .object(form)])
  }

  @Test("Dates, amounts, caps and spikes inside the period are the optimization's")
  func derived() async throws {
    let caller = Caller()
    let optimization = try await optimize(caller)
    let plan = try await caller.plan(["optimization_id": .integer(optimization), "label": "optimized"])
    let item = try #require(await caller.items("/plans?label=optimized").first)
    #expect(item["start_date"] == "2026-11-01")
    #expect(item["end_date"] == "2026-11-30")
    #expect(item["plan_type"] == "custom")
    let path = "/plans/\(plan)/versions/\(try await caller.primaryVersion(of: plan))"
    let version = await caller.get(path).json
    let caps = version["lower_funnel_channel_caps"]?.array ?? []
    #expect(caps.first { $0["channel_name"] == "search_branded" }?["option"] == "capped")
    #expect(caps.first { $0["channel_name"] == "search_branded" }?["cap"]?.double == 90_000)
    #expect(caps.first { $0["channel_name"] == "affiliates" }?["option"] == "off")
    #expect(version["spike_type"] == "custom")
    #expect(
      version["depvar_spike_groups"] == [
        ["spike_name": "Black Friday", "depvars": [["depvar_slug": "revenue", "dates": ["2026-11-27"]]]]
      ]
    )
    #expect(version["compatible_kpis"]?.array?.first?["label"] == "Revenue")

    let recommended = try await caller.table("/optimizations/\(optimization)/downloads/final_budget")
    let budget = try await caller.table(path + "/budget")
    for channel in ["linear_tv", "meta", "podcast", "Radio & Audio"] {
      #expect(try budget.column(channel) == recommended.column(channel))
    }
    #expect(budget.header.contains("search_branded") == false)
  }

  @Test("The optimization wins over everything that is sent with it, even over what would be refused")
  func extras() async throws {
    let caller = Caller()
    var form = try PlanForms.scratch(["no such channel"])
    form["optimization_id"] = .integer(try await optimize(caller))
    form["start_date"] = "never"
    let answer = await create(caller, form)
    #expect(answer.status == 201)
    #expect(await caller.items("/plans").first?["start_date"] == "2026-11-01")
  }

  @Test("An optimization that is unknown, malformed or not finished is 422")
  func unusable() async throws {
    let caller = Caller()
    let running = try await optimize(caller, finish: false)
    for id in [.integer(running), 1, "abc", [], .number(1.5), true] as [JSONValue] {
      let answer = await create(caller, ["optimization_id": id, "label": "x"])
      #expect(answer.status == 422)
      #expect(answer.faultyFields == ["optimization_id"])
    }
    #expect(await caller.items("/plans").count == 4)
  }

  @Test("The rules of labels are those of plans from scratch")
  func labels() async throws {
    let caller = Caller()
    let id = JSONValue.integer(try await optimize(caller))
    #expect(await create(caller, ["optimization_id": id]).status == 400)
    #expect(await create(caller, ["optimization_id": id, "label": " "]).status == 400)
    #expect(await create(caller, ["optimization_id": id, "label": "H2 2026"]).faultyFields == ["label"])
    #expect(
      await create(caller, ["label": "neither shape"]).json["error"]?["message"]
        == "Missing required parameter: optimization_id"
    )
  }
}
