import RecastClientPlan

/// Prints a plan: values in, text out. It asks no questions about OpenAPI, and nothing in it can fail.
package enum Emitter {
  /// The files of the client, sorted by path.
  package static func files(_ plan: Plan) -> [GeneratedFile] {
    let spelling = TypeSpelling(plan)
    var names = FileNames()
    var files = [
      GeneratedFile(
        names.claim(folder: nil, plan.root.name, suffix: Identifier("Root")),
        RootFile(spelling: spelling, plan: plan).contents()
      )
    ]
    for resource in plan.resources {
      let short = resource.typeName.last.dropping(suffix: Identifier("Resource")) ?? resource.typeName.last
      let name = names.claim(folder: Identifier("Operations"), short, suffix: Identifier("Resource"))
      files.append(
        GeneratedFile(name, ResourceFile(spelling: spelling, plan: plan, resource: resource).contents())
      )
    }
    for declaration in plan.declarations {
      let name = names.claim(folder: Identifier("Schemas"), declaration.name.last, suffix: Identifier("Schema"))
      files.append(GeneratedFile(name, schema(declaration, spelling)))
    }
    return files.sorted { $0.path < $1.path }
  }

  private static func schema(_ declaration: PlannedDeclaration, _ spelling: TypeSpelling) -> String {
    var writer = SourceWriter()
    FileHeader(spelling: spelling).emit(foundation: declaration.needsFoundation, &writer)
    writer.line()
    DeclarationEmitter(spelling: spelling).emit(declaration, &writer)
    return writer.text
  }
}
