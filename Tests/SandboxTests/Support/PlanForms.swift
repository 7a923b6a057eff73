import Foundation
import Testing

@testable import RecastSandbox

/// Valid inputs of plans, and what the demonstration's plans are called.
enum PlanForms {
  static let halfYear = "8d777078-044e-4e3d-8d95-8dc14daf8d93"
  static let halfYearVersion = "4b026308-cce1-42f0-a1ac-2b6b902766ec"
  static let halfYearFirstVersion = "a2a1f0de-5a67-4a3a-bb0a-37f5f5c5c804"
  static let revenue = "d66d6adb-1d17-40cc-9bc7-f4bc6c78ec2e"
  static let newCustomers = "0b6f7f4e-52a3-4c57-9a0b-6f2d0f0b9c31"

  /// Every column that the models behind the KPIs need.
  static let neededColumns = [
    "linear_tv", "meta", "youtube", "tiktok", "podcast", "Radio & Audio", "Out of Home, Transit", "email_sends",
  ]

  /// Days from a day on, as texts.
  static func days(_ first: String, _ count: Int) throws -> [String] {
    let first = try #require(CalendarDay(first))
    return (0..<count).map { (first + $0).text }
  }

  static func budget(_ days: [String], _ columns: [String], cell: JSONValue = "100") -> JSONValue {
    .array([JSONValue(["date"] + columns)] + days.map { .array([.string($0)] + columns.map { _ in cell }) })
  }

  /// Ten days of October with the given columns.
  static func scratch(_ columns: [String] = neededColumns, label: String = "October") throws -> [String: JSONValue] {
    [
      "label": .string(label), "start_date": "2026-10-01", "end_date": "2026-10-10",
      "budget": budget(try days("2026-10-01", 10), columns),
    ]
  }
}

extension Caller {
  func send(_ method: String, _ path: String, _ body: JSONValue? = nil) async -> Answer {
    let headers = [
      (name: "Authorization", value: "Bearer \(token)"), (name: "Content-Type", value: "application/json"),
    ]
    return await send(SandboxRequest(method, root + path, headers: headers, body: body?.bytes ?? Data()))
  }

  func items(_ path: String) async -> [JSONValue] {
    await get(path).json["data"]?.array ?? []
  }

  func table(_ path: String) async throws -> CSVTable {
    let answer = await get(path)
    try #require(answer.status == 200, "\(path): \(answer.text)")
    return try CSVTable(answer.text)
  }

  /// Makes a plan and returns its id.
  func plan(_ form: [String: JSONValue]) async throws -> String {
    let answer = await post("/plans", ["form": .object(form)])
    try #require(answer.status == 201, "\(answer.text)")
    return try #require(answer.json["id"]?.string)
  }

  /// The id of a plan's primary version.
  func primaryVersion(of plan: String) async throws -> String {
    let versions = await items("/plans/\(plan)/versions")
    return try #require(versions.first { $0["primary"] == true }?["id"]?.string)
  }

  /// Makes the next version of a plan.
  func version(of plan: String, _ form: [String: JSONValue]) async throws -> Answer {
    await post(
      "/plans/\(plan)/versions",
      ["base_version_id": .string(try await primaryVersion(of: plan)), "form": .object(form)]
    )
  }
}
