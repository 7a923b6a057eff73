import RecastClientPlan

/// Prints what `setNull` can be called with, behind the type that it belongs to.
///
///     extension NullableMembers<Report> {
///       public var name: NullableMember<Root> { NullableMember("name") { $0.name = nil } }
///     }
///
/// Inside, `Root` is the schema: its own name might lead elsewhere there.
struct NullableMembersEmitter {
  let spelling: TypeSpelling

  /// Prints an extension for the declaration and each one nested in it that has such members.
  func emit(_ declaration: PlannedDeclaration, _ writer: inout SourceWriter) {
    if case .object(let object) = declaration.kind {
      // Only of these have callers to be able to say whether they are left out or null.
      let members = object.properties.filter { $0.presence == .optionalNullable }
      if !members.isEmpty { emit(members, of: declaration.name, &writer) }
    }
    for nested in declaration.nested { emit(nested, &writer) }
  }

  private func emit(_ members: [PlannedProperty], of type: TypeName, _ writer: inout SourceWriter) {
    let member = spelling.runtime(Identifier("NullableMember"))
    writer.line()
    writer.doc(DocComment("Members that can be left out and can be null, for `setNull`."))
    let head: Code = "nonisolated extension \(spelling.runtime(Identifier("NullableMembers")))"
    if ("\(head)<\(spelling(type))> {" as Code).columns <= SourceWriter.width {
      writer.line("\(head)<\(spelling(type))> {")
    } else {
      writer.line("\(head)<")
      writer.indented { $0.line(spelling(type)) }
      writer.line("> {")
    }
    writer.indented { writer in
      for property in members {
        writer.doc(DocComment("The member \(code: property.wireName)."))
        let head: Code = "\(spelling.access)var \(property.name): \(member)<Root>"
        let name = StringLiteral(property.wireName)
        writer.nested([head, "\(member)(\(name))"], "$0.\(Code.plain(property.name)) = nil")
      }
    }
    writer.line("}")
  }
}
