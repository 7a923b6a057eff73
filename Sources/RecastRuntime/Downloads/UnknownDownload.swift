public import Foundation

/// A key under which a result has no file.
public struct UnknownDownload: Error, Sendable {
  /// The key that was asked for.
  public let key: String
  /// The keys that there are.
  public let available: [String]
}

extension UnknownDownload: CustomStringConvertible, LocalizedError {
  /// One line.
  public var description: String {
    let keys = available.prefix(30).map(OneLine.quoted).joined(separator: ", ")
    let more = available.count > 30 ? " and \(available.count - 30) more" : ""
    return "there is no file \(OneLine.quoted(key)); "
      + (available.isEmpty ? "this result has no files" : "there are \(keys)\(more)")
  }
  /// The description.
  public var errorDescription: String? { description }
}
