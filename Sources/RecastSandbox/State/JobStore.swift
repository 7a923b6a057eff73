import Foundation

/// The kinds of job that look into the future.
enum JobKind: String, Codable, CaseIterable, Sendable {
  case optimizations, forecasts
  case spendForecasts = "spend_forecasts"

  /// As in “There is no optimization 12”.
  var noun: String {
    switch self {
    case .optimizations: "optimization"
    case .forecasts: "forecast"
    case .spendForecasts: "spend forecast"
    }
  }
}

/// How a job will end, and what makes it slow.
struct JobEnding: Codable, Hashable, Sendable {
  var succeeds = true
  var hasRecommendation = false
}

/// One job as the sandbox remembers it: what was sent and when, never the tables.
struct JobRecord: Codable, Sendable {
  var id: Int
  var name: JSONValue
  /// The form as it was sent, with members the sandbox does not know, and with the deployments that were used.
  var form: [String: JSONValue]
  var ending: JobEnding
  /// The size of the request that created it.
  var bytes: Int
  var created: Date
  var schedule: JobSchedule

  func status(at now: Date) -> String { schedule.status(at: now).name }

  /// What a list shows of the job.
  func summary(at now: Date) -> [String: JSONValue] {
    let (status, since) = schedule.status(at: now)
    return [
      "id": .integer(id),
      "name": name,
      "status": .string(status),
      "created_at": .string(created.timestamp),
      "updated_at": .string(since.timestamp),
    ]
  }
}

/// The jobs of one kind. Old ones make room for new ones.
struct JobStore: Codable, Sendable {
  private static let limit = 2000
  private static let bytesLimit = 64 << 20

  private(set) var records: [JobRecord] = []
  private var nextID: Int
  private var bytes = 0

  init(firstID: Int) {
    nextID = firstID
  }

  /// Keeps what `record` makes of the new id, and returns the id.
  mutating func add(_ record: (Int) -> JobRecord) -> Int {
    let id = nextID
    nextID += 1
    let new = record(id)
    records.append(new)
    bytes += new.bytes
    while records.count > 1, records.count > Self.limit || bytes > Self.bytesLimit {
      bytes -= records.removeFirst().bytes
    }
    return id
  }
}

/// One store per kind of job.
struct JobStores: Codable, Sendable {
  private var optimizations = JobStore(firstID: 1_003_941_377)
  private var forecasts = JobStore(firstID: 48_210)
  private var spendForecasts = JobStore(firstID: 3107)

  subscript(_ kind: JobKind) -> JobStore {
    get {
      switch kind {
      case .optimizations: optimizations
      case .forecasts: forecasts
      case .spendForecasts: spendForecasts
      }
    }
    set {
      switch kind {
      case .optimizations: optimizations = newValue
      case .forecasts: forecasts = newValue
      case .spendForecasts: spendForecasts = newValue
      }
    }
  }
}
