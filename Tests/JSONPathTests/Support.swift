import RecastDiagnostics
import RecastJSONPath
import RecastYAMLReader
import Testing

/// A path that was read from a file of its own.
struct Reading {
  let path: JSONPath?
  let problem: JSONPathProblem?

  init(_ text: String) {
    let file = SourceFile(path: "path", bytes: Array(text.utf8))
    switch JSONPath.parse(text, writtenAt: file.span) {
    case .success(let path): (self.path, problem) = (path, nil)
    case .failure(let problem): (path, self.problem) = (nil, problem)
    }
  }

  /// The problem with what it points at, and its help.
  var words: String {
    guard let problem else { return "no problem" }
    let place = "\(problem.span.range.lowerBound) `\(problem.span.text)`: \(problem.message)"
    return place + (problem.help.map { " (\($0))" } ?? "")
  }
}

/// The normalized paths of what a path selects; `nil` when it is no path or a budget was used up.
func select(_ path: String, in document: String, limits: JSONPathLimits = JSONPathLimits()) throws -> [String]? {
  let root = try #require(parse(document))
  let path = try #require(Reading(path).path, "\(Reading(path).words)")
  guard let selection = try? path.select(in: root, limits: limits) else { return nil }
  return selection.matches.map(selection.normalizedPath)
}

func parse(_ document: String) -> YAMLNode? {
  var log = DiagnosticLog()
  return YAMLParser.parse(SourceFile(path: "document", bytes: Array(document.utf8)), log: &log)
}
