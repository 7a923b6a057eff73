import RecastClientPlan

/// Prints a type declaration with everything nested in it.
struct DeclarationEmitter {
  let spelling: TypeSpelling

  func emit(_ declaration: PlannedDeclaration, _ writer: inout SourceWriter) {
    writer.doc(DocComment(declaration.documentation, else: DocComment("The schema of \(declaration.name.last).")))
    writer.block(header(declaration)) { writer in
      switch declaration.kind {
      case .object(let object):
        ObjectEmitter(spelling: spelling, object: object).emit(&writer)
      case .enumeration(let enumeration):
        EnumerationEmitter(spelling: spelling, enumeration: enumeration).emit(&writer)
      case .union(let union):
        UnionEmitter(spelling: spelling, union: union).emit(&writer)
      }
      for nested in declaration.nested {
        writer.line()
        emit(nested, &writer)
      }
    }
  }

  private func header(_ declaration: PlannedDeclaration) -> Code {
    // Only the outermost type needs the keyword: what is nested follows.
    let isolation: Code = declaration.name.isTopLevel ? "nonisolated " : ""
    let head: Code = "\(isolation)\(spelling.access)"
    switch declaration.kind {
    case .object:
      return "\(head)struct \(declaration.name.last): \(spelling.runtime(Identifier("ObjectSchema")))"
    case .enumeration:
      return "\(head)struct \(declaration.name.last): \(spelling.runtime(Identifier("OpenEnum")))"
    case .union:
      return "\(head)indirect enum \(declaration.name.last): \(spelling.runtime(Identifier("UnionSchema")))"
    }
  }
}

extension PlannedDeclaration {
  /// Whether Foundation declares a type that this declaration uses.
  var needsFoundation: Bool {
    let own =
      switch kind {
      case .object(let object):
        object.properties.contains { $0.type.needsFoundation } || object.additional?.needsFoundation ?? false
      case .enumeration: false
      case .union(let union):
        union.cases.contains {
          $0.type.needsFoundation || $0.factory?.contains { $0.given?.type.needsFoundation ?? false } ?? false
        }
      }
    return own || nested.contains(where: \.needsFoundation)
  }
}
