import RecastDiagnostics
import RecastYAMLReader

/// Follows references while a document is read, and keeps what has to become a component because of them.
struct ReferenceTable {
  /// Something that a reference leads to and that is not read yet.
  struct Pending {
    let target: Reference.Target
    let node: YAMLNode
    let span: SourceSpan
  }

  var files: DocumentFiles
  /// What references were found to lead to, by kind, file and text.
  var known: [Key: Reference.Target?] = [:]
  private var taken: [Components.Kind: Set<String>] = [:]
  private var names: [Components.Kind: [YAMLNodeID: String]] = [:]
  /// Schemas that a reference leads to, and that get a type of their own.
  private var inlineTargets: [YAMLNodeID: String] = [:]
  /// The schemas among the components of the document by their nodes, once somebody asks.
  private var componentNames: [YAMLNodeID: String]?
  private let components: YAMLNode?
  /// Components of the document that references lead to.
  private(set) var used: Set<Reference.Target> = []
  private var numbers: [String: Int] = [:]
  private var pending: [Pending] = []
  private var position = 0
  private var searches = 0

  /// What tells references apart.
  struct Key: Hashable {
    let kind: Components.Kind
    let file: String
    let text: String
  }

  init(_ root: YAMLNode, files: DocumentFiles) {
    self.files = files
    components = root["components"]
    for kind in Components.Kind.allCases {
      guard let entries = components?[kind.rawValue]?.entries else { continue }
      taken[kind] = Set(entries.lazy.map(\.key))
    }
  }

  /// Whether there have been few enough searches for the nearest name: many would take long, and nobody reads that far.
  mutating func mayLookForNames() -> Bool {
    searches += 1
    return searches <= 100
  }

  /// Whether the document has a component of this name.
  func has(_ kind: Components.Kind, _ name: String) -> Bool { taken[kind]?.contains(name) ?? false }

  /// The only component whose name differs in nothing but letter case and separators.
  mutating func component(_ kind: Components.Kind, spelt name: String) -> String? {
    guard mayLookForNames() else { return nil }
    func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber }.lowercased() }
    let wanted = letters(name)
    let alike = taken[kind, default: []].filter { letters($0) == wanted }
    return alike.count == 1 ? alike.first : nil
  }

  /// A reference to the component that a schema in place has become because a reference elsewhere leads to it.
  func inlineTarget(_ node: YAMLNode) -> Reference? {
    guard !inlineTargets.isEmpty, let name = inlineTargets[node.id] else { return nil }
    return Reference(text: name, span: node.span, target: Reference.Target(kind: .schemas, name: name))
  }

  /// Starts again, with everything known that was found out: what was read before a reference to it was met, was not
  /// yet known to be a component. `false` when that changes nothing.
  mutating func startAgain() -> Bool {
    guard !inlineTargets.isEmpty else { return false }
    position = 0
    return true
  }

  /// Whether a schema is a part of something else, and comes out as a type with a name.
  private static func isInline(_ place: ReferencePlace) -> Bool {
    let parts: Set = ["properties", "items", "schema", "allOf", "oneOf", "anyOf", "additionalProperties"]
    return place.node["$ref"] == nil && place.tokens.contains(where: parts.contains)
      && ["properties", "oneOf", "anyOf", "allOf", "enum"].contains { place.node[$0] != nil }
  }

  /// The name of the schema among the components that a node is.
  mutating func componentName(of node: YAMLNode) -> String? {
    if componentNames == nil {
      let schemas = components?[Components.Kind.schemas.rawValue]?.entries.map { ($0.value.id, $0.key) }
      componentNames = Dictionary(schemas ?? []) { first, _ in first }
    }
    return componentNames?[node.id]
  }

  /// Remembers that a reference leads to a place.
  mutating func use(_ place: ReferencePlace) {
    guard place.file == files.mainPath, place.tokens.count >= 3, place.tokens[0] == "components",
      let kind = Components.Kind(rawValue: place.tokens[1])
    else { return }
    used.insert(Reference.Target(kind: kind, name: place.tokens[2]))
  }

  /// What is to be read next.
  mutating func next() -> Pending? {
    guard position < pending.count else { return nil }
    defer { position += 1 }
    return pending[position]
  }

  /// The component of a place: the one that stands there, or a new one that will be read.
  mutating func target(of place: ReferencePlace, _ kind: Components.Kind) -> Reference.Target {
    if place.file == files.mainPath, place.tokens.count == 3, place.tokens[0] == "components",
      place.tokens[1] == kind.rawValue
    {
      return Reference.Target(kind: kind, name: place.tokens[2])
    }
    if let name = names[kind]?[place.node.id] { return Reference.Target(kind: kind, name: name) }
    let target = Reference.Target(kind: kind, name: newName(for: place, kind))
    names[kind, default: [:]][place.node.id] = target.name
    if kind == .schemas, Self.isInline(place) { inlineTargets[place.node.id] = target.name }
    pending.append(Pending(target: target, node: place.node, span: place.span))
    return target
  }

  private mutating func newName(for place: ReferencePlace, _ kind: Components.Kind) -> String {
    let short = TargetName.words(file: place.file, tokens: place.tokens)
    let candidates = place.file == files.mainPath ? [short] : [short, "\(TargetName.stem(of: place.file))_\(short)"]
    for name in candidates where taken[kind, default: []].insert(name).inserted { return name }
    while true {
      let number = numbers[short, default: 2]
      numbers[short] = number + 1
      let name = "\(short)_\(number)"
      if taken[kind, default: []].insert(name).inserted { return name }
    }
  }
}
