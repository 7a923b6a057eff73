/// The names that things of a document have, by what they are.
///
/// A run records them, and the next one starts with them: what has a name keeps it, whatever else comes or goes, and
/// newcomers take what is left. Only names that something else could take are among them: a property is named after
/// itself, and is here only when two of them want the same name.
package struct NameLock: Sendable, Equatable {
  /// What a name belongs to.
  package enum Kind: String, Sendable, CaseIterable {
    /// The type of a schema component; the key is what it is called in the document.
    case schema
    /// Any other type; the key is the name that it wants.
    case type
    /// A resource; the key is the name that it wants.
    case resource
    /// The factory of an operation's call; the key is the operation.
    case call
    /// An operation's method, inside of its resource; the key is the operation.
    case method
    /// A property or case, inside of its type; the key is its name or value on the wire.
    case member
    /// An argument, inside of its operation; the key is its place and its name on the wire.
    case argument
  }

  /// A name with what has it.
  package struct Entry: Sendable, Hashable {
    /// What the name belongs to.
    package var kind: Kind
    /// What it is inside of, from the outermost down; nothing for what stands by itself.
    package var scope: [Identifier]
    /// The name.
    package var name: Identifier
    /// What has the name. Where several things of a scope have one key, they count in document order.
    package var key: String

    /// - Parameters:
    ///   - kind: what the name belongs to.
    ///   - scope: what it is inside of, from the outermost down.
    ///   - name: the name.
    ///   - key: what has the name.
    package init(_ kind: Kind, in scope: [Identifier] = [], _ name: Identifier, key: String) {
      self.kind = kind
      self.scope = scope
      self.name = name
      self.key = key
    }

    /// Whether the name is that of a type.
    var isType: Bool { kind == .schema || kind == .type }
  }

  /// The entries, in document order within what has one key.
  package var entries: [Entry]

  /// A lock of some names.
  package init(_ entries: [Entry] = []) { self.entries = entries }

  /// Whether any names are known.
  package var isEmpty: Bool { entries.isEmpty }
}
