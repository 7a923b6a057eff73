import RecastDiagnostics

extension ParserInput {
  /// Prepares a file for reading: skips the byte order mark, turns UTF-16 into UTF-8, and writes those parts of JSON
  /// that libyaml does not understand in a way that it does.
  init?(_ file: SourceFile, log: inout DiagnosticLog) {
    guard let file = Self.inUTF8(file, log: &log) else { return nil }
    let errors = log.count(of: .error)
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.init(file: file, textStart: start, rewritten: JSONRewriter.rewrite(file, from: start, log: &log))
    if log.count(of: .error) > errors { return nil }
  }

  /// The file itself, or its text in UTF-8 if it starts with the byte order mark of another encoding.
  private static func inUTF8(_ file: SourceFile, log: inout DiagnosticLog) -> SourceFile? {
    let bytes = file.bytes
    if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) || bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) {
      log.error(.invalidEncoding, "the file is UTF-32", at: file.span(0..<0), help: "save the file as UTF-8")
      return nil
    }
    let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
    guard isBigEndian || bytes.starts(with: [0xFF, 0xFE]) else { return file }
    guard let text = decodeUTF16(bytes[2...], isBigEndian: isBigEndian) else {
      log.error(
        .invalidEncoding,
        "the file starts like UTF-16, but is not valid UTF-16",
        at: file.span(0..<0),
        help: "save the file as UTF-8"
      )
      return nil
    }
    return SourceFile(path: file.path, bytes: text)
  }

  /// The text in UTF-8; `nil` when it is cut off or holds half a surrogate pair.
  private static func decodeUTF16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).lazy.map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    let isInvalid = transcode(
      units.makeIterator(),
      from: UTF16.self,
      to: UTF8.self,
      stoppingOnError: true,
      into: { text.append($0) }
    )
    return isInvalid ? nil : text
  }
}
