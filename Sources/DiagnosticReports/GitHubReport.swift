import RecastDiagnostics

/// Findings as workflow commands of GitHub Actions, which show them beside the lines of a pull request.
///
/// ```
/// ::error file=spec/recast.yaml,line=11,col=55,endLine=11,endColumn=87,title=unresolved-reference::nothing is called …
/// ```
package struct GitHubReport: Sendable {
  /// A command per finding.
  package let text: String

  /// All findings in order.
  package init(_ log: DiagnosticLog, base: ReportBase) {
    text = log.diagnostics.map { Self.command($0, base: base) + "\n" }.joined()
  }

  private static func command(_ diagnostic: Diagnostic, base: ReportBase) -> String {
    var properties: [(name: String, value: String)] = []
    if let span = diagnostic.span {
      let (start, end) = (span.start, span.end)
      properties = [
        ("file", base.path(of: span.file.path)), ("line", String(start.line)), ("col", String(start.column)),
        ("endLine", String(end.line)), ("endColumn", String(end.column)),
      ]
      // Columns of a finding that goes over several lines make GitHub refuse the annotation.
      if start.line != end.line { properties.removeAll { $0.name.lowercased().contains("col") } }
    }
    properties.append(("title", diagnostic.tag.name))
    let list = properties.map { "\($0.name)=\(escaped($0.value, isProperty: true))" }.joined(separator: ",")
    return "::\(command(diagnostic.severity)) \(list)::\(escaped(message(diagnostic, base: base), isProperty: false))"
  }

  private static func command(_ severity: Severity) -> String { severity == .note ? "notice" : severity.rawValue }

  private static func message(_ diagnostic: Diagnostic, base: ReportBase) -> String {
    var lines = [VisibleText.line(diagnostic.message)]
    if let label = diagnostic.label { lines[0] += ": " + VisibleText.line(label) }
    for note in diagnostic.notes {
      let place = note.span.map { span in
        let isElsewhere = span.file.path != diagnostic.span?.file.path
        return " (\(isElsewhere ? "\(base.path(of: span.file.path)), " : "")line \(span.start.line))"
      }
      lines.append("note: \(VisibleText.line(note.message))\(place ?? "")")
    }
    if let help = diagnostic.help { lines.append("help: " + VisibleText.line(help)) }
    return lines.joined(separator: "\n")
  }

  /// What the runner takes for the end of a property, of a command or of a line.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
