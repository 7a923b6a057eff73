/// Which media type a file is sent with.
enum ContentType {
  /// What the caller says; else the type that the server takes, if it takes one; else what the name's ending tells,
  /// if the server takes that; else the first that it takes. Nil when it takes ranges only and nobody knows more.
  ///
  /// - Parameter accepted: what the server takes: types and ranges such as `image/*`; nothing stands for anything.
  static func of(_ file: UploadFile, accepted: [String]) -> String? {
    if let stated = file.contentType { return stated }
    let types = accepted.filter { !$0.contains("*") }
    if types.count == 1, accepted.count == 1 { return types[0] }
    let ending = file.name.flatMap(byEnding)
    if let ending, accepted.isEmpty || accepted.contains(where: { includes($0, ending) }) { return ending }
    return types.first ?? (accepted.allSatisfy { $0 == "*/*" } ? "application/octet-stream" : nil)
  }

  private static func includes(_ range: String, _ type: String) -> Bool {
    if range == "*/*" { return true }
    if range.hasSuffix("/*") { return type.hasPrefix(range.dropLast()) }
    return range.lowercased() == type
  }

  /// The type of files with common endings.
  private static func byEnding(_ name: String) -> String? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return endings[name[name.index(after: dot)...].lowercased()]
  }

  private static let endings = [
    "avif": "image/avif", "bmp": "image/bmp", "csv": "text/csv", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "gif": "image/gif",
    "gz": "application/gzip", "heic": "image/heic", "htm": "text/html", "html": "text/html", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "json": "application/json", "m4a": "audio/mp4", "mov": "video/quicktime", "mp3": "audio/mpeg",
    "mp4": "video/mp4", "ogg": "audio/ogg", "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml",
    "tar": "application/x-tar", "tif": "image/tiff", "tiff": "image/tiff", "txt": "text/plain", "wav": "audio/wav",
    "webm": "video/webm", "webp": "image/webp", "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xml": "application/xml",
    "zip": "application/zip",
  ]
}
