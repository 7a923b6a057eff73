import CRecastYAML
import RecastDiagnostics

// Findings about values that libyaml accepts.
extension Composer {
  /// More of the same would hide everything else.
  private static let mostDuplicateReports = 100

  mutating func reportDuplicate(_ key: UInt32, earlier: UInt32) {
    duplicateReports += 1
    guard duplicateReports <= Self.mostDuplicateReports else { return }
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
    log.error(
      .complexKey,
      "a key must be text, but this is a list or a mapping",
      at: file.span(range),
      help: "put the key in quotes"
    )
  }

  mutating func reportAlias(_ name: String, isRecursive: Bool, at range: Range<Int>) {
    if isRecursive {
      log.error(
        .recursiveAlias,
        "alias `*\(name)` stands inside the value that it refers to",
        at: file.span(range),
        help: "break the circle; a schema refers to itself by `$ref`"
      )
    } else {
      log.error(
        .unknownAlias,
        "there is no anchor `&\(name)` above this alias",
        at: file.span(range),
        help: Suggestion.help(for: name, in: anchors.keys.sorted()) ?? "put the text in quotes if it is not an alias"
      )
    }
  }

  /// The kind of a scalar that is quoted or has a tag.
  mutating func kind(of text: UnsafeBufferPointer<UInt8>, tag: String?, at range: Range<Int>) -> YAMLNode.Kind {
    guard let tag, tag != "!" else { return .string }
    guard let name = tag.coreTag else {
      log.warning(.yamlTag, "tag `\(tag)` has no meaning here and is ignored", at: file.span(range))
      return .string
    }
    let resolved = ScalarResolution.kind(of: text)
    switch (name, resolved) {
    case ("str", _), ("timestamp", _), ("binary", _): return .string
    case ("null", .null), ("bool", .bool), ("int", .integer), ("float", .float): return resolved
    case ("float", .integer): return .float
    default:
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
    log.warning(.yamlTag, "tag `\(name)` has no meaning here and is ignored", at: file.span(range))
  }
}

extension String {
  /// The name after `!!`; `nil` for other tags.
  fileprivate var coreTag: String? {
    let prefix = "tag:yaml.org,2002:"
    return hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
