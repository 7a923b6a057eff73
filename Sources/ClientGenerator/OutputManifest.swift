import RecastDiagnostics

/// The list of files that the generator owns, with a fingerprint of each as it was written.
///
/// It stands in the output folder. Only files listed in it are ever removed, and only while their fingerprint still
/// fits: what somebody edited is theirs.
package struct OutputManifest: Sendable, Equatable {
  /// The manifest's own name in the output folder.
  package static let fileName = ".recast-codegen-manifest"

  private static let header = "# Files that recast-codegen owns, with their fingerprints. Written by it; do not edit.\n"

  /// Fingerprints by path.
  package private(set) var fingerprints: [String: String]

  /// The manifest of generated files.
  package init(_ files: [(path: String, contents: String)]) {
    fingerprints = Dictionary(
      files.map { file in
        var contents = file.contents
        return (file.path, contents.withUTF8(Self.fingerprint))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Reads a manifest; lines that are none of its own are passed over.
  package init(reading text: String) {
    fingerprints = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, Self.isOwnPath(String(parts[1])) else { continue }
      fingerprints[String(parts[1])] = String(parts[0])
    }
  }

  /// The manifest as it is written, sorted by path.
  package var text: String {
    Self.header + fingerprints.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }.joined()
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
