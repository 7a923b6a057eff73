import RecastDiagnostics

/// Finds the files that a text refers to, without reading the text: good enough to know what to load.
package enum ReferenceScan {
  /// The paths of the files that references in a text name, in the order of the text, relative paths resolved.
  ///
  /// - Parameter path: the path of the file that the text counts as a part of.
  package static func paths(in text: SourceFile, at path: String) -> [String] {
    var paths: [String] = []
    var seen: Set<String> = []
    for value in values(in: text.bytes) {
      let reference = ReferenceText(value)
      guard !reference.file.isEmpty, !reference.isAddress, !reference.file.hasPrefix("/") else { continue }
      let found = FilePath.resolved(reference.file, from: path)
      if seen.insert(found).inserted { paths.append(found) }
    }
    return paths
  }

  /// The texts behind every `$ref`.
  private static func values(in bytes: [UInt8]) -> [String] {
    bytes.withUnsafeBufferPointer { bytes in
      var values: [String] = []
      var index = 0
      while let found = bytes.next(UInt8(ascii: "$"), from: index) {
        index = found + 1
        guard bytes[index...].starts(with: "ref".utf8) else { continue }
        index += 3
        if let value = value(in: bytes, &index) { values.append(value) }
      }
      return values
    }
  }

  /// The text after a key whose name ends at the index; `nil` when it starts with `#`.
  private static func value(in bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> String? {
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    if index < bytes.count, isQuote(bytes[index]) { index += 1 }
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
    index += 1
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    let quote = isQuote(bytes[index]) ? bytes[index] : nil
    if quote != nil { index += 1 }
    let start = index
    while index < bytes.count, bytes[index] != quote, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if quote == nil, [0x20, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(bytes[index]) { break }
      index += 1
    }
    guard index > start, bytes[start] != UInt8(ascii: "#") else { return nil }
    // JSON may write a slash with a backslash before it.
    return String(decoding: bytes[start..<index], as: UTF8.self).replacing("\\/", with: "/")
  }
}
