import CRecastYAML
import RecastDiagnostics

/// Reads YAML and JSON into a flat tree of nodes.
package enum YAMLParser {
  /// Reads a file that holds one document.
  ///
  /// - Parameters:
  ///   - file: the text, in UTF-8 with or without byte order mark, or in UTF-16 with one.
  ///   - limits: budgets; exceeding one is an error in the log.
  ///   - log: takes what is wrong or odd.
  /// - Returns: the root of the document; `nil` after an error was reported.
  package static func parse(
    _ file: SourceFile,
    limits: YAMLLimits = YAMLLimits(),
    log: inout DiagnosticLog
  ) -> YAMLNode? {
    guard file.bytes.count <= limits.bytes else {
      log.error(
        .documentTooLarge,
        "the file has \(file.bytes.count) bytes, more than the \(limits.bytes) that are read",
        at: file.span(0..<0)
      )
      return nil
    }
    guard var input = ParserInput(file, log: &log) else { return nil }
    var problem: SyntaxProblem?
    for _ in 0...mostRepairs {
      var composer = Composer(file: input.file, limits: limits, log: log)
      problem = input.withBytes { read(EventReader(input, bytes: $0), into: &composer) }
      if let place = problem, input.repairTabs(at: place) { continue }
      let hadErrors = log.count(of: .error) < composer.log.count(of: .error)
      log = composer.log
      if problem == nil { return hadErrors ? nil : composer.finish() }
      break
    }
    problem?.report(in: input.file, log: &log)
    return nil
  }

  /// How often reading starts again after ``ParserInput/repairTabs(at:)``: the time this takes must stay bounded.
  private static let mostRepairs = 32

  /// Reads events to the end; gives the problem that keeps the text from being read.
  private static func read(_ reader: consuming EventReader, into composer: inout Composer) -> SyntaxProblem? {
    while composer.wantsMore {
      guard reader.next() else { return reader.problem() }
      composer.take(reader.event, at: reader.range)
    }
    return nil
  }
}
