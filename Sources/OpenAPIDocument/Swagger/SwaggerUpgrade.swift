import RecastDiagnostics
import RecastYAMLReader

/// Rewrites a Swagger 2.0 document as an OpenAPI 3.0 one, and what is left of Swagger 2.0 in a newer document.
///
/// Nothing is copied but the mappings that change: schemas stay where they are, and everything keeps its place in the
/// file.
struct SwaggerUpgrade {
  /// Whether the document is of version 2.0 as a whole. In a newer one, what is older is reported.
  let isWhole: Bool
  var editor: YAMLEditor
  var log: DiagnosticLog
  /// The root of the document.
  let root: YAMLNode
  /// Content types of bodies where an operation names none.
  let consumes: [String]
  /// Content types of responses where an operation names none.
  let produces: [String]

  /// The document in terms of OpenAPI 3.0; the document itself when there is nothing to do.
  static func upgraded(_ root: YAMLNode, isWhole: Bool, log: inout DiagnosticLog) -> YAMLNode? {
    guard isWhole || hasOldParts(root) else { return nil }
    var upgrade = SwaggerUpgrade(
      isWhole: isWhole,
      editor: YAMLEditor(root),
      log: log,
      root: root,
      consumes: root.texts("consumes") ?? [],
      produces: root.texts("produces") ?? []
    )
    let result = upgrade.wholeDocument()
    log = upgrade.log
    return upgrade.editor.node(result)
  }

  /// A file beside a Swagger 2.0 document in terms of OpenAPI 3.0; `nil` when there is nothing to do.
  static func upgradedFragment(_ root: YAMLNode, log: inout DiagnosticLog) -> YAMLNode? {
    if root.entries.contains(where: { replacedKeys.contains($0.key) || $0.key == "paths" }) {
      return upgraded(root, isWhole: true, log: &log)
    }
    var upgrade = SwaggerUpgrade(
      isWhole: true,
      editor: YAMLEditor(root),
      log: log,
      root: root,
      consumes: [],
      produces: []
    )
    let result: YAMLEditor.Reference
    if root.entries.contains(where: { Operation.Method.keys[$0.key] != nil && $0.value["responses"] != nil }) {
      result = upgrade.pathItem(root)
    } else if root["in"]?.string != nil, root["name"]?.string != nil {
      result = upgrade.parameter(root)
    } else if root["schema"]?.kind == .mapping {
      result = upgrade.response(root, produces: [])
    } else {
      return nil
    }
    log = upgrade.log
    return upgrade.editor.node(result)
  }

  /// A pointer into a Swagger 2.0 document, as it leads to the same place in the upgraded one.
  static func moved(_ tokens: [String]) -> [String] {
    guard let first = tokens.first, let collection = collections[first] else { return tokens }
    return ["components", collection.rawValue] + tokens.dropFirst()
  }

  /// Keys of the root that hold what `components` holds now: those of Swagger 2.0, and those of OpenAPI 3 that were
  /// indented too little.
  private static let collections: [String: Components.Kind] = [
    "definitions": .schemas, "parameters": .parameters, "responses": .responses,
    "securityDefinitions": .securitySchemes, "schemas": .schemas, "securitySchemes": .securitySchemes,
    "requestBodies": .requestBodies,
  ]

  private static let replacedKeys: Set<String> = [
    "swagger", "host", "basePath", "schemes", "consumes", "produces", "definitions", "parameters", "responses",
    "securityDefinitions", "schemas", "securitySchemes", "requestBodies",
  ]

  /// Whether a key of the root is one that `components` has, and the root never had.
  private static func isNew(_ collection: Components.Kind, _ key: String) -> Bool {
    collection.rawValue == key && collection != .parameters && collection != .responses
  }

  /// Whether a document of version 3 holds something of version 2.0.
  private static func hasOldParts(_ root: YAMLNode) -> Bool {
    if root.entries.contains(where: { replacedKeys.contains($0.key) && $0.key != "swagger" }) { return true }
    return root["paths"]?.entries.contains { path in
      hasOldParameters(path.value)
        || path.value.entries.contains { method in
          guard Operation.Method.keys[method.key] != nil else { return false }
          return hasOldParameters(method.value)
            || method.value["responses"]?.entries.contains { $0.value["schema"] != nil } == true
        }
    } ?? false
  }

  private static func hasOldParameters(_ node: YAMLNode) -> Bool {
    node["parameters"]?.items.contains { $0.isBody || $0.isFormField } ?? false
  }

  private mutating func wholeDocument() -> YAMLEditor.Reference {
    let place = editor.adopt(root)
    var entries: [YAMLDraft.Entry] = [
      .init("openapi", isWhole ? "3.0.3" : .text(root["openapi"]?.scalarText ?? "3.0.3"))
    ]
    var servers = root["servers"] == nil ? servers() : nil
    for entry in root.entries where entry.key != "openapi" {
      switch entry.key {
      case "paths": entries.append(kept(entry, value: paths(entry.value)))
      case "components": continue
      case "host", "basePath", "schemes":
        reportOld(entry, readAs: "`servers`")
        if let draft = servers { entries.append(.init("servers", draft)) }
        servers = nil
      case let key where Self.replacedKeys.contains(key):
        guard let collection = Self.collections[key] else { continue }
        if Self.isNew(collection, key) {
          reportOutside(entry)
        } else {
          reportOld(entry, readAs: "`components.\(collection.rawValue)`")
        }
      default: entries.append(kept(entry))
      }
    }
    if let components = components() { entries.append(.init("components", components)) }
    return editor.add(.mapping(entries), at: place)
  }

  /// What the document holds under `components` and under the keys that came before it.
  private mutating func components() -> YAMLDraft? {
    let old = root["components"]
    var collections: [YAMLDraft.Entry] = []
    for kind in Components.Kind.allCases {
      let own = old?[kind.rawValue]?.entries.map { kept($0) } ?? []
      let moved = root.entries.filter { Self.collections[$0.key] == kind }
        .flatMap { Array($0.value.entries) }.compactMap { component($0, kind) }
      if !(own + moved).isEmpty { collections.append(.init(.text(kind.rawValue), .mapping(own + moved))) }
    }
    let known = Set(Components.Kind.allCases.map(\.rawValue))
    collections += old?.entries.filter { !known.contains($0.key) }.map { kept($0) } ?? []
    return collections.isEmpty ? nil : .mapping(collections)
  }

  private mutating func component(_ entry: YAMLEntry, _ kind: Components.Kind) -> YAMLDraft.Entry? {
    switch kind {
    case .parameters:
      // Operations that refer to these have them as their body.
      guard !isBody(entry.value) else { return nil }
      return kept(entry, value: parameter(entry.value))
    case .responses: return kept(entry, value: response(entry.value, produces: produces))
    case .securitySchemes: return kept(entry, value: securityScheme(entry.value))
    default: return kept(entry)
    }
  }

  /// An entry as it is, or with another value.
  mutating func kept(_ entry: YAMLEntry, value: YAMLEditor.Reference? = nil) -> YAMLDraft.Entry {
    let known = editor.adopt(entry)
    return YAMLDraft.Entry(.value(known.key), .value(value ?? known.value))
  }

  /// Reports a collection that stands beside `components`.
  private mutating func reportOutside(_ entry: YAMLEntry) {
    log.warning(
      .strayKeyword,
      "`\(entry.key)` stands outside `components`",
      at: entry.keySpan,
      label: "read as `components.\(entry.key)`",
      help: "move it into `components`"
    )
  }

  /// Reports something of version 2.0 in a newer document.
  mutating func reportOld(_ entry: YAMLEntry, readAs reading: String) {
    guard !isWhole else { return }
    let value = entry.key == "in" ? entry.value.string.map { ": \($0)" } ?? "" : ""
    log.warning(
      .swaggerKeyword,
      "`\(entry.key)\(value)` belongs to Swagger 2.0",
      at: entry.keySpan,
      label: "read as \(reading)",
      help: "write it as OpenAPI 3 does"
    )
  }
}

extension YAMLNode {
  /// Whether a parameter is a whole body.
  var isBody: Bool { self["in"]?.string?.lowercased() == "body" }

  /// Whether a parameter is a field of a form.
  var isFormField: Bool { ["formdata", "form"].contains(self["in"]?.string?.lowercased()) }

  /// The texts of a list; `nil` when there is none.
  func texts(_ key: String) -> [String]? {
    guard let list = self[key], list.kind == .sequence else { return self[key]?.string.map { [$0] } }
    let texts = list.items.compactMap(\.string)
    return texts.isEmpty ? nil : texts
  }
}
