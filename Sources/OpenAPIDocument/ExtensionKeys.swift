/// The generator's own keys.
package enum ExtensionKeys {
  /// All keys that have a meaning somewhere, sorted.
  package static let all = Set([ObjectKeys.root, .operation, .parameter, .schema].flatMap(\.names))
    .filter { $0.hasPrefix("x-client-") }.sorted()
}
