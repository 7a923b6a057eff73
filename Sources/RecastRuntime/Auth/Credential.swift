import Foundation

/// A token, or where to get one. It never shows itself: descriptions, interpolation, mirrors and `dump` are redacted.
public struct Credential: Sendable {
  enum Source: Sendable {
    case token(Secret)
    case environment([String], lookup: @Sendable (String) -> String?)
    case provider(@Sendable () async throws -> String)
  }

  let source: Source

  /// The token itself. Prefer the environment or a provider: a literal in source code ends up in the history.
  public static func token(_ token: String) -> Credential {
    Credential(source: .token(Secret(token)))
  }

  /// The first of these environment variables that is set and not empty, looked up when the connection is made.
  public static func environment(_ names: String...) -> Credential {
    environment(names) { ProcessInfo.processInfo.environment[$0] }
  }

  /// As above; nil when none of the variables is set, for credentials that a client may do without.
  public static func environment(ifSet names: String...) -> Credential? {
    let environment = ProcessInfo.processInfo.environment
    return names.contains { environment[$0].map { !$0.isEmpty } ?? false }
      ? .environment(names) { environment[$0] } : nil
  }

  /// As above, with an environment of one's own.
  static func environment(_ names: [String], lookup: @escaping @Sendable (String) -> String?) -> Credential {
    Credential(source: .environment(names, lookup: lookup))
  }

  /// A closure that is asked for the token before each request, for tokens that rotate or live in a key store.
  ///
  /// What it throws is thrown by the call, unchanged.
  public static func provider(_ token: @escaping @Sendable () async throws -> String) -> Credential {
    Credential(source: .provider(token))
  }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Where the token comes from; never the token.
  public var description: String {
    switch source {
    case .token: "Credential(<redacted>)"
    case .environment(let names, _): "Credential(environment: \(names.joined(separator: ", ")))"
    case .provider: "Credential(provider)"
    }
  }
  /// Where the token comes from; never the token.
  public var debugDescription: String { description }
  /// Empty.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
