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
  private let components: YAMLNode?
  private var taken: [Components.Kind: Set<String>] = [:]
  private var names: [Components.Kind: [YAMLNodeID: String]] = [:]
  private var numbers: [String: Int] = [:]
  private var pending: [Pending] = []
  private var position = 0

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

  /// The names of the document's own components of a kind.
  func names(of kind: Components.Kind) -> [String] { components?[kind.rawValue]?.entries.map(\.key) ?? [] }

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
