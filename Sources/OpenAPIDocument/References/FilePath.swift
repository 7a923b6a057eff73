/// Paths of files as texts: nothing here looks at a disk.
package enum FilePath {
  /// The path of a file that another one names.
  package static func resolved(_ name: String, from path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return normalized(name.hasPrefix("/") ? name : folder + name)
  }

  /// A path without `.`, and without `..` where that can be resolved.
  package static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
