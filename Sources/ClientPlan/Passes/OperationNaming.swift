import RecastOpenAPIDocument

/// The group that an operation belongs to.
struct ResourceKey: Hashable {
  /// The group's name as the document writes it.
  var name: String { didSet { swiftName = SwiftName.value(name) } }
  /// The name in Swift.
  private(set) var swiftName: Identifier
  /// Whether the path starts with the scope's parameter.
  var isScoped: Bool

  /// Names that come out alike in Swift mean the same group: tags and overlays spell them as they like.
  static func == (left: ResourceKey, right: ResourceKey) -> Bool {
    left.isScoped == right.isScoped && left.swiftName == right.swiftName
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(isScoped)
    hasher.combine(swiftName)
  }

  /// - Parameter tags: what tags are called that have another name than the one that is written.
  init(of item: NamedOperation, scope: ScopeExtension?, tags: [String: String]) {
    isScoped = scope.map { item.template.parameters.first == $0.parameter } ?? false
    name =
      item.operation.extensions.resource ?? item.operation.tags.first.map { tags[$0] ?? $0 }
      ?? OperationNaming.segments(of: item.template, scope: scope).first { !$0.isParameter }?.text ?? "api"
    swiftName = SwiftName.value(name)
  }
}

/// Names for operations that the document leaves nameless, and short names for methods.
enum OperationNaming {
  /// A part of a path between slashes.
  struct Segment {
    var text: String
    var isParameter: Bool
  }

  /// The parts of a path that tell it from others: without version, and without the scope.
  static func segments(of template: PathTemplate, scope: ScopeExtension?) -> [Segment] {
    var pieces = template.pieces[...]
    if let scope, let position = pieces.firstIndex(of: .parameter(scope.parameter)) {
      pieces = pieces[(position + 1)...]
    }
    return pieces.flatMap { piece -> [Segment] in
      switch piece {
      case .parameter(let name): return [Segment(text: name, isParameter: true)]
      case .literal(let text):
        return text.split(separator: "/").map { Segment(text: Self.name(of: $0), isParameter: false) }
      }
    }.filter { $0.isParameter || !($0.text.isEmpty || isVersion($0.text)) }
  }

  /// What a segment is called: `users.json` are the users, and what stands between two parameters is nothing.
  private static func name(of segment: Substring) -> String {
    let name = segment.hasSuffix(".json") ? segment.dropLast(".json".count) : segment
    return name.contains { $0.isLetter || $0.isNumber } ? String(name) : ""
  }

  /// A name out of method and path, and a longer one that says by what: `GET /reports/{id}` is `getReport`, and
  /// `getReportByID`. `GET /reports` is `listReports`, `POST /reports/{id}/cancel` is `cancelReport`.
  static func derivedName(
    _ method: Operation.Method,
    _ template: PathTemplate,
    scope: ScopeExtension?
  ) -> (plain: Identifier, withKeys: Identifier?) {
    let segments = segments(of: template, scope: scope)
    let action = segments.last.flatMap { $0.isParameter ? nil : PathAction.words($0.text, method) }
    var words: [String] = []
    for (position, segment) in segments.enumerated() where !segment.isParameter {
      if action != nil, position == segments.count - 1 { continue }
      let isItem = segments.indices.contains(position + 1) && segments[position + 1].isParameter
      let singularizes = isItem || (method == .post && position == segments.count - 1)
      var own = SwiftName.words(of: segment.text)
      if singularizes, let last = own.last, let singular = SwiftName.singular(last) { own[own.count - 1] = singular }
      words += own
    }
    let isCollection = segments.last.map { !$0.isParameter && isPlural($0.text) } ?? false
    let name = (action ?? [verb(method, isCollection: isCollection)]) + words
    let keys = segments.filter(\.isParameter).map { SwiftName.words(of: $0.text) }
    let withKeys = name + ["by"] + keys.joined(separator: ["and"])
    return (SwiftName.value(words: name), keys.isEmpty ? nil : SwiftName.value(words: withKeys))
  }

  private static func verb(_ method: Operation.Method, isCollection: Bool) -> String {
    switch method {
    case .get: isCollection ? "list" : "get"
    case .post: "create"
    case .put: "replace"
    case .patch: "update"
    default: SwiftName.value(method.name).text
    }
  }

  private static func isPlural(_ text: String) -> Bool {
    SwiftName.words(of: text).last.flatMap(SwiftName.singular) != nil
  }

  static func isVersion(_ text: String) -> Bool {
    text == "api" || (text.first == "v" && !text.dropFirst().isEmpty && text.dropFirst().allSatisfy(\.isNumber))
      || isDate(text)
  }

  /// Whether a text is a day, as some name their versions: `2010-04-01`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }
}
