import Foundation

/// A body of several pieces, some of them files, in one file on disk: URLSession uploads a file in constant memory, and
/// on Linux nothing else. The file is gone with the last copy of this.
final class UploadSpool: Sendable {
  let url: URL

  /// Copies the body.
  ///
  /// - Throws: `InvalidRequest` when a piece cannot be read, `TransportError` when the disk does not take it,
  ///   `CancellationError` when the task is cancelled.
  init(_ body: BodyContent) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("upload-\(UUID().uuidString).tmp")
    guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = try? FileHandle(forWritingTo: url)
    else { throw Self.full("the file could not be made") }
    defer { try? handle.close() }
    var reader = body.makeReader()
    while let piece = try reader.next() {
      try Task.checkCancellation()
      do {
        try handle.write(contentsOf: piece)
      } catch {
        throw Self.full("\(error)")
      }
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  private static func full(_ reason: String) -> TransportError {
    TransportError(.other, "the body could not be collected in the temporary folder: \(reason)")
  }
}
