/// A file as a result names it.
public struct DownloadReference: Sendable, Hashable {
  /// The key under which it is fetched.
  public let key: String
  /// What it holds, in words.
  public let description: String?

  /// Creates a reference.
  public init(key: String, description: String? = nil) {
    self.key = key
    self.description = description
  }
}
