import RecastDiagnostics
import RecastJSONPath
import RecastYAMLReader

extension OverlayDocument {
  /// Applies all actions in order, each to the result of those before it.
  ///
  /// - Parameters:
  ///   - document: the root of the document; it stays as it is.
  ///   - limits: budgets for following the path of an action.
  ///   - log: takes what is wrong or odd.
  /// - Returns: the changed document; `nil` after an error was reported.
  package func apply(
    to document: YAMLNode,
    limits: JSONPathLimits = JSONPathLimits(),
    log: inout DiagnosticLog
  ) -> YAMLNode? {
    checkExtends(document, log: &log)
    var application = OverlayApplication(self, to: document, limits: limits, log: log)
    for action in actions { application.apply(action) }
    let result = application.finish()
    log = application.log
    return result
  }
}

/// An overlay on its way through a document.
struct OverlayApplication {
  /// A document grown beyond this was grown on purpose; counted in values, keys and places where they are used.
  private static let largestSize = 64_000_000

  var editor: YAMLEditor
  var log: DiagnosticLog
  let version: OverlayDocument.Version
  private let limits: JSONPathLimits
  private var document: YAMLEditor.Reference
  private let errors: Int
  private var isStopped = false
  private var last: SourceSpan?

  init(_ overlay: OverlayDocument, to document: YAMLNode, limits: JSONPathLimits, log: DiagnosticLog) {
    editor = YAMLEditor(document)
    self.document = editor.root
    self.log = log
    self.limits = limits
    version = overlay.version
    errors = log.count(of: .error)
  }

  /// Whether no more values may be made: what is still to be done is left undone, and reported afterwards.
  var isFull: Bool { editor.size > Self.largestSize }

  /// Applies one action to the document as it is by now.
  mutating func apply(_ action: OverlayAction) {
    guard !isStopped, let selection = select(action.target) else { return }
    guard !selection.matches.isEmpty else {
      if !action.isOptional { reportNoMatch(action.target, selection) }
      return
    }
    guard let edit = edit(action, targets: selection.matches) else { return }
    document = replace(document, at: 0, of: TargetTree(selection), edit: edit) ?? document
    last = action.target.span
    isStopped = isTooLarge(after: action)
  }

  /// The changed document; `nil` when an error was reported.
  mutating func finish() -> YAMLNode? {
    guard log.count(of: .error) == errors else { return nil }
    // Updates and copies share their values, so that a few of them can make a document that is huge when written out.
    let limit = YAMLLimits().expandedNodes
    if let last, editor.expandedSize(of: document, limit: limit) == nil {
      log.error(.documentTooLarge, "the actions make the document grow to more than \(limit) values", at: last)
      return nil
    }
    return editor.node(document)
  }

  /// What a path selects in the document as it is by now; `nil` after an error was reported.
  private mutating func select(_ path: JSONPath) -> JSONPathSelection? {
    do throws(JSONPathLimits.Exceeded) {
      return try path.select(in: editor.node(document), limits: limits)
    } catch {
      log.error(
        .overlayLimit,
        "following this path takes too many steps, or selects too many values",
        at: path.span,
        help: "use `..` and wildcards less often in one path"
      )
      isStopped = true
      return nil
    }
  }

  /// What an action does to its targets; `nil` when that is nothing, or after an error was reported.
  private mutating func edit(_ action: OverlayAction, targets: [JSONPathSelection.Match]) -> TargetEdit? {
    let update: YAMLEditor.Reference
    switch action.change {
    case .nothing: return nil
    case .remove:
      return .remove
    case .update(let node): update = editor.adopt(node)
    case .copy(let path):
      guard let source = source(path, isOptional: action.isOptional) else { return nil }
      update = source
    }
    return checkKinds(targets.map(\.node), of: action, update: update) ? .merge(update) : nil
  }

  /// The one value that is copied; `nil` when there is none or several, which is reported.
  private mutating func source(_ path: JSONPath, isOptional: Bool) -> YAMLEditor.Reference? {
    guard let selection = select(path) else { return nil }
    let places = Set(selection.matches.map(selection.positions))
    guard let place = places.first else {
      if !isOptional { reportNoMatch(path, selection) }
      return nil
    }
    guard places.count == 1 else {
      reportSeveralSources(path, selection)
      return nil
    }
    return place.reduce(document) { value, position in
      editor.kind(of: value) == .mapping
        ? editor.entries(of: value)[position].value : editor.items(of: value)[position]
    }
  }

  /// Whether the document has grown beyond the budgets, which is reported.
  private mutating func isTooLarge(after action: OverlayAction) -> Bool {
    guard isFull || editor.height(of: document) > YAMLLimits().depth else { return false }
    log.error(.documentTooLarge, "this action makes the document too large or too deep", at: action.target.span)
    return true
  }
}
