import RecastOpenAPIDocument

/// Names that generators of documents make up out of method and path, so that they say nothing of their own.
struct MadeUpNames {
  /// What is left of the names that FastAPI gives operations, by the whole name: function, path and method in one,
  /// without the last two, where that tells all operations apart.
  private(set) var short: [String: String] = [:]
  /// Names that say no more than method and path, as Grape and Apipie write them.
  private(set) var mechanical: Set<String> = []

  init(_ document: Document) {
    var uses: [String: Int] = [:]
    var (withParameters, mechanicalWithParameters) = (0, 0)
    for path in document.paths {
      let ending = String(path.path.map { $0.isLetter || $0.isNumber ? $0 : "_" }) + "_"
      let letters = path.path.lettersOnly
      for operation in path.operations {
        guard let id = operation.operationID else { continue }
        let method = operation.method.name.lowercased()
        let own = Self.short(id, ending: ending + method)
        uses[own ?? id, default: 0] += 1
        if let own { short[id] = own }
        let isMechanical = [method + letters, letters + method].contains(id.lettersOnly)
        if isMechanical { mechanical.insert(id) }
        guard path.path.contains("{") else { continue }
        withParameters += 1
        if isMechanical { mechanicalWithParameters += 1 }
      }
    }
    short = short.filter { uses[$0.value] == 1 }
    // Somebody may well call `GET /pets` `getPets`; nobody writes `getPetsIdToysToyId` by hand all the time.
    if mechanicalWithParameters * 2 <= withParameters { mechanical = [] }
  }

  private static func short(_ id: String, ending: String) -> String? {
    id.utf8.count > ending.utf8.count && id.hasSuffix(ending) ? String(id.dropLast(ending.count)) : nil
  }

  /// What tags are called that begin with the modules of a Ruby class, as in `Api::V1::Users`, by the tag; only where
  /// that tells all tags apart.
  static func tags(_ document: Document) -> [String: String] {
    let tags = Set(document.paths.lazy.flatMap(\.operations).compactMap(\.tags.first))
    let names = Dictionary(uniqueKeysWithValues: tags.map { ($0, withoutModules($0)) })
    var uses: [Identifier: Int] = [:]
    for name in names.values { uses[SwiftName.value(name), default: 0] += 1 }
    return names.filter { $0.key != $0.value && uses[SwiftName.value($0.value)] == 1 }
  }

  /// A tag without the modules that every class of an API has.
  static func withoutModules(_ tag: String) -> String {
    guard tag.contains("::") else { return tag }
    let parts = tag.split(separator: ":").map(String.init)
    let own = parts.drop { OperationNaming.isVersion($0.lowercased()) }
    return own.isEmpty ? tag : own.joined(separator: "_")
  }
}

extension String {
  /// The letters and digits, in lower case.
  fileprivate var lettersOnly: String { filter { $0.isLetter || $0.isNumber }.lowercased() }
}
