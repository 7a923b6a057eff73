/// What the planner is told beside the document.
package struct PlannerConfiguration: Sendable {
  /// How visible generated declarations are.
  package enum Access: String, Sendable, CaseIterable {
    case `public`, package, `internal`
  }

  /// The root type's name; `nil` stands for the API's title.
  package var rootType: String?
  /// How visible generated declarations are.
  package var access: Access = .public
  /// The environment variables that hold the token, in the order in which they are tried.
  package var credentialEnvironment: [String] = []
  /// The base URL, when it is not the document's.
  package var baseURL: String?
  /// Names and types that are not the document's.
  package var overrides = PlannerOverrides()

  /// The names of an earlier run, which stay what they are.
  package var names = NameLock()

  /// A configuration that leaves everything to the document.
  package init() {}
}
