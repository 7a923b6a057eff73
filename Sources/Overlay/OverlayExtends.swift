import RecastDiagnostics
import RecastYAMLReader

extension OverlayDocument {
  /// Warns when the overlay says that it is made for another document.
  func checkExtends(_ document: YAMLNode, log: inout DiagnosticLog) {
    guard let extends, let reference = extends.scalarText else { return }
    let path = document.span.file.path
    guard !Self.names(reference, from: extends.span.file.path, path) else { return }
    log.warning(
      .overlayExtends,
      "this overlay is made for another document than `\(path)`",
      at: extends.span,
      label: "it is applied all the same",
      help: "correct `extends`, or leave it out"
    )
  }

  /// Whether a reference in one file names a document by its path. Where a network address is fetched to is not known,
  /// so that it is compared by the name of the file only.
  private static func names(_ reference: String, from overlay: String, _ document: String) -> Bool {
    let address = reference.prefix { $0 != "#" && $0 != "?" }
    let wanted = decoded(String(address))
    guard !wanted.isEmpty else { return true }
    if let scheme = wanted.firstRange(of: "://"), !wanted.hasPrefix("file:") {
      let name = wanted[scheme.upperBound...].split(separator: "/").dropFirst().last
      return name == nil || name == document.split(separator: "/").last
    }
    let path = wanted.hasPrefix("file://") ? String(wanted.dropFirst("file://".count)) : wanted
    let folder = overlay.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let isRelative = !path.hasPrefix("/") && overlay.contains("/")
    let (expected, actual) = (parts(isRelative ? "\(folder)/\(path)" : path), parts(document))
    // One may be absolute and the other relative to a folder that is not known here.
    return expected == actual || (path.hasPrefix("/") != document.hasPrefix("/") && endsEqual(expected, actual))
  }

  private static func endsEqual(_ first: [Substring], _ second: [Substring]) -> Bool {
    let count = min(first.count, second.count)
    return first.suffix(count) == second.suffix(count)
  }

  /// The parts of a path without `.` and `..`.
  private static func parts(_ path: String) -> [Substring] {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts
  }

  /// The text of a URI with its `%20` resolved.
  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
