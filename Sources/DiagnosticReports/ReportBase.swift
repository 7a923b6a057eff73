import Foundation

/// The folder that reports name files relative to: that of the repository, where somebody else looks at them.
package struct ReportBase: Sendable {
  private let root: [String]
  private let folder: [String]

  /// - Parameters:
  ///   - root: the folder that reported paths are relative to.
  ///   - folder: the folder that the paths in findings are relative to.
  package init(root: URL, folder: URL) {
    self.root = Self.parts(root.path)
    self.folder = Self.parts(folder.path)
  }

  /// The path of a file relative to the root; absolute when the file lies elsewhere.
  func path(of path: String) -> String {
    let parts = absolute(path)
    guard parts.starts(with: root), parts.count > root.count else { return "/" + parts.joined(separator: "/") }
    return parts.dropFirst(root.count).joined(separator: "/")
  }

  /// The same as a URI reference: everything but letters, digits and `-._~/` is percent-encoded.
  func uri(of path: String) -> String {
    let path = self.path(of: path)
    let encoded = path.utf8.reduce(into: "") { $0 += Self.isPlain($1) ? String(UnicodeScalar($1)) : Self.escape($1) }
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }

  /// The steps of an absolute path; `.` and `..` are taken.
  private func absolute(_ path: String) -> [String] {
    Self.parts(path.hasPrefix("/") ? path : "/" + folder.joined(separator: "/") + "/" + path)
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").reduce(into: []) { parts, part in
      switch part {
      case ".": break
      case "..": parts = parts.dropLast()
      default: parts.append(String(part))
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~/".utf8.contains(byte)
    }
  }

  private static func escape(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
