public import Foundation

/// A file to send: from disk, where it is read while it is sent, or from memory.
public struct UploadFile: Sendable, Hashable {
  let source: BodySource
  /// The name that the server sees; nil where the name of the form's field serves.
  public let name: String?
  /// The media type; nil where the document or the name's ending tells it.
  public let contentType: String?

  /// A file on disk. It is read when the call is sent, piece by piece, and has to be there until then.
  public static func file(_ url: URL, name: String? = nil, contentType: String? = nil) -> UploadFile {
    UploadFile(source: .file(url), name: name ?? url.lastPathComponent, contentType: contentType)
  }

  /// Bytes that the server takes as a file.
  public static func data(_ data: Data, name: String? = nil, contentType: String? = nil) -> UploadFile {
    UploadFile(source: .bytes([UInt8](data)), name: name, contentType: contentType)
  }

  /// A text in UTF-8 that the server takes as a file.
  public static func text(_ text: String, name: String? = nil, contentType: String? = nil) -> UploadFile {
    UploadFile(source: .bytes(Array(text.utf8)), name: name, contentType: contentType)
  }
}

extension UploadFile: CustomStringConvertible, CustomReflectable {
  /// Name and media type; the content is not shown.
  public var description: String {
    "\(name ?? "unnamed file")\(contentType.map { " (\($0))" } ?? "")"
  }
  /// Name and media type; the content is not shown.
  public var customMirror: Mirror {
    Mirror(self, children: ["name": name as Any, "contentType": contentType as Any])
  }
}
