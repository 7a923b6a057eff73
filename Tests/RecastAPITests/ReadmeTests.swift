import Foundation
import RecastAPI
import Testing

/// The README's samples: they stand here as well, so that the compiler reads them.
@Suite struct ReadmeTests {
  private func call(start: CalendarDate, end: CalendarDate, folder: URL) async throws {
    let reports = try Recast().client("acme").reports  // the token comes from RECAST_PAT
    let job = try await reports.create(.spendSummary(deploymentID: 41, startDate: start, endDate: end))
    let report = try await job.finished(within: .minutes(15))
    try await report.downloads.save(to: folder)  // every table of the report as a CSV file
  }

  private func sandbox() throws -> ReportsResource {
    let recast = try Recast(token: "gr_sandbox_token", baseURL: "http://127.0.0.1:8080")
    let reports = recast.client("democlient").reports  // deployment 5716 is among its deployments
    return reports
  }

  private func use(_ recast: Recast, _ reports: ReportsResource, _ report: Completed<Report>) async throws {
    for try await item in reports.list().items { print(item.status) }
    for try await row in try report.download("tables-daily").rows { print(row["channel"] ?? "") }
    let again = try await reports.create(reports.get(id: 42).form)
    let same = try await recast.send(Calls.getReport(client: "acme", id: 42))
    print(again.id, same.status)
  }

  private func fillIn(_ period: OptimizationConstraint, _ parts: [DepvarConfiguration]) -> OptimizationForm {
    // swift-format-ignore
    let form = OptimizationForm.efficiency(
      floor: 2, confidence: 75, modelType: .roi, constraints: [period], depvarConfigurations: parts, spend: .total(900_000)
    )
    return form
  }

  private func edit(_ versions: PlanVersionsResource, _ plan: UUID, _ day: CalendarDate) async throws -> UUID {
    let edited = try await versions.edit(planID: plan) { current in
      var budget = try await BudgetTable(versions.budget(planID: plan, id: current.id))
      let before = budget
      budget[day, "tv"] = 12_000
      return PlanVersionForm(budget: budget.changes(since: before))
    }
    return edited.id
  }

  @Test func everyLineOfTheSampleIsCompiledHere() throws {
    let tests = URL(fileURLWithPath: #filePath)
    let root = tests.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let compiled = Set(
      try String(contentsOf: tests, encoding: .utf8).split(separator: "\n")
        .map { $0.trimmingCharacters(in: .whitespaces) }
    )
    let blocks = readme.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    let lines = blocks.flatMap { $0.split(separator: "\n") }.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.count > 4)
    for line in lines where !line.isEmpty && !line.hasPrefix("import ") { #expect(compiled.contains(line)) }
  }
}
