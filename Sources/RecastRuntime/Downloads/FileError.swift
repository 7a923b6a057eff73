public import Foundation

/// A file or folder that cannot be created or written.
public struct FileError: Error, Sendable, CustomStringConvertible {
  /// Which one, and why.
  public let message: String

  init(_ message: String) {
    self.message = message
  }

  /// One line.
  public var description: String { message }

  /// Runs a file operation and puts its failure in our words, with the place.
  static func describing<Result>(_ action: String, _ url: URL, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
      let reason =
        cause.domain == NSPOSIXErrorDomain ? String(cString: strerror(Int32(cause.code))) : error.localizedDescription
      throw FileError("cannot \(action) \(url.path): \(reason)")
    }
  }
}

extension FileError: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
