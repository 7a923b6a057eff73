import RecastAPI

/// Follows a job: one line that changes on a terminal, a line per change elsewhere.
struct ProgressLine {
  /// What the job makes.
  let title: String

  /// Waits for the job.
  ///
  /// - Throws: what waiting throws: the job failed, or did not end in time.
  func follow(_ job: Job<Report>) async throws -> Completed<Report> {
    let watching = Task {
      var last: String?
      for try await update in job.updates {
        let status = update.value.status.rawValue
        if Console.isTerminal {
          Console.rewrite("\(title): \(status), \(seconds(update.elapsed))")
        } else if status != last {
          Console.line("\(title): \(status)")
        }
        last = status
      }
    }
    defer { watching.cancel() }
    let report = try await job.finished()
    _ = await watching.result
    if Console.isTerminal { Console.rewrite("") }
    Console.line("\(title): \(report.downloads.count) files")
    return report
  }
}
