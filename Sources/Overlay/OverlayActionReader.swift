import RecastDiagnostics
import RecastJSONPath
import RecastYAMLReader

extension OverlayAction {
  /// Reads one action.
  static func read(_ node: YAMLNode, version: OverlayDocument.Version, log: inout DiagnosticLog) -> OverlayAction? {
    let keys = ["target", "description", "update", "remove"] + (version == .v1_0 ? [] : ["copy"])
    let object = OverlayObject(node, named: "an action", keys: keys, alsoKnown: ["copy"], log: &log)
    if version == .v1_0, let copy = object.entry("copy") {
      log.error(.unknownOverlayKey, "Overlay 1.0 has no `copy`", at: copy.keySpan, help: "write `overlay: 1.1.0`")
    }
    let target = object.required("target", log: &log).flatMap { JSONPath.read($0, named: "target", log: &log) }
    let description = object.string("description", log: &log)
    let isRemoval = object.bool("remove", log: &log) ?? false
    let isOptional = object.bool("x-client-optional", log: &log) ?? false
    let source = object.value("copy").map { JSONPath.read($0, named: "copy", log: &log) }
    guard let target else { return nil }
    if isRemoval, target.isRoot {
      log.error(.overlayTarget, "the whole document cannot be removed", at: target.span)
      return nil
    }
    let change: Change
    switch (isRemoval, object.value("update"), source) {
    case (true, _, _): change = .remove
    case (false, let update?, nil): change = .update(update)
    // Of a path that cannot be read, an error says so.
    case (false, nil, let source?): change = source.map { .copy($0) } ?? .nothing
    case (false, nil, nil), (false, _?, _?): change = .nothing
    }
    reportConflicts(in: object, isRemoval: isRemoval, target: target, log: &log)
    return OverlayAction(
      target: target,
      change: change,
      description: description,
      isOptional: isOptional,
      span: node.span
    )
  }

  /// Warns of what has no effect: `remove` comes before the others, and the others cancel each other out.
  private static func reportConflicts(
    in object: OverlayObject,
    isRemoval: Bool,
    target: JSONPath,
    log: inout DiagnosticLog
  ) {
    let (update, copy) = (object.entry("update"), object.entry("copy"))
    switch (isRemoval, update, copy) {
    case (true, let ignored?, _), (true, nil, let ignored?):
      log.warning(
        .invalidOverlay,
        "`\(ignored.key)` has no effect beside `remove: true`",
        at: ignored.keySpan,
        help: "make two actions of it, or remove one of the keys"
      )
    case (false, _?, let copy?):
      log.warning(
        .invalidOverlay,
        "neither `update` nor `copy` has an effect when both are there",
        at: copy.keySpan,
        help: "make two actions of it"
      )
    case (false, nil, nil):
      log.warning(
        .invalidOverlay,
        "this action changes nothing",
        at: target.span,
        help: "add `update`, `copy`, or `remove: true`"
      )
    default: break
    }
  }
}
