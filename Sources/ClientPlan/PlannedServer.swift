/// Where a client finds the API.
package struct PlannedServers: Sendable {
  /// The base URL when callers name none; `nil` when the document has no absolute one.
  package var baseURL: String?
  /// The path in front of every operation's path, for base URLs that have none; `nil` when there is none.
  package var path: String?
  /// Whether operations have servers of their own at other addresses.
  package var hasOthers = false
  /// The name of the type that lists the servers.
  package var typeName: TypeName?
  /// The servers to choose from; empty when there is no choice.
  package var choices: [PlannedServer] = []
}

/// A server that callers may choose.
package struct PlannedServer: Sendable {
  /// The Swift name.
  package var name: Identifier
  /// The URL, with `{name}` for each variable.
  package var template: String
  /// What callers may choose about the URL.
  package var variables: [PlannedServerVariable]
  /// What the document says about the server.
  package var documentation: Documentation
}

/// A part of a server's URL that callers may choose.
package struct PlannedServerVariable: Sendable {
  /// The name between braces.
  package var wireName: String
  /// The Swift name.
  package var name: Identifier
  /// The value when callers name none.
  package var defaultValue: String?
  /// The values that can be chosen; empty when any can.
  package var values: [String]
  /// What the document says about the variable.
  package var documentation: Documentation
}
