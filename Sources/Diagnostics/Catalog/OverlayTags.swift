extension DiagnosticTag {
  /// A file is not an overlay.
  package static let invalidOverlay = DiagnosticTag("invalid-overlay")
  /// An overlay or an action has a key that means nothing.
  package static let unknownOverlayKey = DiagnosticTag("unknown-overlay-key")
  /// A target is not a JSONPath.
  package static let overlayTarget = DiagnosticTag("overlay-target")
  /// A pattern in a target can match nothing.
  package static let overlayPattern = DiagnosticTag("overlay-pattern")
  /// A target takes too long to follow.
  package static let overlayLimit = DiagnosticTag("overlay-limit")
  /// An overlay is made for another document.
  package static let overlayExtends = DiagnosticTag("overlay-extends")
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
      explanation: "A target is a path after RFC 9535, such as `$.paths['/reports'].get` or `$..[?@.deprecated]`.",
      remedy: "Correct the path at the place shown."
    ),
    Entry(
      .overlayPattern,
      summary: "a pattern in a target is no I-Regexp and matches nothing",
      explanation: "`match` and `search` take patterns after RFC 9485, a part of what other regular expressions are.",
      remedy: "Write the pattern with `.`, `[…]`, `\\p{…}`, `|`, `*`, `+`, `?` and `{n,m}` only."
    ),
    Entry(
      .overlayLimit,
      .fatal,
      summary: "a target takes too long to follow",
      explanation: "Every `..` and every wildcard multiplies what is looked at; two or three in a path are plenty.",
      remedy: "Name more of the way to what is meant."
    ),
    Entry(
      .overlayExtends,
      summary: "an overlay is made for another document",
      explanation: "`extends` names a file that is not the one the overlay is applied to. It is applied all the same.",
      remedy: "Correct `extends`, leave it out, or apply the overlay to the document that it names."
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
