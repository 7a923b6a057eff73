/// How much a JSON text may ask of the reader.
public struct JSONLimits: Hashable, Sendable {
  /// How deep arrays and objects may lie in each other; decoding uses stack in proportion.
  public var depth: Int

  /// Limits for reading; the defaults suit every sensible document.
  public init(depth: Int = 512) {
    self.depth = depth
  }
}
