import Foundation
import Testing

@testable import RecastSandbox

@Suite("Budget of a plan version as CSV")
struct PlanBudgetDownloadTests {
  private let path = "/plans/\(PlanForms.halfYear)/versions/\(PlanForms.halfYearVersion)/budget"

  @Test("One row per day unless told otherwise", arguments: ["", "?granularity=daily", "?granularity="])
  func daily(_ query: String) async throws {
    let caller = Caller()
    let answer = await caller.get(path + query)
    #expect(answer.header("Content-Type")?.hasPrefix("text/csv") == true)
    let table = try CSVTable(answer.text)
    #expect(table.header.first == "date")
    #expect(table.rows.count == 184)
    #expect(table.rows.first?.first == "2026-07-01")
    #expect(table.rows.last?.first == "2026-12-31")
    let detail = await caller.get("/plans/\(PlanForms.halfYear)/versions/\(PlanForms.halfYearVersion)").json
    let summary = ["spend_channels", "non_spend_channels", "contextual_variables", "lower_funnel_channels"]
    let names = summary.flatMap { detail["budget_summary"]?[$0]?.array ?? [] }.compactMap(\.string)
    #expect(table.header == ["date"] + names)
  }

  @Test(
    "Coarser rows name the days they cover and add up to the same amounts",
    arguments: [("total", 1), ("monthly", 6), ("weekly", 27)]
  )
  func coarser(_ granularity: String, _ rows: Int) async throws {
    let caller = Caller()
    let daily = try await caller.table(path)
    let table = try await caller.table(path + "?granularity=\(granularity)")
    #expect(table.header.prefix(2) == ["start_date", "end_date"])
    #expect(table.rows.count == rows)
    #expect(try table.column("start_date").first == "2026-07-01")
    #expect(try table.column("end_date").last == "2026-12-31")
    for name in ["linear_tv", "meta", "Out of Home, Transit", "search_branded", "email_sends"] {
      let sums = try [daily, table].map { try $0.column(name).reduce(0.0) { $0 + (Double($1) ?? .nan) } }
      #expect(sums[0] == sums[1])
    }
    // Prices do not add up.
    #expect(Set(try table.column("average_price")) == ["49.9"])
  }

  @Test("Rows can be trimmed, and the first and last period are cut")
  func trimmed() async throws {
    let caller = Caller()
    let range = "start_date=2026-08-10&end_date=2026-09-20"
    let daily = try await caller.table(path + "?" + range)
    #expect(daily.rows.count == 42)
    let monthly = try await caller.table(path + "?granularity=monthly&" + range)
    #expect(try monthly.column("start_date") == ["2026-08-10", "2026-09-01"])
    #expect(try monthly.column("end_date") == ["2026-08-31", "2026-09-20"])
    #expect(try await caller.table(path + "?start_date=2026-12-30").rows.count == 2)
    #expect(try await caller.table(path + "?end_date=2026-07-03&granularity=total").rows.count == 1)
    #expect(try await caller.table(path + "?start_date=2027-05-01&granularity=total").rows.isEmpty)
  }

  @Test(
    "A query that means nothing is 422 and its parameter is named",
    arguments: [
      ("granularity=hourly", "granularity"), ("start_date=10/01/2026", "start_date"), ("end_date=x", "end_date"),
      ("start_date=2026-08-02&end_date=2026-08-01", "end_date"),
    ]
  )
  func invalid(_ query: String, _ parameter: String) async {
    let answer = await Caller().get(path + "?" + query)
    #expect(answer.status == 422)
    #expect(answer.faultyFields == [parameter])
  }
}
