import RecastDiagnostics
import RecastYAMLReader

/// A mapping of an overlay, read key by key.
struct OverlayObject {
  private let node: YAMLNode
  private let name: String

  /// - Parameters:
  ///   - node: what should be a mapping.
  ///   - name: what it is, for messages.
  ///   - keys: all keys that mean something; keys that start with `x-` are always allowed.
  ///   - known: keys about which somebody else has something to say.
  ///   - log: takes what is wrong.
  init(
    _ node: YAMLNode,
    named name: String,
    keys: [String],
    alsoKnown known: [String] = [],
    log: inout DiagnosticLog
  ) {
    self.node = node
    self.name = name
    guard node.kind == .mapping else {
      log.error(.invalidOverlay, "\(name) is a mapping", at: node.span)
      return
    }
    for entry in node.entries {
      let key = entry.key
      guard !keys.contains(key), !known.contains(key), !key.hasPrefix("x-") || key.isMisspeltExtension else {
        continue
      }
      log.error(
        .unknownOverlayKey,
        "\(name) has no key `\(key)`",
        at: entry.keySpan,
        help: Suggestion.help(for: key, in: keys + ["x-client-optional"])
          ?? "keys here are " + keys.map { "`\($0)`" }.joined(separator: ", ")
      )
    }
  }

  /// A key with its value.
  func entry(_ key: String) -> YAMLEntry? { node.entry(key) }

  /// The value of a key.
  func value(_ key: String) -> YAMLNode? { node[key] }

  /// The value of a key that must be there.
  func required(_ key: String, log: inout DiagnosticLog) -> YAMLNode? {
    if let value = node[key] { return value }
    guard node.kind == .mapping else { return nil }
    log.error(
      .invalidOverlay,
      "\(name) needs the key `\(key)`",
      at: node.entries.first?.keySpan ?? node.span,
      help: "add `\(key)`"
    )
    return nil
  }

  /// The text of a key that must be there.
  func requiredString(_ key: String, log: inout DiagnosticLog) -> String? {
    required(key, log: &log) == nil ? nil : string(key, log: &log)
  }

  /// The text of a key. A number such as the version 1.0 is taken as it is written.
  func string(_ key: String, log: inout DiagnosticLog) -> String? {
    guard let value = node[key] else { return nil }
    if let string = value.string { return string }
    guard let text = value.scalarText else {
      log.error(.invalidOverlay, "`\(key)` must be text", at: value.span)
      return nil
    }
    log.warning(.invalidOverlay, "`\(key)` must be text", at: value.span, help: "put it in quotes")
    return text
  }

  /// The truth value of a key.
  func bool(_ key: String, log: inout DiagnosticLog) -> Bool? {
    guard let value = node[key] else { return nil }
    if let bool = value.bool { return bool }
    log.error(.invalidOverlay, "`\(key)` must be `true` or `false`", at: value.span)
    return nil
  }
}

extension String {
  /// An extension key that is ours by its prefix, but is none that an action or overlay knows.
  fileprivate var isMisspeltExtension: Bool { hasPrefix("x-client-") && self != "x-client-optional" }
}
