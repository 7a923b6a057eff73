/// Budgets that keep a hostile or broken document from using up the machine. Exceeding one is a diagnostic.
package struct YAMLLimits: Sendable, Hashable {
  /// Longest file, in bytes. Offsets are kept in 32 bits, so more than 1 GB is never read.
  package var bytes: Int
  /// Deepest nesting of lists and mappings, aliases followed; at most 10,000.
  package var depth: Int
  /// Most values and keys, a value shared by aliases counted once.
  package var nodes: Int
  /// Most values and keys when every alias is replaced by a copy of its value.
  package var expandedNodes: Int

  /// - Parameters:
  ///   - bytes: longest file, in bytes.
  ///   - depth: deepest nesting of lists and mappings.
  ///   - nodes: most values and keys.
  ///   - expandedNodes: most values and keys with aliases replaced by copies.
  package init(
    bytes: Int = 128 << 20,
    depth: Int = 500,
    nodes: Int = 8_000_000,
    expandedNodes: Int = 8_000_000
  ) {
    self.bytes = min(bytes, 1 << 30)
    self.depth = min(depth, 10_000)
    self.nodes = min(nodes, 1 << 30)
    self.expandedNodes = expandedNodes
  }
}
