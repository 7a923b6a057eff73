import RecastOpenAPIDocument

/// Groups operations into resources, and gives their methods short names that differ within the group.
enum ResourcePass {
  static func resources(
    _ drafts: [OperationDraft],
    document: Document,
    names: inout TypeNames
  ) -> [PlannedResource] {
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
    var properties = NameScope(reserved: Set(["core", "connection", "send", "init", "self"] + scope))
    return order.map { key in
      let wanted = key.swiftName
      let tag = tags[wanted]
      return PlannedResource(
        name: properties.claim(wanted, else: [wanted.appending(Identifier("Resource"))]),
        typeName: names.claimTopLevel(SwiftName.type(key.name).appending(Identifier("Resource"))),
        isScoped: key.isScoped,
        documentation: Documentation(paragraphs: [tag?.description, tag?.externalDocs?.sentence].compactMap { $0 }),
        operations: named(groups[key] ?? [], resource: key.name)
      )
    }
  }

  private static func named(_ drafts: [OperationDraft], resource: String) -> [PlannedOperation] {
    var scope = NameScope(reserved: ["core", "job", "downloads", "init", "self"])
    let short = drafts.map { draft -> Identifier in
      var main = draft.operation
      if let variant = draft.variant { main.callName = main.callName.dropping(suffix: variant) ?? main.callName }
      let name =
        draft.extensions.name.map(SwiftName.value) ?? OperationNaming.methodName(main, resource: resource)
      return draft.variant.map { name.appending($0) } ?? name
    }
    var uses: [Identifier: Int] = [:]
    for name in short { uses[name, default: 0] += 1 }
    return zip(drafts, short).map { draft, name in
      var operation = draft.operation
      // Where the short name would fit several, all of them keep the long one: none is the obvious owner.
      let wanted = uses[name] == 1 ? name : operation.callName
      operation.methodName = scope.claim(wanted, else: [operation.callName])
      return operation
    }
  }
}
