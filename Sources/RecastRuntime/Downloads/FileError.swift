public import Foundation

/// A file or folder that cannot be created or written.
public struct FileError: Error, Sendable, CustomStringConvertible {
  /// Which one, and why.
  public let message: String

  init(_ message: String) {
    self.message = message
  }

  /// What the system reports about a file operation.
  init(errno code: Int32, _ action: String, _ url: URL) {
    message = "cannot \(action) \(url.path): \(String(cString: strerror(code)))"
  }

  /// One line.
  public var description: String { message }

  /// Runs a file operation and puts its failure in our words, with the place.
  static func describing<Result>(_ action: String, _ url: URL, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
      if cause.domain == NSPOSIXErrorDomain { throw FileError(errno: Int32(cause.code), action, url) }
      throw FileError("cannot \(action) \(url.path): \(error.localizedDescription)")
    }
  }
}

extension FileError: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
