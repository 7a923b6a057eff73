import RecastDiagnostics

/// A step of a path, for messages about it.
package struct JSONPathStep: Sendable {
  /// Where the step is written.
  package let span: SourceSpan
  /// The path before the step, as it is written.
  package let precedingText: String
  /// The names that the step selects.
  package let names: [String]
  /// What is not there when the step selects nothing, such as "key `get`".
  package let missingPart: String
  /// Whether the step looks at all levels below.
  package let isDescendant: Bool
}

extension JSONPath {
  /// A step by its number, counted from 0; `nil` when there is no such step.
  package func step(_ number: Int) -> JSONPathStep? {
    guard query.segments.indices.contains(number) else { return nil }
    let segment = query.segments[number]
    let names = segment.selectors.compactMap { if case .name(let name) = $0 { name } else { nil } }
    var parts: [String] = []
    for part in segment.selectors.map(\.missingPart) where !parts.contains(part) { parts.append(part) }
    return JSONPathStep(
      span: written.span(segment.range),
      precedingText: String(decoding: Array(text.utf8)[..<segment.range.lowerBound], as: UTF8.self),
      names: names,
      missingPart: parts.joined(separator: " or "),
      isDescendant: segment.isDescendant
    )
  }
}

extension PathSelector {
  /// What is not there when the selector selects nothing.
  fileprivate var missingPart: String {
    switch self {
    case .name(let name): "key `\(name)`"
    case .index(let index): "item \(index)"
    case .slice: "items in this range"
    case .wildcard: "parts"
    case .filter: "part that fits the filter"
    }
  }
}
