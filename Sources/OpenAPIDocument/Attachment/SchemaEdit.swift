import RecastDiagnostics
import RecastYAMLReader

/// Carries out a plan: schemas get their keys, and those with a name become components.
struct SchemaEdit {
  var editor: YAMLEditor
  var log: DiagnosticLog
  let plan: AttachmentPlan
  let mainFile: String
  /// The schemas of each type, in the order in which they are met.
  private var contents: [[Content]]
  /// How much has been gone through in joining schemas.
  var joined = 0
  /// Schemas that have nothing in common with the others of their type.
  private(set) var strangers: [(home: SchemaPlace, type: Int)] = []
  /// The types of components, by the text of a reference.
  let types: [String: Int]
  /// The root of the document.
  let document: YAMLEditor.Reference

  /// A schema on its way to the components.
  private struct Content {
    let home: SchemaPlace
    let schema: YAMLEditor.Reference
    /// Whether a table of variants has brought it along.
    let isFromTable: Bool
  }

  init(_ root: YAMLNode, _ plan: AttachmentPlan, mainFile: String, log: DiagnosticLog) {
    editor = YAMLEditor(root)
    document = editor.root
    self.plan = plan
    self.mainFile = mainFile
    self.log = log
    contents = plan.named.map { _ in [] }
    var types: [String: Int] = [:]
    for (type, named) in plan.named.enumerated() {
      types[Self.text(ofReferenceTo: named.component)] = type
      for home in named.homes {
        if let component = home.component(in: mainFile) { types[Self.text(ofReferenceTo: component)] = type }
      }
    }
    self.types = types
  }

  /// A file with everything changed that is to be changed in it.
  mutating func edited(_ file: String, root: YAMLEditor.Reference) -> YAMLEditor.Reference {
    rebuilt(root, EditTree(file: file, plan.edits, order: plan.order), at: 0)
  }

  private mutating func rebuilt(
    _ value: YAMLEditor.Reference,
    _ tree: EditTree,
    at position: Int
  ) -> YAMLEditor.Reference {
    let branch = tree.branches[position]
    var value = value
    if !branch.children.isEmpty {
      if editor.kind(of: value) == .mapping {
        var entries = editor.entries(of: value)
        for index in entries.indices {
          guard let child = branch.children[editor.text(of: entries[index].key)] else { continue }
          entries[index].value = rebuilt(entries[index].value, tree, at: child)
        }
        value = editor.addMapping(entries, replacing: value)
      } else {
        var items = editor.items(of: value)
        for index in items.indices {
          guard let child = branch.children[String(index)] else { continue }
          items[index] = rebuilt(items[index], tree, at: child)
        }
        let kept = items.indices.filter { !tree.isRemoved(branch.children[String($0)]) }.map { items[$0] }
        value = editor.addSequence(kept, replacing: value)
      }
    }
    return branch.edit.map { carryOut($0, on: value, at: branch.place) } ?? value
  }

  private mutating func carryOut(
    _ edit: PlaceEdit,
    on value: YAMLEditor.Reference,
    at place: SchemaPlace
  ) -> YAMLEditor.Reference {
    if let type = edit.redirect { return reference(to: type, insteadOf: value) }
    var value = value
    for key in edit.keys { value = editor.setting(key.name, to: editor.adopt(key.value), in: value, at: key.value) }
    value = adding(edit.members, to: value)
    if let type = edit.narrowed { value = editor.add(narrowing(type, to: value), at: value) }
    guard let owner = edit.types.first else { return value }
    // The component that the type stands for keeps what is said of all its uses.
    let isSelf = plan.named[owner].isComponent && place.component(in: mainFile) == plan.named[owner].component
    let schema = isSelf ? value : withoutUse(value)
    for type in edit.types { contents[type].append(Content(home: place, schema: schema, isFromTable: false)) }
    return isSelf ? value : reference(to: owner, insteadOf: value)
  }

  /// The document with the types among its components.
  mutating func withComponents(_ root: YAMLEditor.Reference) -> YAMLEditor.Reference {
    var schemas: [YAMLEditor.Entry] = []
    let components = editor.value("components", in: root)
    if let known = components.flatMap({ editor.value("schemas", in: $0) }) { schemas = editor.entries(of: known) }
    var positions: [String: Int] = [:]
    for (position, entry) in schemas.enumerated() { positions[editor.text(of: entry.key)] = position }
    for (type, schema) in finishedTypes() {
      let named = plan.named[type]
      if let position = positions[named.component] {
        schemas[position].value = schema
      } else {
        let name = editor.adopt(named.name)
        schemas.append(YAMLEditor.Entry(key: editor.add(.text(named.component), at: name), value: schema))
      }
    }
    let origin = plan.named.first.map { editor.adopt($0.name) } ?? root
    let collection = editor.addMapping(schemas, replacing: origin)
    let home = components.flatMap { editor.kind(of: $0) == .mapping ? $0 : nil }
    let all = home ?? editor.add(.mapping([]), at: origin)
    return editor.setting("components", to: editor.setting("schemas", to: collection, in: all), in: root)
  }

  /// The schemas of all types. Those with variants come first: they bring along schemas of others.
  private mutating func finishedTypes() -> [(type: Int, schema: YAMLEditor.Reference)] {
    var finished: [Int: YAMLEditor.Reference] = [:]
    for type in plan.named.indices where plan.variants[type] != nil {
      guard let schema = schema(of: type) else { continue }
      finished[type] = named(withVariants(schema, of: type), type)
    }
    addDiscriminatorTypes()
    let discriminators = Set(plan.variants.values.compactMap(\.discriminatorType))
    for type in plan.named.indices where plan.variants[type] == nil {
      guard let schema = schema(of: type) else { continue }
      if discriminators.contains(type) { reportUnknownValues(schema, of: type) }
      finished[type] = named(schema, type)
    }
    return plan.named.indices.compactMap { type in finished[type].map { (type, $0) } }
  }

  private mutating func named(_ schema: YAMLEditor.Reference, _ type: Int) -> YAMLEditor.Reference {
    let name = plan.named[type].name
    return editor.setting("x-client-name", to: editor.adopt(name), in: schema, at: name)
  }

  /// The schema that a type is made of: what all of its schemas say.
  private mutating func schema(of type: Int) -> YAMLEditor.Reference? {
    let named = plan.named[type]
    let inOrder = inOrder(contents[type], named, hasVariants: plan.variants[type] != nil)
    guard var schema = inOrder.first?.schema else { return nil }
    var differing: Set<String> = []
    for other in inOrder.dropFirst() {
      if let both = join(schema, other.schema, of: named, differing: &differing) {
        schema = both
      } else {
        reportStranger(other.schema, beside: schema, named)
        strangers.append((other.home, type))
      }
    }
    if !differing.isEmpty { report(differing, named) }
    // Tables have no words of their own for the types that they bring along.
    let own = inOrder.first { !$0.isFromTable }.flatMap { editor.value("description", in: $0.schema) }
    guard let own, inOrder[0].isFromTable, editor.value("description", in: schema) == nil else { return schema }
    return editor.setting("description", to: own, in: schema)
  }

  /// Schemas in the order in which they count: what tables say, then what the document itself calls by the name.
  private func inOrder(_ contents: [Content], _ named: NamedSchema, hasVariants: Bool) -> [Content] {
    let isOwn = { (content: Content) in content.home.component(in: mainFile) == named.component }
    let all =
      contents.filter(\.isFromTable) + contents.filter { !$0.isFromTable && isOwn($0) }
      + contents.filter { !$0.isFromTable && !isOwn($0) }
    guard hasVariants else { return all }
    // Where the variants are told apart in one place, another place that does not tell them apart has nothing to add.
    let unions = all.filter { if case .alternatives = SchemaOutline($0.schema, editor).kind { true } else { false } }
    return unions.isEmpty ? all : unions
  }

  /// Adds a schema that a table brings along.
  mutating func addContent(_ schema: YAMLEditor.Reference, to type: Int) {
    let home = SchemaPlace(file: mainFile, tokens: [plan.named[type].text])
    contents[type].append(Content(home: home, schema: schema, isFromTable: true))
  }

  private mutating func report(_ members: Set<String>, _ named: NamedSchema) {
    let list = members.sorted().prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    log.note(
      .schemasJoined,
      "not every schema called `\(named.text)` has \(list)\(members.count > 5 ? " and others" : "")",
      at: named.name.span,
      label: "optional in Swift"
    )
  }

  /// The text of a reference to a type.
  func reference(to type: Int) -> String { Self.text(ofReferenceTo: plan.named[type].component) }

  private static func text(ofReferenceTo component: String) -> String {
    let escaped = component.replacing("~", with: "~0").replacing("/", with: "~1").replacing("%", with: "%25")
    return "#/components/schemas/" + escaped
  }

  /// A reference in place of a schema, with what the document says about this use of it.
  mutating func reference(to type: Int, insteadOf value: YAMLEditor.Reference) -> YAMLEditor.Reference {
    let named = plan.named[type]
    let name = editor.adopt(named.name)
    let target = editor.add(.text(Self.text(ofReferenceTo: named.component)), at: name)
    var entries = [YAMLEditor.Entry(key: editor.add("$ref", at: name), value: target)]
    entries += editor.entries(of: value).filter { SchemaWords.stayingAtUse.contains(editor.text(of: $0.key)) }
    if editor.allowsNull(value), !entries.contains(where: { editor.text(of: $0.key) == "nullable" }) {
      entries.append(YAMLEditor.Entry(key: editor.add("nullable", at: name), value: editor.add(true, at: name)))
    }
    return editor.addMapping(entries, replacing: name)
  }

  /// A schema without what is said about one use of it.
  mutating func withoutUse(_ schema: YAMLEditor.Reference) -> YAMLEditor.Reference {
    var entries = editor.entries(of: schema).filter {
      let key = editor.text(of: $0.key)
      return key == "description" || !SchemaWords.stayingAtUse.contains(key)
    }
    guard editor.allowsNull(schema) else { return editor.addMapping(entries, replacing: schema) }
    for index in entries.indices where ["type", "enum"].contains(editor.text(of: entries[index].key)) {
      let list = entries[index].value
      guard editor.kind(of: list) == .sequence else { continue }
      let isType = editor.text(of: entries[index].key) == "type"
      let kept = editor.items(of: list).filter {
        isType ? editor.text(of: $0) != "null" : editor.kind(of: $0) != .null
      }
      entries[index].value = kept.count == 1 && isType ? kept[0] : editor.addSequence(kept, replacing: list)
    }
    return editor.addMapping(entries, replacing: schema)
  }
}
