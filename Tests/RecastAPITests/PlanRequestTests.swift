import Foundation
import HTTPTypes
import RecastAPI
import Testing

/// What the methods of plans, their versions, forecasts, adherence reports and goals put on the wire.
@Suite struct PlanRequestTests {
  private static let list = #"{"data":[],"pagination":{"page":1,"per_page":0,"total_pages":0,"total_count":0}}"#
  private static let path = "/v1/clients/acme/plans/8d777078-044e-4e3d-8d95-8dc14daf8d93"
  private let planID: UUID
  private let versionID: UUID

  init() throws {
    planID = try #require(UUID(uuidString: "8d777078-044e-4e3d-8d95-8dc14daf8d93"))
    versionID = try #require(UUID(uuidString: "4b026308-cce1-42f0-a1ac-2b6b902766ec"))
  }

  private func client(_ transport: RecordingTransport) throws -> ClientScope {
    try Recast(token: "gr_secret", transport: transport).client("acme")
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func severalValuesOfAFilterAreSeparatedByCommas() async throws {
    let transport = RecordingTransport((200, Self.list))
    let plans = try client(transport).plans.list(
      planType: .custom,
      label: "TV & Audio",
      status: [.current, .future],
      kpiIDs: [planID, versionID],
      createdBy: ["ana+x@example.com", "Recast"]
    )
    for try await _ in plans.items {}
    #expect(
      await transport.exchanges.first?.request.path
        == "/v1/clients/acme/plans?page=1&plan_type=custom&label=TV%20%26%20Audio&status=current,future"
        + "&kpi_ids=8d777078-044e-4e3d-8d95-8dc14daf8d93,4b026308-cce1-42f0-a1ac-2b6b902766ec"
        + "&created_by=ana%2Bx%40example.com,Recast"
    )
  }

  @Test func aPlanIsCreatedFromAnOptimization() async throws {
    let transport = RecordingTransport((201, #"{"id":"8d777078-044e-4e3d-8d95-8dc14daf8d93"}"#))
    let created = try await client(transport).plans.create(
      .fromOptimization(FromOptimizationPlanForm(optimizationID: 1_003_941_377, label: "Q3"))
    )
    #expect(created.id == planID)
    let sent = try #require(await transport.exchanges.first)
    #expect(sent.request.method == .post)
    #expect(sent.request.path == "/v1/clients/acme/plans")
    #expect(sent.json == ["form": ["optimization_id": 1_003_941_377, "label": "Q3"]])
  }

  @Test func aPlanIsCreatedFromScratch() async throws {
    let transport = RecordingTransport((201, #"{"id":"8d777078-044e-4e3d-8d95-8dc14daf8d93"}"#))
    let text = #"""
      {"label": "July", "start_date": "2026-07-01", "end_date": "2026-07-02",
       "budget": [["date", "meta"], ["2026-07-01", "1650"], ["2026-07-02", 900]],
       "lower_funnel_channel_caps": [{"channel_name": "search", "option": "capped", "cap": 5000}],
       "spike_type": "custom",
       "depvar_spike_groups": [{"spike_name": "sale", "depvars": [{"depvar_slug": "revenue", "dates": ["2026-07-01"]}]}]}
      """#
    let form = try PlanForm(json: text)
    guard case .fromScratch(let scratch) = form else {
      Issue.record("the form is \(form)")
      return
    }
    #expect(scratch.lowerFunnelChannelCaps?.first?.option == .capped)
    _ = try await client(transport).plans.create(form)
    #expect(await transport.exchanges.first?.json == ["form": try JSONValue(json: text)])
  }

  @Test func anOptimizationWinsOverEverythingElseInAForm() throws {
    let text = #"""
      {"optimization_id": 1, "label": "x", "start_date": "2026-07-01", "end_date": "2026-07-02", "budget": [["date"]]}
      """#
    let form = try PlanForm(json: text)
    guard case .fromOptimization = form else {
      Issue.record("the form is \(form)")
      return
    }
    #expect(try JSONValue(json: form.jsonBytes()) == JSONValue(json: text))
  }

  @Test func aVersionIsCreatedOnABase() async throws {
    let transport = RecordingTransport((201, #"{"id":"4b026308-cce1-42f0-a1ac-2b6b902766ec"}"#))
    let form = try PlanVersionForm(json: #"{"budget": [["date", "meta"], ["2026-07-02", "1650"]]}"#)
    _ = try await client(transport).planVersions.create(planID: planID, baseVersionID: versionID, form: form)
    let sent = try #require(await transport.exchanges.first)
    #expect(sent.request.method == .post)
    #expect(sent.request.path == Self.path + "/versions")
    let expected: JSONValue = [
      "base_version_id": "4b026308-cce1-42f0-a1ac-2b6b902766ec",
      "form": ["budget": [["date", "meta"], ["2026-07-02", "1650"]]],
    ]
    #expect(sent.json == expected)
  }

  @Test func aConflictSaysSoWithoutDetails() async throws {
    let message = "base_version_id doesn't match plan's primary version id"
    let transport = RecordingTransport((409, #"{"error":{"message":"\#(message)"}}"#))
    let error = try await #require(throws: APIError.self) {
      _ = try await client(transport).planVersions.create(
        planID: planID,
        baseVersionID: versionID,
        form: .init(spikeType: .model)
      )
    }
    #expect(error.status == 409)
    #expect(error.serverMessage == message)
  }

  @Test func theBudgetOfAVersionIsAFile() async throws {
    let transport = RecordingTransport((200, "start_date,end_date,meta\n2026-07-01,2026-07-31,5\n"))
    let budget = try client(transport).planVersions.budget(
      planID: planID,
      id: versionID,
      granularity: .monthly,
      startDate: try day("2026-07-01"),
      endDate: try day("2026-07-31")
    )
    var rows: [String?] = []
    for try await row in budget.rows { rows.append(row["meta"]) }
    #expect(rows == ["5"])
    let request = try #require(await transport.exchanges.first?.request)
    #expect(
      request.path == Self.path + "/versions/4b026308-cce1-42f0-a1ac-2b6b902766ec/budget"
        + "?granularity=monthly&start_date=2026-07-01&end_date=2026-07-31"
    )
    #expect(request.headerFields[.accept]?.contains("text/csv") == true)
  }

  @Test func forecastsOfAPlanAreFiltered() async throws {
    let transport = RecordingTransport((200, Self.list))
    let forecasts = try client(transport).planForecasts.list(
      planID: planID,
      kpiID: versionID,
      planVersionID: versionID,
      goalID: 247,
      altcastTypes: [.planned, .actuals]
    )
    for try await _ in forecasts.items {}
    #expect(
      await transport.exchanges.first?.request.path == Self.path + "/forecasts?page=1"
        + "&kpi_id=4b026308-cce1-42f0-a1ac-2b6b902766ec&plan_version_id=4b026308-cce1-42f0-a1ac-2b6b902766ec"
        + "&goal_id=247&altcast_types=planned,actuals"
    )
  }

  @Test func filesOfAPlansForecastHaveTwoIdsInTheirPath() async throws {
    let transport = RecordingTransport((200, "date,mean\n2026-07-01,5\n"))
    let forecasts = try client(transport).planForecasts
    let start = try day("2026-07-01")
    _ = try await forecasts.download(planID: planID, id: 9, key: "a&b/c", startDate: start, endDate: start).text()
    let forecast = try PlanForecast(
      json: #"""
        {"id": 9, "name": null, "status": "success", "altcast_type": null, "start_date": "2026-04-01",
         "end_date": "2026-04-02", "plan_id": "8d777078-044e-4e3d-8d95-8dc14daf8d93", "plan_label": "x",
         "plan_version_id": "4b026308-cce1-42f0-a1ac-2b6b902766ec", "plan_version_number": null,
         "kpi_id": "4b026308-cce1-42f0-a1ac-2b6b902766ec", "kpi_label": "Revenue",
         "form": {"budget": [["date"]], "depvar_configurations": []}, "created_at": "2026-04-02T09:15:00Z",
         "updated_at": "2026-04-02T09:15:00Z",
         "results": [{"downloads": [{"key": "channel_summary", "description": "Channels"}]}]}
        """#
    )
    #expect(forecast.goalHighlights == nil)
    for download in forecasts.downloads(of: forecast) { _ = try await download.text() }
    #expect(
      await transport.exchanges.map(\.request.path) == [
        Self.path + "/forecasts/9/downloads/a%26b%2Fc?start_date=2026-07-01&end_date=2026-07-01",
        Self.path + "/forecasts/9/downloads/channel_summary",
      ]
    )
  }

  @Test func adherenceReportsAreListedFetchedAndDownloaded() async throws {
    let transport = RecordingTransport((200, Self.list), (404, ""), (200, "date\n"))
    let adherence = try client(transport).planAdherence
    for try await _ in adherence.list(planID: planID, planVersionID: versionID).items {}
    _ = try? await adherence.get(planID: planID, id: 512)
    _ = try await adherence.download(planID: planID, id: 512, key: "linear tv-adherence").text()
    #expect(
      await transport.exchanges.map(\.request.path) == [
        Self.path + "/adherence?page=1&plan_version_id=4b026308-cce1-42f0-a1ac-2b6b902766ec",
        Self.path + "/adherence/512", Self.path + "/adherence/512/downloads/linear%20tv-adherence",
      ]
    )
  }

  @Test func goalsAreListedSetChangedAndRemoved() async throws {
    let transport = RecordingTransport((200, Self.list), (201, #"{"id":247}"#), (200, #"{"id":247}"#), (204, ""))
    let goals = try client(transport).planGoals
    for try await _ in goals.list(planID: planID, kpiID: versionID, status: [.expired, .future]).items {}
    let created = try await goals.create(
      planID: planID,
      form: GoalForm(
        kpiID: versionID,
        name: "H2",
        startDate: try day("2026-07-01"),
        endDate: try day("2026-12-31"),
        goalValue: 8_000_000
      )
    )
    try await goals.update(planID: planID, id: created.id, form: GoalChanges(goalValue: 8_500_000))
    try await goals.delete(planID: planID, id: created.id)

    let sent = await transport.exchanges
    #expect(
      sent.map(\.request.path) == [
        Self.path + "/goals?page=1&kpi_id=4b026308-cce1-42f0-a1ac-2b6b902766ec&status=expired,future",
        Self.path + "/goals", Self.path + "/goals/247", Self.path + "/goals/247",
      ]
    )
    #expect(sent.map(\.request.method) == [.get, .post, .patch, .delete])
    let form: JSONValue = [
      "kpi_id": "4b026308-cce1-42f0-a1ac-2b6b902766ec", "name": "H2", "start_date": "2026-07-01",
      "end_date": "2026-12-31", "goal_value": 8_000_000,
    ]
    #expect(sent.dropFirst().first?.json == ["form": form])
    #expect(sent.dropFirst(2).first?.json == ["form": ["goal_value": 8_500_000]])
    #expect(sent.last?.body == nil)
  }
}
