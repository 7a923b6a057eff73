import RecastClientPlan

/// Prints the servers that a document offers.
///
///     public enum Servers {
///       public static var live: String { "https://api.example.com" }
///       public static func regional(region: String = "eu") throws -> String { … }
///     }
struct ServersEmitter {
  let spelling: TypeSpelling
  let servers: PlannedServers

  func emit(_ writer: inout SourceWriter) {
    guard let name = servers.typeName else { return }
    writer.line()
    writer.doc(DocComment("The servers that the document names, as base URLs for a client."))
    writer.block("nonisolated \(spelling.access)enum \(name.last)") { writer in
      for (position, server) in servers.choices.enumerated() {
        if position > 0 { writer.line() }
        emit(server, &writer)
      }
    }
  }

  private func emit(_ server: PlannedServer, _ writer: inout SourceWriter) {
    let comment = DocComment(server.documentation, else: DocComment("The server at \(code: server.template)."))
    let string = spelling(.string)
    guard !server.variables.isEmpty else {
      writer.doc(comment)
      writer.block(
        "\(spelling.access)static var \(server.name): \(string)",
        statement: "\(StringLiteral(server.template))"
      )
      return
    }
    let items = server.variables.map { variable in
      let fallback = DocComment("The variable \(code: variable.wireName).")
      let text = DocComment(variable.documentation, else: fallback)
      return (variable.name, variable.values.isEmpty ? text : text.adding("One of \(list: variable.values)."))
    }
    writer.doc(
      comment.adding("Throws `ConfigurationError` when a value does not fit.").adding("- Parameters:", items: items)
    )
    let parameters = server.variables.map { variable -> Code in
      let head: Code = "\(Code.label(variable.name)): \(string)"
      return variable.defaultValue.map { "\(head) = \(StringLiteral($0))" } ?? head
    }
    writer.function(
      "\(spelling.access)static func \(server.name)",
      parameters,
      effects: " throws -> \(string)"
    ) { writer in
      let values = server.variables.map { variable in
        let allowed: Code =
          variable.values.isEmpty
          ? "" : ", oneOf: [\(.joined(variable.values.map { "\(StringLiteral($0))" }))]"
        return Expression.code(".init(\(StringLiteral(variable.wireName)), \(variable.name)\(allowed))")
      }
      writer.expression(
        .call(
          "\(spelling.runtime(Identifier("ServerTemplate")))(\(StringLiteral(server.template))).url",
          [.init(.array(values))]
        ),
        prefix: "try "
      )
    }
  }
}
