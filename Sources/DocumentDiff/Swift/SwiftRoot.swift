import RecastClientPlan

/// What callers see of the type that they start from.
struct SwiftRoot {
  /// The type's name.
  let name: String
  /// The credentials that its initializer takes, in order.
  let credentials: [String]
  /// Whether a client can be made without a credential.
  let isCredentialOptional: Bool
  /// Whether a client can be made without a base URL.
  let hasBaseURL: Bool
  /// The names of servers to choose from.
  let servers: [String]

  init(_ root: PlannedRoot) {
    name = root.name.text
    credentials = root.credentials.map(\.name.text)
    isCredentialOptional = root.isCredentialOptional
    hasBaseURL = root.servers.baseURL != nil
    servers = root.servers.choices.map(\.name.text)
  }
}

extension SurfaceComparison {
  /// What becomes of the initializer's credentials; `nil` when callers see no difference.
  func credentials() -> SwiftJudgement? {
    let (before, after) = (old.root, new.root)
    if before.credentials != after.credentials, before.credentials.count > 1 || after.credentials.count != 1 {
      let added = after.credentials.filter { !before.credentials.contains($0) }
      let isWider =
        !before.credentials.isEmpty && before.credentials.count > 1
        && after.credentials.filter(before.credentials.contains) == before.credentials
      return isWider
        ? .additive("`\(after.name).init` takes \(added.map { "`\($0)`" }.joined(separator: " and ")) as well")
        : .breaking("`\(after.name).init` takes other credentials")
    }
    if !after.credentials.isEmpty, before.credentials.isEmpty || before.isCredentialOptional,
      !after.isCredentialOptional
    {
      return .breaking("`\(after.name).init` needs a credential")
    }
    return nil
  }

  /// What becomes of the base URLs to choose from; `nil` when callers see no difference.
  func servers() -> SwiftJudgement? {
    let (before, after) = (old.root, new.root)
    if before.hasBaseURL, !after.hasBaseURL { return .breaking("`\(after.name).init` needs a base URL") }
    if let gone = before.servers.first(where: { !after.servers.contains($0) }) {
      return .breaking("the server `\(gone)` cannot be chosen any more")
    }
    return after.servers.first { !before.servers.contains($0) }.map { .additive("the server `\($0)` can be chosen") }
  }
}
