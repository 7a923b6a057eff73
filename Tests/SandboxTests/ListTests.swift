import Foundation
import Testing

@testable import RecastSandbox

@Suite("Lists")
struct ListTests {
  private func ids(_ answer: Answer) -> [Int] {
    (answer.json["data"]?.array ?? []).compactMap { $0["id"]?.integer }
  }

  @Test("Pages count from 1, hold 25 items unless told, and never more than 100")
  func pages() async throws {
    let caller = Caller()
    for _ in 0..<130 { _ = await caller.post("/reports", ["form": .object(Forms.sample(.cleanData))]) }
    let first = await caller.get("/reports")
    #expect(first.json["pagination"] == ["page": 1, "per_page": 25, "total_pages": 6, "total_count": 130])
    #expect(ids(first).count == 25)
    let last = await caller.get("/reports?page=6")
    #expect(ids(last).count == 5)
    let beyond = await caller.get("/reports?page=7")
    #expect(
      beyond.json == ["data": [], "pagination": ["page": 7, "per_page": 25, "total_pages": 6, "total_count": 130]]
    )
    let large = await caller.get("/reports?per_page=1000")
    #expect(large.json["pagination"]?["per_page"] == 100)
    #expect(ids(large).count == 100)

    var all: [Int] = []
    for page in 1...13 { all += ids(await caller.get("/reports?page=\(page)&per_page=10")) }
    #expect(Set(all).count == 130)
  }

  @Test("Past the end two lists of a plan tell a page size of 0, as documented, and no other list does")
  func pastTheEnd() async {
    let caller = Caller()
    let plan = "/plans/\(PlanForms.halfYear)"
    for (list, size) in [
      ("/reports", 25), ("/optimizations", 25), ("/forecasts", 25), ("/spend_forecasts", 25), ("/runs", 25),
      ("/kpis", 25), ("/deployments", 25), ("/plans", 25), ("\(plan)/versions", 25), ("\(plan)/adherence", 25),
      ("\(plan)/forecasts", 0), ("\(plan)/goals", 0),
    ] {
      let page = await caller.get("\(list)?page=99").json
      #expect(page["data"] == [], "\(list)")
      #expect(page["pagination"]?["per_page"] == .integer(size), "\(list)")
      #expect(page["pagination"]?["page"] == 99, "\(list)")
    }
  }

  @Test("A page number that is none counts as absent", arguments: ["0", "-1", "x", "", "99999999999999999999"])
  func oddPages(_ text: String) async {
    let answer = await Caller().get("/deployments?page=\(text)&per_page=\(text)")
    #expect(answer.json["pagination"]?["page"] == 1)
    #expect(answer.json["pagination"]?["per_page"] == 25)
  }

  @Test("An empty list is a page too")
  func empty() async {
    let answer = await Caller().get("/reports")
    #expect(
      answer.json == ["data": [], "pagination": ["page": 1, "per_page": 25, "total_pages": 0, "total_count": 0]]
    )
  }

  @Test("Reports are summaries, can be filtered by type, and leave out pre-rendered ones unless asked")
  func reportFilters() async throws {
    let caller = Caller()
    _ = await caller.post("/reports", ["form": .object(Forms.sample(.cleanData)), "name": "mine"])
    _ = await caller.post("/reports", ["form": .object(Forms.sample(.spendSummary))])

    let own = try #require(await caller.get("/reports").json["data"]?.array)
    #expect(own.count == 2)
    for report in own {
      #expect(report["form"] == nil)
      #expect(report["results"] == nil)
      #expect(report["prerendered"] == false)
    }
    let clean = try #require(await caller.get("/reports?report_type=compute_clean_data").json["data"]?.array)
    #expect(clean.map { $0["name"]?.string } == ["mine"])
    let all = await caller.get("/reports?include_prerendered=true&per_page=100").json
    #expect(all["pagination"]?["total_count"] == 44)
    let both = await caller.get("/reports?include_prerendered=true&report_type=compute_clean_data").json["data"]?.array
    #expect(both?.compactMap { $0["prerendered"] } == [false, true, true, true])
    #expect(await caller.get("/reports?include_prerendered=false").json["pagination"]?["total_count"] == 2)
    #expect(await caller.get("/reports?unknown=1").json["pagination"]?["total_count"] == 2)
  }

  @Test("Every pre-rendered report can be shown, downloaded and sent again as it is")
  func prerendered() async throws {
    let caller = Caller()
    for id in ids(await caller.get("/reports?include_prerendered=true&per_page=100")) {
      let report = await caller.get("/reports/\(id)").json
      let form = try #require(report["form"])
      #expect(await caller.post("/reports", ["form": form]).status == 201)
      for download in report["results"]?["downloads"]?.array ?? [] {
        let key = try #require(download["key"]?.string)
        #expect(await caller.get("/reports/\(id)/downloads/\(percentEncoded(key))").status == 200)
      }
      #expect((report["results"] != nil) == (report["status"] == "success"))
    }
  }

  @Test("Deployments can be filtered by dashboard and by being active")
  func deploymentFilters() async {
    let caller = Caller()
    #expect(ids(await caller.get("/deployments")).count == 5)
    #expect(ids(await caller.get("/deployments?dashboard_slug=revenue")) == [5716, 5689, 456])
    #expect(ids(await caller.get("/deployments?dashboard_slug=revenue&active=true")) == [5716])
    #expect(ids(await caller.get("/deployments?active=false")) == [5689, 456])
    #expect(ids(await caller.get("/deployments?dashboard_slug=none")) == [])
  }
}
