import RecastDiagnostics
import RecastJSONPath
import RecastYAMLReader

extension JSONPath {
  /// Reads the path of an action.
  ///
  /// - Parameters:
  ///   - node: what should be text with a path.
  ///   - name: the key that it is the value of.
  ///   - log: takes what is wrong or odd.
  /// - Returns: the path; `nil` after an error was reported.
  static func read(_ node: YAMLNode, named name: String, log: inout DiagnosticLog) -> JSONPath? {
    guard let text = node.string else {
      log.error(
        .overlayTarget,
        "`\(name)` is text that starts with `$`",
        at: node.span,
        help: "write it as in `$.paths['/reports'].get`"
      )
      return nil
    }
    switch JSONPath.parse(text, writtenAt: node.span) {
    case .success(let path):
      for remark in path.remarks {
        log.warning(.overlayPattern, remark.message, at: remark.span, help: remark.help)
      }
      return path
    case .failure(let problem):
      log.error(.overlayTarget, problem.message, at: problem.span, help: problem.help)
      return nil
    }
  }
}
