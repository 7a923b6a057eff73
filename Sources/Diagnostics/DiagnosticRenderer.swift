/// Prints findings for people, in the layout of compilers, so that editors and build logs recognise them.
///
/// ```
/// spec/recast.yaml:812:9: error: response `404` of `getReport` has no schema [response-without-schema]
/// 812 |         "404":
///     |         ^~~~~ described here, but there is nothing to decode
/// help: add a JSON schema, or set `x-client-ignore: true`
/// ```
///
/// Nothing that a document says reaches the output unchanged if a terminal would act on it: see ``VisibleText``.
package struct DiagnosticRenderer: Sendable {
  /// Makes a renderer.
  package init() {}

  /// All findings in order, each ended by a line feed.
  package func render(_ log: DiagnosticLog) -> String {
    log.diagnostics.map { render($0) + "\n" }.joined()
  }

  /// One finding as lines joined by line feeds, without a line feed at the end.
  package func render(_ diagnostic: Diagnostic) -> String {
    var lines = [firstLine(diagnostic.severity.rawValue, diagnostic.message, at: diagnostic.span)]
    lines[0] += " [\(diagnostic.tag.name)]"
    if let span = diagnostic.span {
      lines += SourceExcerpt(span, label: diagnostic.label).lines
    }
    for note in diagnostic.notes {
      lines.append(firstLine("note", note.message, at: note.span))
      if let span = note.span { lines += SourceExcerpt(span).lines }
    }
    if let help = diagnostic.help {
      lines.append("help: " + VisibleText.line(help))
    }
    return lines.joined(separator: "\n")
  }

  private func firstLine(_ severity: String, _ message: String, at span: SourceSpan?) -> String {
    let text = "\(severity): \(VisibleText.line(message))"
    guard let span else { return text }
    let (line, column) = span.start
    return "\(VisibleText.line(span.file.path)):\(line):\(column): \(text)"
  }
}
