import Foundation
import RecastAPI
import RecastSandbox
import Testing

/// Runs, KPIs, deployments and refusals, against the sandbox over a real socket.
@Suite struct OtherJourneyTests {
  @Test func aRunReturnsItsDataAsSent() async throws {
    try await Journey.run { journey in
      let data = "date,channel_1,\"with, comma\"\n2024-1-1,1000,\"x \"\"y\"\"\"\n"
      let sheet = try #require(URL(string: "https://docs.google.com/spreadsheets/d/x/edit"))
      let job = try await journey.client.runs.create(
        .modelRun(googleSheetPriorsURL: sheet, cleanData: CSVText(data))
      )
      let run = try await job.finished(within: .minutes(1))
      #expect(run.status == .success)
      #expect(try await journey.client.runs.downloadCleanData(id: run.value.id).text() == data)
    }
  }

  @Test func theLimiterHoldsRunsBackBeforeTheServerDoes() async throws {
    // Time stands still on both sides: however slow the machine, all calls fall into one minute.
    let instant = Date(timeIntervalSince1970: 1_789_732_800)
    try await Journey.run(clock: SandboxClock { instant }) { journey in
      let recast = try journey.recast(clock: StoppedClock())
      let sheet = try #require(URL(string: "https://docs.google.com/spreadsheets/d/x/edit"))
      let form = RunForm.modelRun(googleSheetPriorsURL: sheet, cleanData: "date\n2024-1-1\n")
      for _ in 0..<20 { _ = try await recast.client("democlient").runs.create(form) }
      await #expect(throws: RateLimitError.self) {
        _ = try await recast.client("democlient").runs.create(form, options: CallOptions(timeout: .seconds(2)))
      }
      // A second client knows nothing of the first one's calls, so the server has to say it.
      do {
        _ = try await journey.client.runs.create(form)
        Issue.record("the 21st run was accepted")
      } catch let error as APIError {
        #expect(error.status == 429)
      }
    }
  }

  @Test func kpisLeadToDeployments() async throws {
    try await Journey.run { journey in
      var kpis: [KPISummary] = []
      for try await kpi in journey.client.kpis.list().items { kpis.append(kpi) }
      let first = try #require(kpis.first { $0.id.uuidString.lowercased().hasPrefix("d66d6adb") })
      let kpi = try await journey.client.kpis.get(id: first.id)
      let id = try #require(kpi.depvarConfigurations.first?.deploymentID)
      #expect(try await journey.client.deployments.get(id: id).active == true)
    }
  }

  @Test func deploymentsAreFilteredAndExtended() async throws {
    try await Journey.run { journey in
      for try await item in journey.client.deployments.list(active: true).items { #expect(item.active) }
      let plain = try await journey.client.deployments.get(id: 5716)
      #expect(plain.dropDays == nil)
      let extended = try await journey.client.deployments.get(id: 5716, extraFields: [.dropDays, .defaultBudget])
      #expect(extended.dropDays != nil)
      #expect(extended.defaultBudget?.isEmpty == false)
    }
  }

  @Test func aWrongTokenIs401AndAWrongClient404() async throws {
    try await Journey.run { journey in
      let address = journey.address
      let stranger = try Recast(token: "gr_wrong_token", baseURL: address)
      do {
        _ = try await stranger.client("democlient").reports.get(id: 1)
        Issue.record("the token was accepted")
      } catch let error as APIError {
        #expect(error.status == 401)
        #expect(!"\(error)".contains("gr_wrong_token"))
      }
      do {
        _ = try await journey.recast.client("someone-else").reports.get(id: 1)
        Issue.record("the client was found")
      } catch let error as APIError {
        #expect(error.status == 404)
      }
    }
  }
}
