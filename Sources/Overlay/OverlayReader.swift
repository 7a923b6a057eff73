import RecastDiagnostics
import RecastYAMLReader

extension OverlayDocument {
  /// Reads an overlay.
  ///
  /// - Parameters:
  ///   - node: the root of the overlay's file.
  ///   - log: takes what is wrong or odd.
  /// - Returns: the overlay; `nil` after an error was reported.
  package static func read(_ node: YAMLNode, log: inout DiagnosticLog) -> OverlayDocument? {
    let errors = log.count(of: .error)
    let object = OverlayObject(node, named: "an overlay", keys: ["overlay", "info", "extends", "actions"], log: &log)
    let version = object.required("overlay", log: &log).flatMap { readVersion($0, log: &log) }
    let title = object.required("info", log: &log).flatMap { readTitle($0, log: &log) }
    let extends = object.string("extends", log: &log) == nil ? nil : object.value("extends")
    // Without a version, what is wrong with the actions is said by the rules of the latest.
    let actions = object.required("actions", log: &log).map {
      readActions($0, version: version ?? .v1_1, log: &log)
    }
    guard log.count(of: .error) == errors, let version, let title, let actions else { return nil }
    return OverlayDocument(title: title, version: version, extends: extends, actions: actions)
  }

  private static func readVersion(_ node: YAMLNode, log: inout DiagnosticLog) -> Version? {
    let parts = (node.string ?? "").split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else {
      log.error(
        .invalidOverlay,
        "`overlay` names the version of the specification, such as 1.1.0",
        at: node.span,
        help: "write `overlay: 1.1.0`"
      )
      return nil
    }
    switch (parts[0], parts[1]) {
    case ("1", "0"): return .v1_0
    case ("1", "1"): return .v1_1
    default:
      log.error(
        .invalidOverlay,
        "Overlay \(parts[0]).\(parts[1]) is not supported, only 1.0 and 1.1 are",
        at: node.span,
        help: "write `overlay: 1.1.0`, if the actions need nothing newer"
      )
      return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func readTitle(_ node: YAMLNode, log: inout DiagnosticLog) -> String? {
    let info = OverlayObject(node, named: "`info`", keys: ["title", "version", "description"], log: &log)
    let title = info.requiredString("title", log: &log)
    _ = info.requiredString("version", log: &log)
    _ = info.string("description", log: &log)
    return title
  }

  private static func readActions(
    _ node: YAMLNode,
    version: Version,
    log: inout DiagnosticLog
  ) -> [OverlayAction] {
    guard node.kind == .sequence, !node.items.isEmpty else {
      log.error(.invalidOverlay, "`actions` is a list of at least one action", at: node.span)
      return []
    }
    let actions = node.items.map { item in OverlayAction.read(item, version: version, log: &log) }
    reportRepetitions(in: node.items, log: &log)
    return actions.compactMap(\.self)
  }

  /// Repetitions follow each other closely; comparing every action with every other would take long.
  private static let mostCompared = 20

  /// Warns of actions that are there twice: applied again, most of them add the same again.
  private static func reportRepetitions(in items: YAMLItems, log: inout DiagnosticLog) {
    var earlier: [String: [YAMLNode]] = [:]
    for item in items {
      guard let target = item["target"]?.string else { continue }
      let candidates = earlier[target, default: []].suffix(mostCompared)
      if let first = candidates.first(where: { item.isEqual(to: $0) }) {
        log.warning(
          .invalidOverlay,
          "this action is the same as an earlier one",
          at: item.span.leadingEdge,
          notes: [.init("the earlier one", at: first.span.leadingEdge)],
          help: "remove one of the two"
        )
      }
      earlier[target, default: []].append(item)
    }
  }
}
