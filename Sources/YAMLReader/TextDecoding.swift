import RecastDiagnostics

extension ParserInput {
  /// Prepares a file for reading: skips the byte order mark, and turns UTF-16 into UTF-8.
  init?(_ file: SourceFile, log: inout DiagnosticLog) {
    self.init(file: file, textStart: file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, rewritten: nil)
  }
}
