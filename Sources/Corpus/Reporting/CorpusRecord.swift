/// A row of the corpus table for programs.
struct CorpusRecord: Encodable {
  let document: String
  let operations: [String: Int]
  let properties: [String: Int]
  let typedPercent: Double?
  let findings: [String: Int]
  let seconds: Double
  let bytes: Int
  let lines: Int
  let compileSeconds: [String: Double]
  let compileMemory: [String: Int]
  let losses: [String]
  let verdict: String

  init(_ row: CorpusRow) {
    let coverage = row.run.coverage
    document = row.run.path
    operations = coverage.map { ["documented": $0.operations.documented, "emitted": $0.operations.emitted] } ?? [:]
    properties = coverage.map { ["documented": $0.properties.documented, "emitted": $0.properties.emitted] } ?? [:]
    typedPercent = coverage.flatMap { CorpusRow.percent($0.types) }
    findings = Dictionary(uniqueKeysWithValues: row.run.findingCounts.map { ($0.tag, $0.count) })
    seconds = row.run.seconds
    bytes = row.run.size
    lines = row.run.lineCount
    compileSeconds = Dictionary(uniqueKeysWithValues: row.compiled.map { ($0.rawValue, $1.processorSeconds) })
    compileMemory = Dictionary(uniqueKeysWithValues: row.compiled.map { ($0.rawValue, $1.peakMemory) })
    losses = (coverage?.losses ?? []).map { "\($0.span): \($0.description)" }
    verdict = row.verdict.summary
  }
}
