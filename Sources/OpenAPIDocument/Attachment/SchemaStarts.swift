import RecastDiagnostics
import RecastYAMLReader

/// An operation with the schemas that locations start at.
struct SchemaStarts {
  /// The path and the operation in it.
  let pathItem: SchemaFinder.Placed
  let operation: SchemaFinder.Placed

  /// The operations that say something of their schemas, in document order.
  static func all(in root: YAMLNode, file: String) -> [SchemaStarts] {
    guard let paths = root["paths"], paths.kind == .mapping else { return [] }
    return paths.entries.flatMap { path -> [SchemaStarts] in
      let item = SchemaFinder.Placed(
        place: SchemaPlace(file: file, tokens: ["paths", path.key]),
        node: path.value
      )
      return path.value.entries.filter { $0.value[SchemaAttachment.key] != nil }.map { method in
        let operation = SchemaFinder.Placed(place: item.place.child(method.key), node: method.value)
        return SchemaStarts(pathItem: item, operation: operation)
      }
    }
  }

  /// The schemas that a root stands for.
  func schemas(_ root: SchemaLocation.Root, _ finder: inout SchemaFinder) -> [SchemaFinder.Placed] {
    switch root {
    case .request:
      return Self.child(of: operation, "requestBody").map { Self.contents(of: $0, &finder) } ?? []
    case .response: return answers(&finder) { Self.isSuccess($0) }
    case .error: return answers(&finder) { !Self.isSuccess($0) }
    case .parameter(let name):
      let listed = [operation, pathItem].flatMap { Self.children(of: $0, "parameters") }
      let parameters = listed.compactMap { Self.followed($0, &finder) }
      guard let parameter = parameters.first(where: { $0.node["name"]?.string == name }) else { return [] }
      return Self.child(of: parameter, "schema").map { [$0] } ?? Self.contents(of: parameter, &finder)
    }
  }

  /// The bodies of answers; `default` stands for success where nothing else does.
  private func answers(_ finder: inout SchemaFinder, _ isWanted: (String) -> Bool) -> [SchemaFinder.Placed] {
    let all = Self.child(of: operation, "responses").map(Self.children(of:)) ?? []
    let keyed = all.map { (status: $0.place.tokens.last ?? "", answer: $0) }
    let hasSuccess = keyed.contains { Self.isSuccess($0.status) }
    return keyed.filter { status, _ in
      status == "default" && !hasSuccess ? isWanted("200") : isWanted(status)
    }.flatMap { Self.contents(of: $0.answer, &finder) }
  }

  private static func isSuccess(_ status: String) -> Bool { status.hasPrefix("2") }

  /// The schemas of all content types of a body, which may be a reference itself.
  private static func contents(
    of body: SchemaFinder.Placed,
    _ finder: inout SchemaFinder
  ) -> [SchemaFinder.Placed] {
    guard let body = followed(body, &finder), let content = child(of: body, "content") else { return [] }
    return children(of: content).compactMap { child(of: $0, "schema") }
  }

  /// What is behind references.
  private static func followed(
    _ start: SchemaFinder.Placed,
    _ finder: inout SchemaFinder
  ) -> SchemaFinder.Placed? {
    var current = start
    var seen: Set<SchemaPlace> = []
    while current.node["$ref"] != nil {
      guard seen.insert(current.place).inserted, let next = finder.target(of: current) else { return nil }
      current = next
    }
    return current
  }

  private static func child(of parent: SchemaFinder.Placed, _ key: String) -> SchemaFinder.Placed? {
    parent.node[key].map { SchemaFinder.Placed(place: parent.place.child(key), node: $0) }
  }

  private static func children(of parent: SchemaFinder.Placed, _ key: String) -> [SchemaFinder.Placed] {
    child(of: parent, key).map(children) ?? []
  }

  /// The values of a mapping, or the items of a list.
  private static func children(of parent: SchemaFinder.Placed) -> [SchemaFinder.Placed] {
    let entries = parent.node.entries.map {
      SchemaFinder.Placed(place: parent.place.child($0.key), node: $0.value)
    }
    return entries
      + parent.node.items.enumerated().map {
        SchemaFinder.Placed(place: parent.place.child(String($0)), node: $1)
      }
  }
}
