import CRecastYAML
import RecastDiagnostics

// Findings about values that libyaml accepts.
extension Composer {
  /// More of the same would hide everything else, and cost a hostile document nothing.
  private static let mostReports = 100

  /// Counts a finding, and says whether there are few enough of its kind to report it.
  mutating func isWorthReporting(_ tag: DiagnosticTag) -> Bool {
    reports[tag, default: 0] += 1
    return reports[tag, default: 0] <= Self.mostReports
  }

  mutating func reportDuplicate(_ key: UInt32, earlier: UInt32) {
    guard isWorthReporting(.duplicateKey) else { return }
    log.warning(
      .duplicateKey,
      "key `\(tree.string(of: key))` is given twice",
      at: tree.span(of: key),
      label: "this one counts",
      notes: [.init("first given here", at: tree.span(of: earlier))],
      help: "remove or rename one of the two"
    )
  }

  mutating func reportComplexKey(at range: Range<Int>) {
    guard isWorthReporting(.complexKey) else { return }
    log.warning(
      .complexKey,
      "a key must be text, but this is a list or a mapping",
      at: file.span(range),
      label: "left out, with its value",
      help: "put the key in quotes"
    )
  }

  mutating func reportAlias(_ name: String, isRecursive: Bool, at range: Range<Int>) {
    guard isWorthReporting(isRecursive ? .recursiveAlias : .unknownAlias) else { return }
    if isRecursive {
      log.error(
        .recursiveAlias,
        "alias `*\(name)` stands inside the value that it refers to",
        at: file.span(range),
        help: "break the circle; a schema refers to itself by `$ref`"
      )
    } else {
      let suggestion = anchors.count > 1000 ? nil : Suggestion.help(for: name, in: anchors.keys.sorted())
      log.error(
        .unknownAlias,
        "there is no anchor `&\(name)` above this alias",
        at: file.span(range),
        help: suggestion ?? "put the text in quotes if it is not an alias"
      )
    }
  }

  /// The kind of a scalar that is quoted or has a tag.
  mutating func kind(of text: UnsafeBufferPointer<UInt8>, tag: String?, at range: Range<Int>) -> YAMLNode.Kind {
    guard let tag, tag != "!" else { return .string }
    guard let name = tag.coreTag else {
      reportMeaninglessTag(tag, at: range)
      return .string
    }
    let resolved = ScalarResolution.kind(of: text)
    switch (name, resolved) {
    case ("str", _), ("timestamp", _), ("binary", _): return .string
    case ("null", .null), ("bool", .bool), ("int", .integer), ("float", .float): return resolved
    case ("float", .integer): return .float
    default:
      guard isWorthReporting(.yamlTag) else { return .string }
      log.warning(
        .yamlTag,
        "tag `!!\(name)` does not fit this value, which is read as a string",
        at: file.span(range)
      )
      return .string
    }
  }

  mutating func checkTag(_ tag: UnsafeMutablePointer<yaml_char_t>?, allowed: String, at range: Range<Int>) {
    guard let tag else { return }
    let name = String(cString: tag)
    guard name != allowed, name != "!" else { return }
    reportMeaninglessTag(name, at: range)
  }

  private mutating func reportMeaninglessTag(_ tag: String, at range: Range<Int>) {
    guard isWorthReporting(.yamlTag) else { return }
    log.warning(.yamlTag, "tag `\(tag)` has no meaning here and is ignored", at: file.span(range))
  }
}

extension String {
  /// The name after `!!`; `nil` for other tags.
  fileprivate var coreTag: String? {
    let prefix = "tag:yaml.org,2002:"
    return hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
