import Foundation

/// The reports that exist. Old ones make room for new ones, so that a sandbox can run for weeks.
struct ReportStore: Sendable {
  private static let limit = 10_000
  private static let bytesLimit = 64 << 20

  private(set) var records: [ReportRecord]
  private var nextID = 12_345
  private var bytes = 0

  init(prerendered: [ReportRecord]) {
    records = prerendered
  }

  /// Keeps what `record` makes of the new id, and returns the id.
  mutating func add(_ record: (Int) -> ReportRecord) -> Int {
    let id = nextID
    nextID += 1
    append(record(id))
    return id
  }

  private mutating func append(_ record: ReportRecord) {
    records.append(record)
    bytes += record.bytes
    while records.count > Self.limit || bytes > Self.bytesLimit,
      let oldest = records.firstIndex(where: { !$0.prerendered && $0.id != record.id })
    {
      bytes -= records.remove(at: oldest).bytes
    }
  }
}

// MARK: - In a state file

extension ReportStore {
  /// Reports without their checked inputs, which follow from the form, and without those that nobody created.
  struct Saved: Codable, Sendable {
    fileprivate struct Report: Codable, Sendable {
      var id: Int
      var name: JSONValue
      var form: [String: JSONValue]
      var bytes: Int
      var created: Date
      var schedule: JobSchedule
    }

    fileprivate var reports: [Report]
    fileprivate var nextID: Int
  }

  var saved: Saved {
    let reports = records.filter { !$0.prerendered }.map {
      Saved.Report(
        id: $0.id,
        name: $0.name,
        form: $0.form,
        bytes: $0.bytes,
        created: $0.created,
        schedule: $0.schedule
      )
    }
    return Saved(reports: reports, nextID: nextID)
  }

  /// Adds what was saved to the reports that are always there.
  mutating func restore(_ saved: Saved, deployments: [Deployment]) throws(SandboxStateError) {
    for report in saved.reports {
      var reader = ReportFormReader(report.form, deployments: deployments)
      guard let inputs = reader.read() else {
        throw SandboxStateError("Report \(report.id) of the state file has a form that this sandbox does not accept.")
      }
      append(
        ReportRecord(
          id: report.id,
          name: report.name,
          prerendered: false,
          form: report.form,
          inputs: inputs,
          bytes: report.bytes,
          created: report.created,
          schedule: report.schedule
        )
      )
    }
    nextID = saved.nextID
  }
}
