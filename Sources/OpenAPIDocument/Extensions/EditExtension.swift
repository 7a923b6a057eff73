import RecastDiagnostics
import RecastYAMLReader

/// `x-client-edit`: the operation changes what others may change meanwhile, and has to name what it was made from.
package struct EditExtension: Sendable {
  /// The method's name.
  package var name: String
  /// The path of the GET operation that lists what can be current.
  package var list: String
  /// The member of a listed item that is true for what is current.
  package var current: JSONPointer
  /// The member of that item that serves as the lock.
  package var lock: JSONPointer
  /// The member of the body that takes the lock.
  package var into: JSONPointer
  /// The status that says that the lock is old.
  package var conflict: Int
  /// How often it is tried.
  package var attempts: Int
  /// Where the extension was written.
  package var span: SourceSpan
}

extension EditExtension {
  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    let keys: Set<String> = ["name", "list", "current", "lock", "into", "conflict", "attempts"]
    guard let fields = ExtensionReader(node, "x-client-edit", keys: keys, &reader),
      let list = fields.text("list", &reader), let current = fields.pointer("current", &reader),
      let lock = fields.pointer("lock", &reader), let into = fields.pointer("into", &reader)
    else { return nil }
    self.init(
      name: reader.text(fields.node, "name") ?? "edit",
      list: list,
      current: current,
      lock: lock,
      into: into,
      conflict: Self.number(fields.node, "conflict", 400...499, else: 409, &reader),
      attempts: Self.number(fields.node, "attempts", 1...20, else: 4, &reader),
      span: fields.node.span
    )
  }

  private static func number(
    _ node: YAMLNode,
    _ key: String,
    _ range: ClosedRange<Int>,
    else fallback: Int,
    _ reader: inout NodeReader
  ) -> Int {
    guard let value = node[key] else { return fallback }
    if let number = value.scalarText.flatMap({ Int($0) }), range.contains(number) { return number }
    reader.log.error(
      .invalidExtension,
      "`\(key)` is a number from \(range.lowerBound) to \(range.upperBound)",
      at: value.span
    )
    return fallback
  }
}
