import RecastOpenAPIDocument

/// Groups operations into resources, and gives their methods short names that differ within the group.
enum ResourcePass {
  static func resources(
    _ operations: [(resource: ResourceKey, operation: PlannedOperation)],
    methodNames: [Identifier: String],
    document: Document,
    names: inout TypeNames
  ) -> [PlannedResource] {
    var order: [ResourceKey] = []
    var groups: [ResourceKey: [PlannedOperation]] = [:]
    for (key, operation) in operations {
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(operation)
    }
    let scope = document.scope.map { [SwiftName.value($0.name).text] } ?? []
    var properties = NameScope(reserved: Set(["core", "connection", "send", "init", "self"] + scope))
    return order.map { key in
      let wanted = SwiftName.value(key.name)
      let tag = document.tags.first { SwiftName.value($0.name) == wanted }
      return PlannedResource(
        name: properties.claim(wanted, else: [wanted.appending(Identifier("Resource"))]),
        typeName: names.claimTopLevel(SwiftName.type(key.name).appending(Identifier("Resource"))),
        isScoped: key.isScoped,
        documentation: Documentation(paragraphs: [tag?.description].compactMap { $0 }),
        operations: named(groups[key] ?? [], resource: key.name, methodNames)
      )
    }
  }

  private static func named(
    _ operations: [PlannedOperation],
    resource: String,
    _ methodNames: [Identifier: String]
  ) -> [PlannedOperation] {
    var scope = NameScope(reserved: ["core", "job", "downloads", "init", "self"])
    let short = operations.map { operation in
      methodNames[operation.callName].map(SwiftName.value) ?? OperationNaming.methodName(operation, resource: resource)
    }
    var uses: [Identifier: Int] = [:]
    for name in short { uses[name, default: 0] += 1 }
    return zip(operations, short).map { operation, name in
      var operation = operation
      // Where the short name would fit several, all of them keep the long one: none is the obvious owner.
      let wanted = uses[name] == 1 ? name : operation.callName
      operation.methodName = scope.claim(wanted, else: [operation.callName])
      return operation
    }
  }
}
