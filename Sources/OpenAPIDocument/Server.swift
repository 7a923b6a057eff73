import RecastDiagnostics
import RecastYAMLReader

/// The Server Object: a base URL.
package struct Server: Sendable {
  /// The URL, absolute or relative, possibly a template such as `https://{region}.example.com`.
  package var url: String
  /// The name that the document gives the server.
  package var name: String?
  /// What the server is for, CommonMark.
  package var description: String?
  /// What stands for `{name}` in the URL, in document order.
  package var variables: [ServerVariable]
  /// Where the URL was written.
  package var span: SourceSpan

  /// The URL with every variable replaced by its default.
  package var defaultURL: String {
    variables.reduce(url) { url, variable in
      variable.defaultValue.map { url.replacing("{\(variable.name)}", with: $0) } ?? url
    }
  }
}

/// The Server Variable Object: a part of a server's URL that callers may choose.
package struct ServerVariable: Sendable {
  /// The name between braces.
  package var name: String
  /// The value when nobody says otherwise.
  package var defaultValue: String?
  /// The values that can be chosen; empty when any can.
  package var values: [String]
  /// What the variable means, CommonMark.
  package var description: String?
}

extension Server {
  static func list(reading node: YAMLNode?, _ reader: inout NodeReader) -> [Server] {
    reader.items(node, "`servers`").compactMap { Server(reading: $0, &reader) }
  }

  private init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    if let url = node.string {
      reader.unexpected(node, wanted: "a server", label: "read as its `url`")
      (self.url, variables, span) = (url, [], node.span)
      return
    }
    guard node.kind == .mapping, let entry = node.entry("url"), let url = entry.value.scalarText else {
      reader.log.warning(
        .invalidDocument,
        "a server has no `url`",
        at: node.span,
        help: "add a `url` or remove the entry"
      )
      return nil
    }
    reader.checkKeys(of: node, .server)
    self.url = url
    name = reader.text(node, "name")
    description = reader.text(node, "description")
    span = entry.value.span
    variables = reader.entries(node["variables"], "the server's variables").map { entry in
      ServerVariable(
        name: entry.key,
        // Some write the value alone.
        defaultValue: entry.value.scalarText ?? entry.value["default"]?.scalarText,
        values: reader.items(entry.value["enum"], "`enum`").compactMap(\.scalarText),
        description: reader.text(entry.value, "description")
      )
    }
    dropRepeatedScheme(&reader)
  }

  /// Rails generators write `https://{defaultHost}`, and people a whole URL for the host.
  private mutating func dropRepeatedScheme(_ reader: inout NodeReader) {
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: { url.hasPrefix($0 + "{") }) else { return }
    let rest = url.dropFirst(scheme.count)
    for position in variables.indices where rest.hasPrefix("{\(variables[position].name)}") {
      guard let value = variables[position].defaultValue, schemes.contains(where: { value.hasPrefix($0) }) else {
        return
      }
      reader.log.warning(
        .unusableServer,
        "the variable `\(variables[position].name)` is a whole URL",
        at: span,
        label: "`\(scheme)` in front of it is left out",
        help: "name the host alone, without scheme and slashes"
      )
      url = String(rest)
      variables[position].defaultValue = value.withoutSlashAtEnd
      variables[position].values = variables[position].values.map(\.withoutSlashAtEnd)
    }
  }
}

extension String {
  /// The text of a URL to which a path is to be added.
  fileprivate var withoutSlashAtEnd: String { hasSuffix("/") ? String(dropLast()) : self }
}
