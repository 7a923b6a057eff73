import RecastAPI

/// Follows a job: one line that changes on a terminal, a line per change elsewhere.
struct ProgressLine {
  /// What the job makes.
  let title: String

  /// Waits for the job.
  ///
  /// - Throws: what waiting throws: the job failed, or did not end in time.
  func follow(_ job: Job<Report>) async throws -> Completed<Report> {
    var last: String?
    for try await update in job.updates {
      if Console.isTerminal {
        Console.rewrite("\(title): \(update.status), \(update.elapsed.components.seconds) s")
      } else if update.status != last {
        Console.line("\(title): \(update.status)")
      }
      last = update.status
    }
    let report = try await job.finished()
    if Console.isTerminal { Console.rewrite("") }
    Console.line("\(title): \(report.downloads.count) files")
    return report
  }
}
