import RecastClientPlan

/// Prints a plan: values in, text out. It asks no questions about OpenAPI, and nothing in it can fail.
package enum Emitter {
  /// The files of the client, sorted by path.
  package static func files(_ plan: Plan) -> [GeneratedFile] {
    let spelling = TypeSpelling(plan)
    var names = FileNames()
    var kinds: [(name: FileName, kind: FileKind)] = [
      (names.claim(folder: nil, plan.root.name, suffix: Identifier("Root")), .root)
    ]
    for resource in plan.resources {
      let short = resource.typeName.last.dropping(suffix: Identifier("Resource")) ?? resource.typeName.last
      let name = names.claim(folder: Identifier("Operations"), short, suffix: Identifier("Resource"))
      kinds.append((name, .resource(resource)))
    }
    for declaration in plan.declarations {
      let name = names.claim(folder: Identifier("Schemas"), declaration.name.last, suffix: Identifier("Schema"))
      kinds.append((name, .schema(declaration)))
    }
    kinds.sort { $0.name.path < $1.name.path }
    let sorted = kinds
    return Concurrently.map(sorted.count) { position in
      let (name, kind) = sorted[position]
      return GeneratedFile(name, contents(kind, plan, spelling))
    }
  }

  /// What a file is about.
  private enum FileKind: Sendable {
    case root
    case resource(PlannedResource)
    case schema(PlannedDeclaration)
  }

  private static func contents(_ kind: FileKind, _ plan: Plan, _ spelling: TypeSpelling) -> String {
    switch kind {
    case .root: RootFile(spelling: spelling, plan: plan).contents()
    case .resource(let resource): ResourceFile(spelling: spelling, plan: plan, resource: resource).contents()
    case .schema(let declaration): schema(declaration, spelling)
    }
  }

  private static func schema(_ declaration: PlannedDeclaration, _ spelling: TypeSpelling) -> String {
    var writer = SourceWriter()
    FileHeader(spelling: spelling).emit(foundation: declaration.needsFoundation, &writer)
    writer.line()
    DeclarationEmitter(spelling: spelling).emit(declaration, &writer)
    NullableMembersEmitter(spelling: spelling).emit(declaration, &writer)
    return writer.text
  }
}
