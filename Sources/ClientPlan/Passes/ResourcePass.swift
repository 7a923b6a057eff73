import RecastOpenAPIDocument

/// Groups operations into resources, and gives their methods short names that differ within the group.
enum ResourcePass {
  static func resources(
    _ drafts: [OperationDraft],
    document: Document,
    known: KnownNames,
    names: inout TypeNames
  ) -> (resources: [PlannedResource], lock: [NameLock.Entry]) {
    var lock: [NameLock.Entry] = []
    var order: [ResourceKey] = []
    var groups: [ResourceKey: [OperationDraft]] = [:]
    for draft in drafts {
      if groups[draft.resource] == nil { order.append(draft.resource) }
      groups[draft.resource, default: []].append(draft)
    }
    let tags = Dictionary(
      (document.tags.map { ($0.name, $0) } + document.tags.map { (MadeUpNames.withoutModules($0.name), $0) })
        .map { (SwiftName.value($0), $1) },
      uniquingKeysWith: { first, _ in first }
    )
    let scope = document.scope.map { [SwiftName.value($0.name).text] } ?? []
    var properties = NameScope(
      reserved: Set(["core", "connection", "send", "init", "self"] + scope),
      kept: known.names(.resource, of: order.map(\.key))
    )
    let resources = order.map { key in
      let wanted = key.swiftName
      let tag = tags[wanted]
      let name = properties.claim(wanted, else: [wanted.appending(Identifier("Resource"))], for: key.key)
      let drafts = groups[key] ?? []
      let kept = known.names(.method, in: [name], of: drafts.lazy.map(\.methodKey))
      let operations = named(drafts, resource: key.name, kept: kept)
      lock.append(NameLock.Entry(.resource, name, key: key.key))
      lock += operations.map { NameLock.Entry(.method, in: [name], $0.operation.methodName, key: $0.key) }
      return PlannedResource(
        name: name,
        typeName: names.claimTopLevel(
          SwiftName.type(key.name).appending(Identifier("Resource")),
          key: "\(name.text)Resource"
        ),
        isScoped: key.isScoped,
        documentation: Documentation(paragraphs: [tag?.description, tag?.externalDocs?.sentence].compactMap { $0 }),
        operations: operations.map(\.operation)
      )
    }
    return (resources, lock)
  }

  private static func named(
    _ drafts: [OperationDraft],
    resource: String,
    kept: KeptNames
  ) -> [(operation: PlannedOperation, key: String)] {
    var scope = NameScope(reserved: ["core", "job", "downloads", "init", "self"], kept: kept)
    let short = shortNames(drafts, resource: resource)
    var uses: [Identifier: Int] = [:]
    for name in short { uses[name, default: 0] += 1 }
    return zip(drafts, short).map { draft, name in
      var operation = draft.operation
      // Where the short name would fit several, all of them keep the long one: none is the obvious owner.
      let wanted = uses[name] == 1 ? name : operation.callName
      operation.methodName = scope.claim(
        wanted,
        else: [operation.callName],
        for: draft.methodKey,
        isChosen: draft.extensions.name != nil
      )
      return (operation, draft.methodKey)
    }
  }

  private static func shortNames(_ drafts: [OperationDraft], resource: String) -> [Identifier] {
    let names = drafts.map { draft -> (name: Identifier, withoutID: Identifier) in
      if let chosen = draft.extensions.name.map(SwiftName.value) { return (chosen, chosen) }
      var main = draft.operation
      if let variant = draft.variant { main.callName = main.callName.dropping(suffix: variant) ?? main.callName }
      let name = MethodNaming.name(main, resource: resource)
      return (name, MethodNaming.withoutID(name, main))
    }
    var uses: [Identifier: Int] = [:]
    for item in zip(drafts, names) where item.0.variant == nil {
      for name in Set([item.1.name, item.1.withoutID]) { uses[name, default: 0] += 1 }
    }
    return zip(drafts, names).map { draft, item in
      let name = uses[item.withoutID] == 1 ? item.withoutID : item.name
      return draft.variant.map { name.appending($0) } ?? name
    }
  }
}

extension ResourceKey {
  /// What tells the group from all others, whatever its name comes to.
  fileprivate var key: String { "\(isScoped ? "scoped " : "")\(swiftName.text)" }
}

extension OperationDraft {
  /// What the method's name is for: a name that somebody chose is another name.
  fileprivate var methodKey: String { extensions.name.map { "\(key) \($0)" } ?? key }
}
