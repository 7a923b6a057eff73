import ArgumentParser
import Foundation
import RecastAPI

/// `quickstart`: creates two reports, follows them, saves their tables as CSV files, and shows the first rows.
@main
struct Quickstart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quickstart",
    abstract: "Creates two reports, waits for them, and saves their tables as CSV files.",
    discussion: "A local Recast with made-up data answers, unless --live is given."
  )

  @Option(help: "The folder for the CSV files.")
  var saveTo = "quickstart-reports"

  @Flag(help: "Uses the real API, with the token in RECAST_PAT and the client slug in RECAST_CLIENT.")
  var live = false

  @Option(help: "The deployment to report on. (default: the newest active one)")
  var deployment: Int?

  func run() async throws {
    let service = try await Service.start(live: live)
    do {
      try await tour(service)
    } catch {
      await service.stop()
      throw error
    }
    await service.stop()
  }

  private func tour(_ service: Service) async throws {
    Console.line(service.introduction)
    Console.line(GeneratedClient.state())

    let client = service.recast.client(service.client)
    let folder = URL(fileURLWithPath: saveTo, isDirectory: true)
    // Before anything is computed: a folder that cannot be made would waste it all.
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let deployment = if let deployment { deployment } else { try await newestDeployment(client) }
    let days = try await ReportDates.latest(of: client.deployments.get(id: deployment))
    let forms: [(title: String, form: ReportForm)] = [
      (
        "insights overview",
        .insightsOverview(deploymentID: deployment, startDate: days.start, endDate: days.end)
      ),
      (
        "channel groups",
        .groupedChannelSummaries(
          deploymentID: deployment,
          startDate: days.start,
          endDate: days.end,
          channelGroups: days.groups,
          includeLowerFunnelEffects: true
        )
      ),
    ]
    var files: [URL] = []
    var shown: Download?
    for (title, form) in forms {
      let job = try await client.reports.create(form, name: "quickstart: \(title)")
      let report = try await ProgressLine(title: title).follow(job)
      files += try await report.downloads.save(to: folder.appendingPathComponent(folderName(title), isDirectory: true))
      shown = shown ?? report.downloads.first { $0.key == "summaries-total-roi" } ?? report.downloads.first
    }
    Console.line("\(files.count) CSV files in \(folder.path)")
    if let shown { Console.line("\n\(shown.key)\n\(try await TablePreview(shown).text)") }
  }

  /// Ids grow with time, so the largest one is the newest.
  private func newestDeployment(_ client: ClientScope) async throws -> Int {
    var newest: Int?
    for try await item in client.deployments.list(active: true).items { newest = max(newest ?? item.id, item.id) }
    guard let newest else { throw ValidationError("The client has no active deployment; name one with --deployment.") }
    return newest
  }

  private func folderName(_ title: String) -> String { title.replacing(" ", with: "-") }
}
