extension DiagnosticTag {
  /// A file is not an overlay.
  package static let invalidOverlay = DiagnosticTag("invalid-overlay")
  /// An overlay or an action has a key that means nothing.
  package static let unknownOverlayKey = DiagnosticTag("unknown-overlay-key")
  /// A target is not a JSONPath.
  package static let overlayTarget = DiagnosticTag("overlay-target")
  /// A target or an action uses something that is not supported.
  package static let overlayUnsupported = DiagnosticTag("overlay-unsupported")
  /// An action matches nothing.
  package static let overlayNoMatch = DiagnosticTag("overlay-no-match")
  /// An update does not fit what it is applied to.
  package static let overlayMismatch = DiagnosticTag("overlay-mismatch")
}

extension DiagnosticCatalog {
  /// What reading and applying an overlay reports.
  static let overlay: [Entry] = [
    Entry(
      .invalidOverlay,
      .fatal,
      summary: "the file is not an overlay",
      explanation: "An overlay has `overlay: 1.1.0` (or 1.0.0), `info` with `title` and `version`, and `actions`.",
      remedy: "Add or correct what is named."
    ),
    Entry(
      .unknownOverlayKey,
      .fatal,
      summary: "an overlay has a key that means nothing",
      explanation: "A misspelt key would be ignored in silence, and the action would not do what was meant.",
      remedy: "Correct the key, or remove it; keys of your own start with `x-`."
    ),
    Entry(
      .overlayTarget,
      .fatal,
      summary: "a target is not a JSONPath",
      explanation: "A target starts with `$` and goes on with names and indices: `$.paths['/reports'].get`.",
      remedy: "Correct the path at the place shown."
    ),
    Entry(
      .overlayUnsupported,
      .fatal,
      summary: "an overlay uses something that is not supported yet",
      explanation: "Targets may use names, indices and wildcards; actions may use `update` and `remove`.",
      remedy: "Write one action per place, with plain paths."
    ),
    Entry(
      .overlayNoMatch,
      summary: "an action matches nothing in the document",
      explanation: "The document may have changed, or the target is misspelt. The action has no effect.",
      remedy: "Correct the target; or set `x-client-optional: true` on the action if that is as it should be."
    ),
    Entry(
      .overlayMismatch,
      .fatal,
      summary: "an update does not fit what it is applied to",
      explanation:
        "Mappings are merged into mappings, lists are added to lists, and plain values replace plain values.",
      remedy: "Correct the target or the update; to replace a value by another kind, remove it first."
    ),
  ]
}
