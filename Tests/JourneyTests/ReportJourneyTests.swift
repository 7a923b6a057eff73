import Foundation
import RecastAPI
import Testing

/// Reports from the form to the files, against the sandbox over a real socket.
@Suite struct ReportJourneyTests {
  @Test func aReportIsCreatedFollowedAndSaved() async throws {
    try await Journey.run { journey in
      let deployment = try await journey.client.deployments.get(id: 5716)
      let (start, end) = journey.period(of: deployment)
      let job = try await journey.client.reports.create(
        .insightsOverview(deploymentID: 5716, startDate: start, endDate: end),
        name: "journey"
      )

      let report = try await job.finished(within: .minutes(1))

      #expect(report.status == .success)
      #expect(report.name == "journey")
      let known = InsightsOverviewReportForm.DownloadKeys.self
      #expect(report.downloads.map(\.key).contains(known.summariesTotalROI))
      let files = try await report.downloads.save(to: journey.folder)
      #expect(files.count == 8)
      for file in files {
        #expect(file.pathExtension == "csv")
        #expect(try Data(contentsOf: file).count > 0)
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: journey.folder.path)
      #expect(left.count == files.count, "temporary files were left: \(left)")
    }
  }

  @Test func rowsAreReadWithoutAFile() async throws {
    try await Journey.run { journey in
      let deployment = try await journey.client.deployments.get(id: 5716)
      let (start, end) = journey.period(of: deployment)
      let report = try await journey.client.reports.create(
        .spendSummary(deploymentID: 5716, startDate: start, endDate: end)
      ).finished(within: .minutes(1))

      var days: Set<String> = []
      for try await row in try report.download(SpendSummaryReportForm.DownloadKeys.tablesDaily).rows {
        days.insert(try #require(row["date"]))
      }
      #expect(days.count == 91)
      #expect(throws: (any Error).self) { try report.download("no such key") }
    }
  }

  @Test func groupNamesSurviveInKeysAndFileNames() async throws {
    try await Journey.run { journey in
      let deployment = try await journey.client.deployments.get(id: 5716)
      let (start, end) = journey.period(of: deployment)
      let report = try await journey.client.reports.create(
        .groupedChannelSummaries(
          deploymentID: 5716,
          startDate: start,
          endDate: end,
          channelGroups: [ChannelGroup(name: "Paid & Social 50%", channels: ["meta", "tiktok"])],
          includeLowerFunnelEffects: false
        )
      ).finished(within: .minutes(1))
      let key = "group_summaries-Paid & Social 50%-roi-summary_monthly"
      #expect(report.downloads.map(\.key).contains(key))
      let file = try await report.download(key).save(to: journey.folder)
      #expect(file.lastPathComponent.hasSuffix(".csv"))
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      #expect(text == (try await report.download(key).text()))
    }
  }

  @Test func aFetchedFormIsUsedAgain() async throws {
    try await Journey.run { journey in
      let deployment = try await journey.client.deployments.get(id: 5716)
      let (start, end) = journey.period(of: deployment)
      let reports = journey.client.reports
      let first = try await reports.create(.spendSummary(deploymentID: 5716, startDate: start, endDate: end))
      let fetched = try await reports.get(id: first.finished(within: .minutes(1)).value.id)
      guard case .spendSummary(var form) = fetched.form else {
        Issue.record("the form is \(fetched.form)")
        return
      }
      form.endDate = form.endDate.advanced(by: -30)
      let second = try await reports.create(.spendSummary(form)).finished(within: .minutes(1))
      #expect(second.form == .spendSummary(form))
      #expect(second.value.id != fetched.id)
    }
  }

  @Test func aFailedReportSaysSo() async throws {
    try await Journey.run { journey in
      var without: Deployment?
      for try await summary in journey.client.deployments.list().items {
        let deployment = try await journey.client.deployments.get(id: summary.id)
        if deployment.contextualVariableDefaults?.isEmpty ?? true { without = deployment }
      }
      let deployment = try #require(without)
      let (start, end) = journey.period(of: deployment)
      let job = try await journey.client.reports.create(
        .contextVariableSummary(deploymentID: deployment.id, startDate: start, endDate: end)
      )
      do {
        _ = try await job.finished(within: .minutes(1))
        Issue.record("the report succeeded")
      } catch let failure as JobFailed<Report> {
        #expect(failure.status == "error")
        #expect(failure.snapshot.results == nil)
      }
    }
  }

  @Test func aRejectedFormNamesTheField() async throws {
    try await Journey.run { journey in
      let day = try #require(CalendarDate("2024-05-01"))
      do {
        _ = try await journey.client.reports.create(
          .spendSummary(deploymentID: 5716, startDate: day, endDate: day.advanced(by: -1)),
          options: CallOptions(checks: false)
        )
        Issue.record("the form was accepted")
      } catch let error as APIError {
        #expect(error.status == 422)
        #expect(error.details.keys.contains("end_date"))
        #expect(!"\(error)".contains("gr_sandbox_token"))
      }
    }
  }

  @Test func progressIsASequence() async throws {
    try await Journey.run(speed: 400) { journey in
      let job = try await journey.client.reports.create(.cleanData(deploymentID: 5716))
      var statuses: [String] = []
      for try await update in job.updates { statuses.append(update.status) }
      #expect(statuses.last == "success")
      #expect(Set(statuses).isSubset(of: ["ready", "processing", "success"]))
    }
  }

  @Test func aJobIsPickedUpAgainByItsId() async throws {
    try await Journey.run { journey in
      let started = try await journey.client.reports.create(.modelConfiguration(deploymentID: 5716))
      let id = try #require(Int(started.id))
      let report = try await journey.client.reports.job(id: id).finished(within: .minutes(1))
      #expect(Set(report.downloads.map(\.key)).contains("tables-channel_linkings"))
    }
  }

  @Test func reportsAreListedAndFiltered() async throws {
    try await Journey.run { journey in
      let reports = journey.client.reports
      for _ in 0..<5 { _ = try await reports.create(.cleanData(deploymentID: 5716)) }
      _ = try await reports.create(.modelConfiguration(deploymentID: 5716))
      var own = 0
      for try await item in reports.list(perPage: 2).items {
        #expect(!item.prerendered)
        own += 1
      }
      #expect(own == 6)
      var types: Set<ReportType> = []
      for try await item in reports.list(reportType: .computeCleanData).items { types.insert(item.reportType) }
      #expect(types == [.computeCleanData])
      var all = 0
      for try await _ in reports.list(perPage: 100, includePrerendered: true).items { all += 1 }
      #expect(all > own)
    }
  }
}
