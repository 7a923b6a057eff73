import Foundation
import Testing

@testable import RecastSandbox

@Suite("Plan versions")
struct PlanVersionTests {
  private let path = "/plans/\(PlanForms.halfYear)/versions"

  private func post(_ caller: Caller, base: JSONValue?, form: JSONValue?) async -> Answer {
    var body: [String: JSONValue] = [:]
    body["base_version_id"] = base
    body["form"] = form
    return await caller.post(path, .object(body))
  }

  private var patch: JSONValue { ["budget": [["date", "meta"], ["2026-10-02", "1650"]]] }

  @Test("The newest comes first and is the only primary one")
  func list() async {
    let versions = await Caller().items(path)
    #expect(versions.map { $0["version_number"] } == ["v2", "v1"])
    #expect(versions.map { $0["primary"] } == [true, false])
    #expect(versions.allSatisfy { $0["plan_id"]?.string == PlanForms.halfYear })
    #expect(versions.allSatisfy { $0["budget_summary"] == nil })
  }

  @Test("A new version is primary, generates its label, and moves the base version's updated_at")
  func newVersion() async throws {
    let caller = Caller()
    let before = await caller.get(path + "/" + PlanForms.halfYearVersion).json
    let answer = await post(caller, base: .string(PlanForms.halfYearVersion), form: patch)
    #expect(answer.status == 201)
    let id = try #require(answer.json["id"]?.string)
    #expect(answer.json == ["id": .string(id)])
    #expect(id != PlanForms.halfYear)
    let versions = await caller.items(path)
    #expect(versions.map { $0["id"] }.first == .string(id))
    #expect(versions.map { $0["primary"] } == [true, false, false])
    #expect(versions.first?["version_number"] == "v3")
    #expect(versions.first?["label"]?.string?.hasPrefix("Plan Version 3 2026-09-18") == true)
    let after = await caller.get(path + "/" + PlanForms.halfYearVersion).json
    #expect(before["updated_at"] != after["updated_at"])
    #expect(before["budget_summary"] == after["budget_summary"])
    let plan = try #require(await caller.items("/plans?status=current&plan_type=custom").first)
    #expect(plan["primary_version"]?["id"]?.string == id)
  }

  @Test("Only the cells that were sent are another")
  func sparsePatch() async throws {
    let caller = Caller()
    let before = try await caller.table(path + "/\(PlanForms.halfYearVersion)/budget")
    let sent: JSONValue = [["date", "TIKTOK", "meta"], ["2026-11-05", "17.50", ""], ["2026-10-02", 3, "1650"]]
    let answer = await post(caller, base: .string(PlanForms.halfYearVersion), form: ["budget": sent])
    let after = try await caller.table(path + "/\(try #require(answer.json["id"]?.string))/budget")
    #expect(before.header == after.header)
    var changed: [String: String] = [:]
    for (old, new) in zip(before.rows, after.rows) {
      for (place, name) in before.header.enumerated() where old[place] != new[place] {
        changed["\(new[0]) \(name)"] = new[place]
      }
    }
    #expect(
      changed == [
        "2026-11-05 tiktok": "17.50", "2026-11-05 meta": "0", "2026-10-02 tiktok": "3", "2026-10-02 meta": "1650",
      ]
    )
    #expect(try await caller.table(path + "/\(PlanForms.halfYearVersion)/budget").rows == before.rows)
  }

  @Test("A column adds a channel, which stays even with nothing to spend")
  func newChannel() async throws {
    let caller = Caller()
    let id = try await caller.plan(try PlanForms.scratch(["meta"]))
    let added = try await caller.version(of: id, ["budget": [["date", "youtube"], ["2026-10-02", 10]]])
    #expect(added.status == 201)
    _ = try await caller.version(of: id, ["budget": [["date", "youtube"], ["2026-10-02", 0]]])
    let version = "/plans/\(id)/versions/\(try await caller.primaryVersion(of: id))"
    let detail = await caller.get(version).json
    #expect(detail["budget_summary"]?["spend_channels"] == ["meta", "youtube"])
    #expect(Set(try await caller.table(version + "/budget").column("youtube")) == ["0"])
  }

  @Test("Without a base version 400, which names the parameter", arguments: [nil, .null, "", " "] as [JSONValue?])
  func missingBase(_ base: JSONValue?) async {
    let answer = await post(Caller(), base: base, form: patch)
    #expect(answer.status == 400)
    #expect(answer.faultyFields == ["base_version_id"])
  }

  @Test("Without a form, or with an empty one, 400", arguments: [nil, .null, [:]] as [JSONValue?])
  func missingForm(_ form: JSONValue?) async {
    let answer = await post(Caller(), base: .string(PlanForms.halfYearVersion), form: form)
    #expect(answer.status == 400)
    #expect(answer.faultyFields == ["form"])
  }

  @Test("A form that is not an object breaks the service", arguments: ["text", [], 1] as [JSONValue])
  func formDefect(_ form: JSONValue) async {
    #expect(await post(Caller(), base: .string(PlanForms.halfYearVersion), form: form).status == 500)
  }

  @Test(
    "A base version that is not the primary one is 409 without details",
    arguments: [
      .string(PlanForms.halfYearFirstVersion), "0b6f7f4e-52a3-4c57-9a0b-6f2d0f0b9c31", "not-a-uuid", 5, true,
      "70c4b9d7-0f5b-4d92-8c0d-b5a4cf06d906",
    ] as [JSONValue]
  )
  func conflict(_ base: JSONValue) async {
    let caller = Caller()
    let answer = await post(caller, base: base, form: patch)
    #expect(answer.status == 409)
    #expect(
      answer.json == ["error": ["message": "base_version_id doesn't match plan's primary version id"]]
    )
    #expect(await caller.items(path).count == 2)
  }

  @Test("Of two edits of one version the second is 409, and passes once it has read the new primary version")
  func race() async throws {
    let caller = Caller()
    let base = JSONValue.string(PlanForms.halfYearVersion)
    async let left = post(caller, base: base, form: patch)
    async let right = post(caller, base: base, form: patch)
    #expect(await [left.status, right.status].sorted() == [201, 409])
    #expect(try await caller.version(of: PlanForms.halfYear, ["spike_type": "model"]).status == 201)
  }

  @Test(
    "What a version cannot change is 422 and named",
    arguments: ["label", "start_date", "end_date", "optimization_id", "other"]
  )
  func unknownKey(_ key: String) async {
    let form: JSONValue = ["spike_type": "model", "x": 1]
    guard case .object(var members) = form else { return }
    members["x"] = nil
    members[key] = "2026-10-01"
    let answer = await post(Caller(), base: .string(PlanForms.halfYearVersion), form: .object(members))
    #expect(answer.status == 422)
    #expect(answer.faultyFields == [key])
  }

  @Test("One date outside the plan refuses all cells")
  func dateOutside() async {
    let caller = Caller()
    let budget: JSONValue = [["date", "meta"], ["2026-10-02", 1], ["2027-01-01", 1]]
    let answer = await post(caller, base: .string(PlanForms.halfYearVersion), form: ["budget": budget])
    #expect(answer.faultyFields == ["budget"])
    #expect(await caller.items(path).count == 2)
  }

  @Test("A malformed body or plan", arguments: [("{", 400), ("[]", 400)])
  func malformed(_ body: String, _ status: Int) async {
    #expect(await Caller().post(path, bytes: Data(body.utf8)).status == status)
    #expect(await Caller().post("/plans/not-a-uuid/versions", ["form": [:]]).status == 404)
  }
}
