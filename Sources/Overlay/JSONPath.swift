import RecastDiagnostics
import RecastYAMLReader

/// A path into a document: the part of JSONPath (RFC 9535) that consists of names, indices and wildcards.
package struct JSONPath: Sendable {
  /// What one step selects among the children of a value (RFC 9535, section 2.3).
  package enum Selector: Sendable, Hashable {
    /// The value of this key in a mapping.
    case name(String)
    /// The item at this position of a list; negative ones count from the end.
    case index(Int)
    /// All children.
    case wildcard
  }

  /// One step down: the children that any of the selectors selects.
  package struct Segment: Sendable {
    /// At least one.
    package let selectors: [Selector]
    /// The step as it is written.
    package let span: SourceSpan
  }

  /// The path as it is written.
  package let text: String
  /// The steps from the root; none select the root itself.
  package let segments: [Segment]
  /// Where the path is written.
  package let span: SourceSpan

  /// Reads a path.
  ///
  /// - Parameters:
  ///   - node: what should be text with a path.
  ///   - log: takes what is wrong.
  /// - Returns: the path; `nil` after an error was reported.
  package static func read(_ node: YAMLNode, log: inout DiagnosticLog) -> JSONPath? {
    guard let text = node.string else {
      log.error(
        .overlayTarget,
        "a target is text that starts with `$`",
        at: node.span,
        help: "write it as in `$.paths['/reports'].get`"
      )
      return nil
    }
    var parser = JSONPathParser(text, writtenAt: node.span)
    switch parser.parse() {
    case .success(let segments):
      return JSONPath(text: text, segments: segments, span: node.span)
    case .failure(let problem):
      log.error(problem.tag, problem.message, at: problem.span, help: problem.help)
      return nil
    }
  }
}

extension JSONPath.Selector: CustomStringConvertible {
  /// The selector in the notation of normalized paths (RFC 9535, section 2.7).
  package var description: String {
    switch self {
    case .name(let name):
      let escaped = name.flatMap { $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }
      return "['\(String(escaped))']"
    case .index(let index): return "[\(index)]"
    case .wildcard: return "[*]"
    }
  }
}
