import RecastDiagnostics
import RecastYAMLReader

extension OverlayDocument {
  /// Applies all actions in order, each to the result of those before it.
  ///
  /// - Parameters:
  ///   - document: the root of the document; it stays as it is.
  ///   - log: takes what is wrong or odd.
  /// - Returns: the changed document; `nil` after an error was reported.
  package func apply(to document: YAMLNode, log: inout DiagnosticLog) -> YAMLNode? {
    var application = OverlayApplication(self, to: document, log: log)
    for action in actions { application.apply(action) }
    log = application.log
    return application.result
  }
}

/// An overlay on its way through a document.
struct OverlayApplication {
  /// A document grown beyond this was grown on purpose; counted in values, keys and places where they are used.
  private static let largestSize = 64_000_000
  /// As deep as the reader allows documents to be.
  private static let deepest = YAMLLimits().depth

  var editor: YAMLEditor
  var log: DiagnosticLog
  let version: OverlayDocument.Version
  private var document: YAMLEditor.Reference
  private let errors: Int
  private var isStopped = false

  init(_ overlay: OverlayDocument, to document: YAMLNode, log: DiagnosticLog) {
    editor = YAMLEditor(document)
    self.document = editor.root
    self.log = log
    version = overlay.version
    errors = log.count(of: .error)
  }

  /// The changed document; `nil` when an error was reported.
  var result: YAMLNode? {
    log.count(of: .error) == errors ? editor.node(document) : nil
  }

  /// Applies one action to the document as it is by now.
  mutating func apply(_ action: OverlayAction) {
    guard !isStopped else { return }
    let search = TargetSearch(action.target, from: document, in: editor)
    guard !search.matches.isEmpty else {
      if !action.isOptional { reportNoMatch(action, deadEnd: search.deadEnd) }
      return
    }
    let edit: TargetEdit
    switch action.change {
    case .nothing: return
    case .remove: edit = .remove
    case .update(let node):
      let update = editor.adopt(node)
      guard checkKinds(search.matches, action: action) else { return }
      edit = .merge(update)
    }
    document = replace(document, along: action.target.segments[...], edit: edit) ?? document
    isStopped = isTooLarge(after: action)
  }

  /// Whether the document has grown beyond the budgets, which is reported.
  private mutating func isTooLarge(after action: OverlayAction) -> Bool {
    guard editor.size > Self.largestSize || editor.height(of: document) > Self.deepest else { return false }
    log.error(.documentTooLarge, "this action makes the document too large or too deep", at: action.target.span)
    return true
  }

  /// Targets of one update are all mappings, all lists, or (from 1.1) all plain values.
  private mutating func checkKinds(_ targets: [YAMLEditor.Reference], action: OverlayAction) -> Bool {
    guard let first = targets.first else { return false }
    let shape = editor.kind(of: first).shape
    if version == .v1_0, shape == .plain {
      log.error(
        .overlayMismatch,
        "in Overlay 1.0 a target must be a mapping or a list, and this selects a plain value",
        at: action.target.span,
        notes: [.init("the value", at: editor.span(of: first))],
        help: "write `overlay: 1.1.0`, or update the mapping that holds the value"
      )
      return false
    }
    guard let other = targets.first(where: { editor.kind(of: $0).shape != shape }) else { return true }
    log.error(
      .overlayMismatch,
      "the target selects both \(shape.rawValue) and \(editor.kind(of: other).shape.rawValue)",
      at: action.target.span,
      notes: [
        .init("one of them", at: editor.span(of: first).leadingEdge),
        .init("another", at: editor.span(of: other).leadingEdge),
      ],
      help: "use one action for each kind"
    )
    return false
  }

  /// Names the deepest part of the target that exists, and what the missing part may have meant.
  private mutating func reportNoMatch(_ action: OverlayAction, deadEnd: (value: YAMLEditor.Reference, depth: Int)?) {
    guard let (value, depth) = deadEnd else { return }
    let segment = action.target.segments[depth]
    let keys = editor.entries(of: value).map { editor.text(of: $0.key) }
    let names = segment.selectors.compactMap { if case .name(let name) = $0 { name } else { nil } }
    let missing = segment.selectors.map(\.missingPart).joined(separator: " or ")
    let path = action.target.segments[..<depth].map(\.span.text).joined()
    log.warning(
      .overlayNoMatch,
      "the target matches nothing: `$\(path)` has no \(missing)",
      at: segment.span,
      notes: [.init("`$\(path)` is here", at: editor.span(of: value).leadingEdge)],
      help: names.lazy.compactMap { Suggestion.help(for: $0, in: keys) }.first
        ?? "correct the target, or set `x-client-optional: true`"
    )
  }
}

extension JSONPath.Selector {
  /// What is not there when the selector selects nothing.
  fileprivate var missingPart: String {
    switch self {
    case .name(let name): "key `\(name)`"
    case .index(let index): "item \(index)"
    case .wildcard: "parts"
    }
  }
}

/// The three shapes that an update tells apart.
enum ValueShape: String {
  case mapping = "mappings"
  case list = "lists"
  case plain = "plain values"
}

extension YAMLNode.Kind {
  var shape: ValueShape {
    switch self {
    case .mapping: .mapping
    case .sequence: .list
    default: .plain
    }
  }
}
