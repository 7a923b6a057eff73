import RecastDiagnostics
import RecastYAMLReader

extension NodeReader {
  /// The reference that a node is, if it is one, to a component of a kind. What it leads to is read later.
  mutating func reference(_ node: YAMLNode, _ kind: Components.Kind) -> Reference? {
    guard let value = node["$ref"] else { return nil }
    guard let text = value.string else {
      unexpected(value, wanted: "text for `$ref`")
      return nil
    }
    return reference(to: text, at: value.span, kind)
  }

  /// A reference by its text.
  mutating func reference(to text: String, at span: SourceSpan, _ kind: Components.Kind) -> Reference {
    // The same text means something else in each schema.
    if kind == .schemas, let place = localDefinition(text, at: span) {
      return Reference(text: text, span: span, target: references.target(of: place, kind))
    }
    let key = ReferenceTable.Key(kind: kind, file: span.file.path, text: text)
    if let target = references.known[key] {
      // Every place that loses something says so, not only the first.
      if target == nil { _ = place(of: text, at: span, kind) }
      return Reference(text: text, span: span, target: target)
    }
    let target = place(of: text, at: span, kind).flatMap { fitting($0, text, at: span, kind) }
      .map { references.target(of: $0, kind) }
    references.known[key] = .some(target)
    return Reference(text: text, span: span, target: target)
  }

  /// References that lead to references further than this are no document that anybody writes.
  private static let mostFollowed = 100

  /// What a node stands for: itself, or what it refers to behind however many references; `nil` when that is nothing,
  /// which was reported.
  mutating func followed(_ node: YAMLNode, _ kind: Components.Kind) -> YAMLNode? {
    var node = node
    var seen: Set<YAMLNodeID> = []
    while let value = node["$ref"], let text = value.string {
      guard seen.insert(node.id).inserted, seen.count <= Self.mostFollowed else {
        report(.circular, text, at: value.span, kind)
        return nil
      }
      guard let place = place(of: text, at: value.span, kind), let next = fitting(place, text, at: value.span, kind)
      else { return nil }
      node = next.node
    }
    return node
  }

  private mutating func place(of text: String, at span: SourceSpan, _ kind: Components.Kind) -> ReferencePlace? {
    do {
      let place = try references.place(of: ReferenceText(text), at: span, log: &log)
      references.use(place)
      return place
    } catch {
      guard let place = repaired(text, at: span, kind) else {
        report(error, text, at: span, kind)
        return nil
      }
      log.warning(
        .unresolvedReference,
        "`\(text)` is not the way to write a reference",
        at: span,
        label: "read as `#/\(place.tokens.joined(separator: "/"))`"
      )
      references.use(place)
      return place
    }
  }

  /// What a reference means that is written in a wrong way: without `#/`, as a bare name, with another collection
  /// before the name of a component, such as `#/definitions/…`, or in other letter case.
  private mutating func repaired(_ text: String, at span: SourceSpan, _ kind: Components.Kind) -> ReferencePlace? {
    var name: String?
    if case .pointer(let tokens) = ReferenceText(text).place, tokens.count <= 3 {
      name = tokens.last
    } else if !text.contains("/"), !text.contains("#") {
      name = text
    }
    let candidates = [ReferenceText.repaired(text), name.map { Self.component(kind, $0) }]
    for candidate in candidates {
      if let candidate, let place = try? references.place(of: candidate, at: span, log: &log) { return place }
    }
    let alike = name.flatMap { references.component(kind, spelt: $0) }.map { Self.component(kind, $0) }
    return alike.flatMap { try? references.place(of: $0, at: span, log: &log) }
  }

  private static func component(_ kind: Components.Kind, _ name: String) -> ReferenceText {
    ReferenceText(tokens: ["components", kind.rawValue, name])
  }

  /// The place itself if it is of the wanted kind, or what can be read as that kind.
  private mutating func fitting(
    _ place: ReferencePlace,
    _ text: String,
    at span: SourceSpan,
    _ kind: Components.Kind
  ) -> ReferencePlace? {
    guard let other = place.kind, other != kind else { return place }
    let found = ReferenceKinds.reading(place, as: kind, text: text, at: span)
    log.warning(
      .referenceToOtherKind,
      "`\(text)` leads to \(other.article) where \(kind.article) is needed",
      at: span,
      label: found == nil ? kind.loss : "read as \(kind.article) all the same",
      help: "refer to \(kind.article)"
    )
    return found
  }

  private mutating func report(
    _ failure: ReferenceFailure,
    _ text: String,
    at span: SourceSpan,
    _ kind: Components.Kind
  ) {
    switch failure {
    case .address:
      log.warning(
        .unsupportedReference,
        "`\(text)` is an address, and nothing is fetched from a network",
        at: span,
        label: kind.loss,
        help: "keep a copy of the file beside the document, and refer to it by its path"
      )
    case .noFile(let path, let reason):
      log.warning(
        .missingFile,
        reason.map { "`\(path)` is not read: \($0)" } ?? "there is no file `\(path)`",
        at: span,
        label: kind.loss
      )
    case .unreadable(let path):
      log.warning(.missingFile, "`\(path)` cannot be understood", at: span, label: kind.loss)
    case .noPlace(let missing, let parent):
      let names = references.mayLookForNames() ? parent?.entries.prefix(1000).map(\.key) : nil
      log.warning(
        .unresolvedReference,
        "nothing is called `\(text)`",
        at: span,
        label: kind.loss,
        help: names.flatMap { Suggestion.help(for: missing, in: $0) }
      )
    case .circular:
      log.warning(.circularReference, "`\(text)` leads back to itself", at: span, label: kind.loss)
    }
  }
}

extension Components.Kind {
  /// What is lost without a component of the kind.
  fileprivate var loss: String { self == .schemas ? "read as any value" : "left out" }
}
