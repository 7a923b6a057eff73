import Foundation

/// When a job passes from one state to the next. The state is computed from the clock each time it is asked for, so that
/// nothing has to run in the background.
struct JobSchedule: Codable, Sendable {
  /// A state and how long it lasts, in seconds; the last one lasts for ever.
  struct Phase: Codable, Sendable {
    var status: String
    var seconds: Double
  }

  private let created: Date
  private let phases: [Phase]
  private let outcome: String

  init(created: Date, phases: [Phase], outcome: String, speed: Double) {
    self.created = created
    self.phases = phases.map { Phase(status: $0.status, seconds: $0.seconds / speed) }
    self.outcome = outcome
  }

  /// The status at `now` and the moment it was entered.
  func status(at now: Date) -> (name: String, since: Date) {
    var entered = created
    for phase in phases {
      let left = entered.addingTimeInterval(phase.seconds)
      if now < left { return (phase.status, entered) }
      entered = left
    }
    return (outcome, entered)
  }

  /// A report: one to five minutes, a tenth of it in the queue.
  static func report(id: Int, created: Date, succeeds: Bool, speed: Double) -> JobSchedule {
    let seconds = 60 + 240 * Noise.unit(11, id)
    let phases = [Phase(status: "ready", seconds: seconds * 0.1), Phase(status: "processing", seconds: seconds * 0.9)]
    return JobSchedule(created: created, phases: phases, outcome: succeeds ? "success" : "error", speed: speed)
  }

  /// A model run: twenty to sixty minutes, most of it running.
  static func run(id: Int, created: Date, succeeds: Bool, speed: Double) -> JobSchedule {
    let seconds = 1200 + 2400 * Noise.unit(13, id)
    let shares = [("launching", 0.04), ("waiting", 0.06), ("running", 0.8), ("processing", 0.1)]
    let phases = shares.map { Phase(status: $0.0, seconds: seconds * $0.1) }
    return JobSchedule(created: created, phases: phases, outcome: succeeds ? "success" : "error", speed: speed)
  }

  /// An optimization, a forecast or a spend forecast: one to six minutes, and twice that with recommendations.
  static func planning(_ kind: JobKind, id: Int, created: Date, ending: JobEnding, speed: Double) -> JobSchedule {
    let longest = kind == .optimizations ? 300.0 : 240.0
    let seconds = (60 + longest * Noise.unit(17, id)) * (ending.hasRecommendation ? 2 : 1)
    let phases = [Phase(status: "ready", seconds: seconds * 0.1), Phase(status: "processing", seconds: seconds * 0.9)]
    return JobSchedule(created: created, phases: phases, outcome: ending.succeeds ? "success" : "error", speed: speed)
  }

  /// A job that was over when the sandbox started.
  static func finished(at date: Date) -> JobSchedule {
    JobSchedule(created: date, phases: [], outcome: "success", speed: 1)
  }
}
