import Foundation
import Testing

@testable import RecastSandbox

@Suite("New plans from scratch")
struct PlanCreationTests {
  private func create(_ changes: [String: JSONValue?]) async throws -> Answer {
    try await create(Caller(), changes)
  }

  private func create(_ caller: Caller, _ changes: [String: JSONValue?]) async throws -> Answer {
    var form = try PlanForms.scratch()
    for (field, value) in changes { form[field] = value }
    return await caller.post("/plans", ["form": .object(form)])
  }

  @Test("201 with the plan's id alone; the plan is custom and has one version, which is primary")
  func created() async throws {
    let caller = Caller()
    let answer = try await create(caller, [:])
    #expect(answer.status == 201)
    guard case .object(let members) = answer.json else { return #expect(Bool(false), "no object: \(answer.text)") }
    #expect(Array(members.keys) == ["id"])
    let plan = try #require(await caller.items("/plans").first)
    #expect(plan["id"] == answer.json["id"])
    #expect(plan["plan_type"] == "custom")
    #expect(plan["status"] == "future")
    #expect(plan["start_date"] == "2026-10-01")
    #expect(plan["end_date"] == "2026-10-10")
    // Seven channels and ten days of 100; e-mails are no spend.
    #expect(plan["primary_version"]?["total_spend"]?.double == 7000)
    let versions = await caller.items("/plans/\(try #require(plan["id"]?.string))/versions")
    #expect(versions.map { $0["primary"] } == [true])
    #expect(versions.first?["version_number"] == "v1")
  }

  @Test("A label that is missing or blank is 400, not 422", arguments: [nil, .null, "", "  "] as [JSONValue?])
  func blankLabel(_ label: JSONValue?) async throws {
    let answer = try await create(["label": label])
    #expect(answer.status == 400)
    #expect(answer.json["error"]?["message"] == "Missing required parameter: label")
  }

  @Test("A label can be used once, and a refused plan does not use it")
  func duplicateLabel() async throws {
    let caller = Caller()
    #expect(try await create(caller, ["start_date": "yesterday"]).status == 422)
    #expect(try await create(caller, [:]).status == 201)
    let again = try await create(caller, [:])
    #expect(again.status == 422)
    #expect(again.faultyFields == ["label"])
    #expect(try await create(caller, ["label": "H2 2026"]).faultyFields == ["label"])
    #expect(await caller.items("/plans").count == 5)
  }

  @Test(
    "A body without a usable form is 400",
    arguments: ["", "{", "[]", "{}", #"{"form": null}"#, #"{"form": {}}"#, #"{"form": {"label": "only"}}"#]
  )
  func missingForm(_ body: String) async {
    #expect(await Caller().post("/plans", bytes: Data(body.utf8)).status == 400)
  }

  @Test("A form that is not an object breaks the service", arguments: ["text", [], 5, true] as [JSONValue])
  func formDefect(_ form: JSONValue) async {
    #expect(await Caller().post("/plans", ["form": form]).status == 500)
  }

  @Test(
    "Dates are checked against each other and the models",
    arguments: [
      ("start_date", nil, "start_date"), ("start_date", "10/01/2026", "start_date"), ("end_date", nil, "end_date"),
      ("end_date", "2026-10-01", "end_date"), ("end_date", "2026-09-01", "end_date"),
      ("start_date", "2022-12-31", "start_date"), ("end_date", "2028-08-30", "end_date"),
    ] as [(String, JSONValue?, String)]
  )
  func dates(_ field: String, _ value: JSONValue?, _ faulty: String) async throws {
    let answer = try await create([field: value])
    #expect(answer.status == 422)
    #expect(answer.faultyFields.contains(faulty))
  }

  @Test("The last day may be 730 days after the data of the model that ends first; the message says which that is")
  func lastDay() async throws {
    let late = try await create(["end_date": "2028-08-30"])
    #expect(late.json["error"]?["message"]?.string?.contains("can't be after 2028-08-29") == true)
    let last = try await create([
      "start_date": "2028-08-28", "end_date": "2028-08-29",
      "budget": PlanForms.budget(["2028-08-28", "2028-08-29"], ["meta"]),
    ])
    #expect(last.status == 201)
    let first = try await create([
      "start_date": "2023-01-01", "end_date": "2023-01-02",
      "budget": PlanForms.budget(["2023-01-01", "2023-01-02"], ["meta"]),
    ])
    #expect(first.status == 201)
  }

  @Test("The token comes before the body, and there is one client")
  func access() async throws {
    var caller = Caller()
    caller.root = "/v1/clients/other"
    #expect([403, 404].contains(try await create(caller, [:]).status))
    caller.token = "wrong"
    #expect(await caller.post("/plans", bytes: Data("{".utf8)).status == 401)
  }

  @Test(
    "The 21st write within a minute is 429 in plain text without Retry-After; versions count, goals and reads do not"
  )
  func rateLimit() async throws {
    let caller = Caller()
    for number in 0..<19 { _ = try await create(caller, ["label": .string("Plan \(number)")]) }
    #expect(try await caller.version(of: PlanForms.halfYear, ["spike_type": "model"]).status == 201)
    let refused = try await create(caller, ["label": "one too many"])
    #expect(refused.status == 429)
    #expect(refused.text.hasPrefix("Retry later"))
    #expect(refused.header("Content-Type")?.hasPrefix("text/plain") == true)
    #expect(refused.header("Retry-After") == nil)
    #expect(try await caller.version(of: PlanForms.halfYear, ["spike_type": "model"]).status == 429)
    #expect(await caller.get("/plans").status == 200)
    #expect(await caller.send("DELETE", "/plans/\(PlanForms.halfYear)/goals/247").status == 204)
    caller.clock.advance(seconds: 61)
    #expect(try await create(caller, ["label": "one too many"]).status == 201)
  }
}
