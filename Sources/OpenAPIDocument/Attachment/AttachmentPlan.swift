import RecastDiagnostics
import RecastYAMLReader

/// A Swift type by its name, with every schema that is to come out as that type.
struct NamedSchema {
  /// The name, as it was written first.
  let name: YAMLNode
  /// The places of the schemas, in the order in which they were found.
  var homes: [SchemaPlace] = []
  /// The name of the component that the schema becomes or is.
  var component = ""
  /// Whether that component is there already.
  var isComponent = false

  /// The name of the type.
  var text: String { name.string ?? "" }
}

/// What happens at one place of a document.
struct PlaceEdit {
  /// Keys that the schema gets.
  var keys: [SchemaAttachment.Key] = []
  /// The type that the schema becomes, and which other types start out with the same schema.
  var types: [Int] = []
  /// The type that the reference here leads to from now on.
  var redirect: Int?
  /// Members that the schema gets, all of them required.
  var members: [VariantTable.Member] = []
  /// The type whose values the schema narrows down.
  var narrowed: Int?
  /// Whether what stands here goes away.
  var isRemoved = false
}

/// All that attachments come to, before anything is changed.
struct AttachmentPlan {
  /// The types.
  private(set) var named: [NamedSchema] = []
  /// What happens where.
  private(set) var edits: [SchemaPlace: PlaceEdit] = [:]
  /// The places with edits, in the order in which they were found.
  private(set) var order: [SchemaPlace] = []

  /// The entries that say of a type what variants it has.
  private(set) var tables: [Int: SchemaAttachment] = [:]
  /// What the tables come to.
  var variants: [Int: VariantPlan] = [:]

  private var positions: [String: Int] = [:]
  private var wishes: [SchemaPlace: [Wish]] = [:]
  private var wishOrder: [SchemaPlace] = []
  private var wanted: [Int: [SchemaPlace]] = [:]

  /// A type that a schema is to be, as seen from one use of it.
  private struct Wish {
    let type: Int
    let site: SchemaPlace
    let attachment: SchemaAttachment
  }

  /// Takes in what is said of a schema.
  mutating func add(_ attachment: SchemaAttachment, to found: FoundSchema, log: inout DiagnosticLog) {
    for key in attachment.keys {
      let known = edits[found.home]?.keys.first { $0.name == key.name }
      if let known {
        guard !known.value.isEqual(to: key.value) else { continue }
        log.warning(
          .schemaAttachmentConflict,
          "`\(key.name)` of this schema has been said to be something else",
          at: key.value.span,
          label: "without effect",
          notes: [.init("said before", at: known.value.span)]
        )
      } else {
        edit(found.home) { $0.keys.append(key) }
      }
    }
    guard let name = attachment.name else { return }
    guard !found.node.isArray else {
      log.warning(
        .schemaAttachmentConflict,
        "an array has no name of its own in Swift",
        at: name.span,
        label: "without effect",
        notes: [.init("the array", at: found.node.span.leadingEdge)],
        help: "name its items: `\(attachment.location)/*`"
      )
      return
    }
    let type = declare(name)
    if attachment.variants != nil, tables[type] == nil { tables[type] = attachment }
    if wishes[found.home] == nil { wishOrder.append(found.home) }
    if wanted[type]?.last != found.home { wanted[type, default: []].append(found.home) }
    wishes[found.home, default: []].append(Wish(type: type, site: found.site, attachment: attachment))
  }

  /// The type of a name.
  @discardableResult
  mutating func declare(_ name: YAMLNode) -> Int {
    let text = name.string ?? ""
    if let known = positions[text] { return known }
    named.append(NamedSchema(name: name))
    positions[text] = named.count - 1
    return named.count - 1
  }

  /// Whether there is a type of this name.
  func isNamed(_ name: YAMLNode) -> Bool { positions[name.string ?? ""] != nil }

  /// The type of a name, if there is one.
  func type(named name: String) -> Int? { positions[name] }

  /// The schemas that are to be of a type, as far as is known by now.
  func homes(wanting type: Int) -> [SchemaPlace] {
    var seen: Set<SchemaPlace> = []
    return (wanted[type] ?? []).filter { seen.insert($0).inserted }
  }

  /// Has a schema get members.
  mutating func addMembers(_ members: [VariantTable.Member], to home: SchemaPlace) {
    edit(home) { $0.members = members }
  }

  /// Has a schema that lists some values of a type say so.
  mutating func narrow(_ type: Int, at place: SchemaPlace) { edit(place) { $0.narrowed = type } }

  /// Takes something out of a list.
  mutating func remove(_ place: SchemaPlace) { edit(place) { $0.isRemoved = true } }

  /// Decides which schema becomes which type. One that is wanted under several names becomes the first of them, or the
  /// one that it is called in the document; the uses with another name get a schema of their own.
  mutating func decide(mainFile: String, log: inout DiagnosticLog) {
    for home in wishOrder {
      let wishes = wishes[home] ?? []
      let component = home.component(in: mainFile)
      guard let owner = wishes.first(where: { named[$0.type].text == component }) ?? wishes.first else { continue }
      named[owner.type].homes.append(home)
      edit(home) { $0.types.append(owner.type) }
      for wish in wishes where wish.type != owner.type {
        guard wish.site != home, edits[wish.site]?.redirect ?? wish.type == wish.type else {
          report(wish, besides: owner, log: &log)
          continue
        }
        edit(wish.site) { $0.redirect = wish.type }
        edit(home) { if !$0.types.contains(wish.type) { $0.types.append(wish.type) } }
      }
    }
  }

  /// Takes schemas out of the ones that become a type.
  mutating func leaveOut(_ homes: Set<SchemaPlace>, of type: Int) {
    named[type].homes.removeAll { homes.contains($0) }
    for home in homes.sorted() {
      edit(home) { $0.types.removeAll { $0 == type } }
      for wish in wishes[home] ?? [] where edits[wish.site]?.redirect == type {
        edit(wish.site) { $0.redirect = nil }
      }
    }
  }

  /// Leaves of every type no more than the schema that was found first.
  mutating func keepFirst() {
    for type in named.indices {
      leaveOut(Set(named[type].homes.dropFirst()), of: type)
    }
  }

  /// Gives every type its component: one that is there already if possible.
  mutating func nameComponents(taken: Set<String>, mainFile: String) {
    var taken = taken
    for type in named.indices {
      let present = named[type].homes.compactMap { $0.component(in: mainFile) }
      let name = named[type].text
      if let component = present.first(where: { $0 == name }) ?? present.first {
        named[type].component = component
        named[type].isComponent = true
        continue
      }
      var candidate = name
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(name)_\(number)"
        number += 1
      }
      named[type].component = candidate
    }
  }

  /// Has other components come out under other names where a type is called like them.
  mutating func avoidNames(in schemas: YAMLNode?, mainFile: String, log: inout DiagnosticLog) {
    let wanted = Dictionary(named.map { (Self.plain($0.text), $0) }, uniquingKeysWith: { first, _ in first })
    for entry in schemas?.entries.map({ $0 }) ?? [] {
      let place = SchemaPlace(file: mainFile, tokens: ["components", "schemas", entry.key])
      guard let type = wanted[Self.plain(entry.key)], edits[place]?.types.isEmpty ?? true,
        entry.value["x-client-name"] == nil, entry.value["$ref"] == nil, !entry.value.isArray
      else { continue }
      let other = "\(type.text)Schema"
      log.note(
        .schemaRenamed,
        "another schema is called `\(entry.key)` as well",
        at: type.name.span,
        label: "that one is `\(other)` in Swift",
        notes: [.init("the other schema", at: entry.keySpan)]
      )
      let name = YAMLNode(.text(other), at: type.name.span)
      edit(place) { $0.keys.append(.init(name: "x-client-name", value: name)) }
    }
  }

  /// A name without what gets lost on its way to Swift.
  private static func plain(_ name: String) -> String {
    String(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
  }

  private mutating func edit(_ place: SchemaPlace, _ change: (inout PlaceEdit) -> Void) {
    if edits[place] == nil { order.append(place) }
    change(&edits[place, default: PlaceEdit()])
  }

  private func report(_ wish: Wish, besides owner: Wish, log: inout DiagnosticLog) {
    log.warning(
      .schemaAttachmentConflict,
      "the schema at `\(wish.attachment.location)` is called `\(named[owner.type].text)` already",
      at: wish.attachment.name?.span ?? wish.attachment.span,
      label: "without effect",
      notes: [.init("named here", at: owner.attachment.name?.span ?? owner.attachment.span)]
    )
  }
}

extension YAMLNode {
  /// Whether a schema describes arrays.
  fileprivate var isArray: Bool { self["type"]?.string == "array" || (self["type"] == nil && self["items"] != nil) }
}
