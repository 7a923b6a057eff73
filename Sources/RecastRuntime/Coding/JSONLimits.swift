/// How much a JSON text may ask of the reader.
public struct JSONLimits: Hashable, Sendable {
  /// How deep arrays and objects may lie in each other.
  public var depth: Int

  /// Limits for reading: 128 levels unless said otherwise. Decoding takes stack in proportion, and threads other than
  /// the main one have half a megabyte on Apple's systems.
  public init(depth: Int = 128) {
    self.depth = depth
  }
}
