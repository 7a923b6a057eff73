import RecastDiagnostics
import RecastYAMLReader

/// Follows locations through references, compositions and alternatives.
struct SchemaFinder {
  /// Schemas that one location may lead through, and all together: a document can lay very many ways.
  private static let mostForOne = 20_000
  private static let mostForAll = 500_000

  /// Where references lead.
  var references: ReferenceTable
  /// Takes what cannot be read in files beside the document.
  var log: DiagnosticLog
  private var leftForAll = mostForAll
  private var left = mostForOne

  /// A node at its place.
  struct Placed {
    var place: SchemaPlace
    var node: YAMLNode
  }

  /// What following a location came to.
  enum Outcome {
    /// It leads to these schemas, at least one.
    case found([FoundSchema])
    /// It leads nowhere: after so many steps there were only these schemas, none of which has what comes next.
    case deadEnd(steps: Int, [YAMLNode])
    /// It leads through too many schemas.
    case tooMany
  }

  init(references: ReferenceTable, log: DiagnosticLog) {
    self.references = references
    self.log = log
  }

  /// Follows a location from the schemas that it starts at.
  mutating func follow(_ location: SchemaLocation, from start: [Placed]) -> Outcome {
    renew()
    var current = start
    for (position, step) in location.steps.enumerated() {
      let parts = current.flatMap { expanded($0) }
      let next = parts.flatMap { children(of: $0, step) }
      if left <= 0 { return .tooMany }
      if next.isEmpty { return .deadEnd(steps: position, parts.map(\.node)) }
      current = next
    }
    var homes: Set<SchemaPlace> = []
    var sites: Set<SchemaPlace> = []
    let found = current.compactMap { settled($0) }.filter {
      let isNew = homes.insert($0.home).inserted
      return sites.insert($0.site).inserted || isNew
    }
    if left <= 0 { return .tooMany }
    return found.isEmpty ? .deadEnd(steps: location.steps.count, current.map(\.node)) : .found(found)
  }

  /// Every schema that the one at a place is made of, itself among them.
  mutating func parts(of place: SchemaPlace) -> [SchemaPlace] {
    node(at: place).map { parts(of: Placed(place: place, node: $0)).map(\.place) } ?? []
  }

  /// Every schema that a schema is made of, itself among them.
  mutating func parts(of schema: Placed) -> [Placed] {
    renew()
    return expanded(schema)
  }

  /// Allows for as many schemas as one location may lead through.
  mutating func renew() {
    leftForAll -= Self.mostForOne - left
    left = min(Self.mostForOne, max(leftForAll, 0))
  }

  /// What stands at a place.
  mutating func node(at place: SchemaPlace) -> YAMLNode? {
    var node = references.files.root(place.file, log: &log)
    for token in place.tokens { node = node.flatMap { Self.child(of: $0, token) } }
    return node
  }

  /// Every schema that a schema is made of: itself, what it refers to, and the parts and alternatives of each.
  mutating func expanded(_ start: Placed) -> [Placed] {
    var result: [Placed] = []
    var seen: Set<SchemaPlace> = [start.place]
    var pending = [start]
    while let next = pending.popLast(), left > 0 {
      left -= 1
      guard next.node.kind == .mapping else { continue }
      result.append(next)
      let parts =
        ["allOf", "oneOf", "anyOf"].flatMap { Self.items(of: next, $0) } + [target(of: next)].compactMap { $0 }
      pending += parts.reversed().filter { seen.insert($0.place).inserted }
    }
    return result
  }

  /// The schema that a place stands for, behind references and behind wrappers that add nothing but words.
  mutating func settled(_ start: Placed) -> FoundSchema? {
    var site = start.place
    var current = start
    var seen: Set<SchemaPlace> = []
    while left > 0, seen.insert(current.place).inserted {
      left -= 1
      if current.node["$ref"] != nil {
        guard let next = target(of: current) else { return nil }
        current = next
      } else if let part = Self.onlyPart(of: current) {
        current = part
        site = part.place
      } else {
        return FoundSchema(site: site, home: current.place, node: current.node)
      }
    }
    return nil
  }

  /// What a reference leads to, when it can be found again at that place.
  mutating func target(of source: Placed) -> Placed? {
    source.node["$ref"].flatMap { target($0.string ?? "", at: $0.span) }
  }

  /// What an entry of a discriminator's mapping leads to: a reference, or the bare name of a schema.
  mutating func target(ofMapping value: YAMLNode) -> Placed? {
    guard let text = value.string else { return nil }
    return target(Discriminator.reference(inMapping: text), at: value.span)
  }

  private mutating func target(_ text: String, at span: SourceSpan) -> Placed? {
    guard let place = try? references.place(of: ReferenceText(text), at: span, log: &log) else { return nil }
    let target = SchemaPlace(file: place.file, tokens: place.tokens)
    // Anchors, and parts that an upgrade has moved, are found by other means than a way of keys.
    guard let found = node(at: target), found.id == place.node.id else { return nil }
    return Placed(place: target, node: found)
  }

  /// What stands under a key or at a position.
  static func child(of node: YAMLNode, _ token: String) -> YAMLNode? {
    guard node.kind == .sequence else { return node[token] }
    return Int(token).flatMap { node.items.indices.contains($0) ? node.items[$0] : nil }
  }
}

extension SchemaFinder {
  static func items(of schema: Placed, _ key: String) -> [Placed] {
    guard let list = schema.node[key], list.kind == .sequence else { return [] }
    return list.items.enumerated().map { Placed(place: schema.place.child(key, String($0)), node: $1) }
  }

  /// Where one step leads from a schema.
  private mutating func children(of schema: Placed, _ step: SchemaLocation.Step) -> [Placed] {
    let node = schema.node
    switch step {
    case .member(let name):
      guard let value = node["properties"]?[name] else { return [] }
      return [Placed(place: schema.place.child("properties", name), node: value)]
    case .each:
      return ["items", "additionalProperties"].compactMap { key in
        guard let value = node[key], value.kind == .mapping else { return nil }
        return Placed(place: schema.place.child(key), node: value)
      }
    case .alternative(let name):
      return ["oneOf", "anyOf"].flatMap { Self.items(of: schema, $0) }.filter { alternative in
        expanded(alternative).contains { $0.node["properties"]?[name] != nil }
      }
    }
  }

  /// The part of a composition beside which nothing else describes anything; `nil` when there is none.
  private static func onlyPart(of schema: Placed) -> Placed? {
    let describing = schema.node.entries.filter { !SchemaWords.documents($0.key) }.map(\.key)
      .filter { $0 != "type" || schema.node["type"]?.string != "object" }
    guard describing.count == 1, let key = describing.first, ["allOf", "oneOf", "anyOf"].contains(key) else {
      return nil
    }
    let parts = items(of: schema, key).filter { part in
      key == "allOf"
        ? !part.node.entries.allSatisfy { SchemaWords.documents($0.key) }
        : !SchemaWords.isNull(part.node)
    }
    return parts.count == 1 ? parts[0] : nil
  }
}
