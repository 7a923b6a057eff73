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
    guard let input = ParserInput(file, log: &log) else { return nil }
    let errors = log.count(of: .error)
    var composer = Composer(file: input.file, limits: limits, log: log)
    input.withBytes { bytes in
      var reader = EventReader(input, bytes: bytes)
      read(&reader, into: &composer)
    }
    log = composer.log
    return log.count(of: .error) == errors ? composer.finish() : nil
  }

  private static func read(_ reader: inout EventReader, into composer: inout Composer) {
    while composer.wantsMore {
      guard reader.next() else {
        reader.problem().report(in: composer.file, log: &composer.log)
        return
      }
      composer.take(reader.event, at: reader.range)
    }
  }
}
