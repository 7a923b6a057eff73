import RecastClientPlan
import RecastDiagnostics

/// The list of files that the generator owns, with a fingerprint of each as it was written, and of the names that stay.
///
/// It stands in the output folder. Only files listed in it are ever removed, and only while their fingerprint still
/// fits: what somebody edited is theirs. What is in the list of names is called the same in the next run.
package struct OutputManifest: Sendable, Equatable {
  /// The manifest's own name in the output folder.
  package static let fileName = ".recast-codegen-manifest"

  private static let header = "# Files that recast-codegen owns, with their fingerprints. Written by it; do not edit.\n"
  private static let namesHeader = "# Names that stay when other things come and go, and what has them.\n"

  /// Fingerprints by path.
  package private(set) var fingerprints: [String: String]
  /// Names by what has them.
  package private(set) var names: NameLock

  /// The manifest of generated files.
  package init(_ files: [(path: String, contents: String)], names: NameLock = NameLock()) {
    self.names = names
    fingerprints = Dictionary(
      files.map { file in
        var contents = file.contents
        return (file.path, contents.withUTF8(Self.fingerprint))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Reads a manifest; lines that are none of its own are passed over, with a warning.
  package init(reading file: SourceFile, log: inout DiagnosticLog) {
    fingerprints = [:]
    names = NameLock()
    var conflict: SourceSpan?
    for line in (1...file.lineCount).lazy.compactMap(file.range(ofLine:)) where !line.isEmpty {
      let text = String(decoding: file.bytes[line], as: UTF8.self)
      if text.hasPrefix("#") || take(text) { continue }
      if ["<<<<<<< ", "=======", ">>>>>>> ", "||||||| "].contains(where: text.hasPrefix) {
        conflict = conflict ?? file.span(line)
      } else {
        log.warning(
          .brokenManifest,
          "this is no line of a manifest",
          at: file.span(line),
          label: "passed over",
          help: "restore the file, or remove it: then all names are made afresh"
        )
      }
    }
    guard let conflict else { return }
    log.warning(
      .brokenManifest,
      "two versions of the manifest were merged, and not settled",
      at: conflict,
      label: "names of both are kept as far as they fit together",
      help: "run `recast-codegen generate`, and commit what it writes"
    )
  }

  private mutating func take(_ line: String) -> Bool {
    if let entry = ManifestNames.entry(line) {
      names.entries.append(entry)
      return true
    }
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0].utf8.count == 16, UInt64(parts[0], radix: 16) != nil, Self.isOwnPath(parts[1])
    else {
      return false
    }
    fingerprints[parts[1]] = parts[0]
    return true
  }

  /// The manifest as it is written, files sorted by path and names by what has them.
  package var text: String {
    let files = fingerprints.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }.joined()
    let names = names.isEmpty ? "" : Self.namesHeader + ManifestNames.lines(names).map { $0 + "\n" }.joined()
    return Self.header + files + names
  }

  /// Whether bytes are what was written under a path.
  package func owns(_ path: String, with bytes: [UInt8]) -> Bool {
    fingerprints[path] == bytes.withUnsafeBufferPointer(Self.fingerprint)
  }

  /// Paths that the generator may have written: below the output folder, and Swift files. A manifest is a file that
  /// anybody can edit, so it is not trusted to name anything else.
  private static func isOwnPath(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return path.hasSuffix(".swift") && parts.count <= 2 && !parts.contains { $0.isEmpty || $0.hasPrefix(".") }
  }

  /// FNV-1a, 64 bits, over words of eight bytes and then the bytes that are left: enough to notice an edit, and the same
  /// everywhere.
  private static func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: UInt64) {
      hash = (hash ^ value) &* 0x0000_0100_0000_01B3
      // What multiplying does to high bits never reaches the low ones.
      hash ^= hash >> 32
    }
    let words = bytes.count / 8
    let raw = UnsafeRawBufferPointer(bytes)
    for word in 0..<words { add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))) }
    for byte in bytes[(words * 8)...] { add(UInt64(byte)) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
