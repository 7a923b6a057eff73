import Foundation
import HTTPTypes
import RecastAPI
import Testing

/// What each method puts on the wire: method, path, query, headers and body, to the byte.
@Suite struct RequestTests {
  private static let list = #"{"data":[],"pagination":{"page":1,"per_page":25,"total_pages":0,"total_count":0}}"#

  private func client(_ transport: RecordingTransport) throws -> ClientScope {
    try Recast(token: "gr_secret", transport: transport).client("acme")
  }

  @Test func creatingAReportPostsTheForm() async throws {
    let transport = RecordingTransport((201, #"{"id":12345}"#))
    let form = ReportForm.insightsOverview(
      deploymentID: 5716,
      startDate: try #require(CalendarDate("2024-01-01")),
      endDate: try #require(CalendarDate("2024-03-31"))
    )

    let job = try await client(transport).reports.create(form, name: "Q1", showInUI: false)

    #expect(job.id == "12345")
    let sent = try #require(await transport.exchanges.first)
    #expect(sent.request.method == .post)
    #expect(sent.request.scheme == "https")
    #expect(sent.request.authority == "api.getrecast.com")
    #expect(sent.request.path == "/v1/clients/acme/reports")
    #expect(sent.request.headerFields[.authorization] == "Bearer gr_secret")
    #expect(sent.request.headerFields[.contentType] == "application/json")
    #expect(sent.request.headerFields[.accept] == "application/json")
    let expected: JSONValue = [
      "name": "Q1", "show_in_ui": false,
      "form": [
        "deployment_id": 5716, "report_type": "compute_insights_overview", "start_date": "2024-01-01",
        "end_date": "2024-03-31",
      ],
    ]
    #expect(sent.json == expected)
  }

  @Test func whatIsLeftOutIsNotSent() async throws {
    let transport = RecordingTransport((201, #"{"id":1}"#))
    _ = try await client(transport).reports.create(.cleanData(deploymentID: 7))
    let expected: JSONValue = ["form": ["deployment_id": 7, "report_type": "compute_clean_data"]]
    #expect(await transport.exchanges.first?.json == expected)
  }

  @Test func flagsThatAreStringsAreSentAsStrings() async throws {
    let transport = RecordingTransport((201, #"{"id":1}"#))
    let day = try #require(CalendarDate("2024-01-01"))
    _ = try await client(transport).reports.create(
      .groupedChannelSummaries(
        deploymentID: 7,
        startDate: day,
        endDate: day.advanced(by: 1),
        channelGroups: [ChannelGroup(name: "TV & Audio", channels: ["linear_tv"])],
        includeLowerFunnelEffects: true
      )
    )
    let form = await transport.exchanges.first?.json?["form"]
    #expect(form?["include_lower_funnel_effects"] == "true")
    #expect(form?["channel_groups"] == [["name": "TV & Audio", "channels": ["linear_tv"]]])
  }

  @Test func filtersBecomeQueryParameters() async throws {
    let transport = RecordingTransport((200, Self.list))
    let pages = try client(transport).reports.list(
      perPage: 100,
      reportType: .compareTimePeriods,
      includePrerendered: true
    )
    for try await _ in pages.items {}
    let path = await transport.exchanges.first?.request.path
    #expect(
      path == "/v1/clients/acme/reports?page=1&per_page=100&report_type=compare_time_periods&include_prerendered=true"
    )
  }

  @Test func bracketedParametersAreRepeated() async throws {
    let transport = RecordingTransport((404, ""))
    _ = try? await client(transport).deployments.get(id: 5716, extraFields: [.dropDays, .spend])
    let path = await transport.exchanges.first?.request.path
    #expect(
      path?.removingPercentEncoding == "/v1/clients/acme/deployments/5716?extra_fields[]=drop_days&extra_fields[]=spend"
    )
  }

  @Test func aDownloadKeyIsOneSegment() async throws {
    let transport = RecordingTransport((200, "date,roi\n2024-01-01,2.5\n"))
    let download = try client(transport).reports.download(id: 9, key: "group_summaries-TV & Audio/2-roi-summary_daily")
    let text = try await download.text()
    #expect(text == "date,roi\n2024-01-01,2.5\n")
    let request = try #require(await transport.exchanges.first?.request)
    #expect(
      request.path == "/v1/clients/acme/reports/9/downloads/group_summaries-TV%20%26%20Audio%2F2-roi-summary_daily"
    )
    #expect(request.headerFields[.accept]?.contains("text/csv") == true)
  }

  @Test(arguments: ["..", ".", ""])
  func aSlugThatWouldChangeThePathIsRefused(slug: String) async throws {
    let transport = RecordingTransport((200, Self.list))
    let recast = try Recast(token: "gr_secret", transport: transport)
    await #expect(throws: (any Error).self) { try await recast.client(slug).reports.get(id: 1) }
    #expect(await transport.exchanges.isEmpty)
  }

  @Test func callsAreValuesThatCanBeSentLater() async throws {
    let transport = RecordingTransport((200, #"{"id":1,"status":"running","form":{}}"#))
    let recast = try Recast(token: "gr_secret", transport: transport)
    let call = Calls.getRun(client: "acme", id: 2786)
    #expect(await transport.exchanges.isEmpty)
    let run = try await recast.send(call)
    #expect(run.status == .running)
    #expect(await transport.exchanges.first?.request.path == "/v1/clients/acme/runs/2786")
  }

  @Test func aRunIsLaunchedWithItsData() async throws {
    let transport = RecordingTransport((201, #"{"id":2786}"#))
    let sheet = try #require(URL(string: "https://docs.google.com/spreadsheets/d/x/edit"))
    _ = try await client(transport).runs.create(
      RunForm(
        runType: .holdout,
        googleSheetPriorsURL: sheet,
        cleanData: "date,channel_1\n2024-1-1,1000\n",
        holdoutDays: [14, 28, 42]
      )
    )
    let expected: JSONValue = [
      "form": [
        "run_type": "holdout", "google_sheet_priors_url": "https://docs.google.com/spreadsheets/d/x/edit",
        "clean_data": "date,channel_1\n2024-1-1,1000\n", "holdout_days": [14, 28, 42],
      ]
    ]
    #expect(await transport.exchanges.first?.json == expected)
  }

  @Test func aKPIIsAddressedByItsUUIDInLowerCase() async throws {
    let transport = RecordingTransport((404, ""))
    let id = try #require(UUID(uuidString: "D66D6ADB-1D17-40CC-9BC7-F4BC6C78EC2E"))
    _ = try? await client(transport).kpis.get(id: id)
    #expect(
      await transport.exchanges.first?.request.path == "/v1/clients/acme/kpis/d66d6adb-1d17-40cc-9bc7-f4bc6c78ec2e"
    )
  }
}
