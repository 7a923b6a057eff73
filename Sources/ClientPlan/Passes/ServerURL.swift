/// What a server's URL comes to: a base URL, a path in front of others, or nothing that can be used.
enum ServerURL: Equatable {
  case absolute(String)
  case path(String)
  case unusable(String)

  /// Reads a URL whose variables are replaced.
  init(_ text: String) {
    let odd = text.unicodeScalars.contains {
      $0.value <= 0x20 || $0.value == 0x7F || "\"<>\\^`|".unicodeScalars.contains($0)
    }
    let lowercased = text.lowercased()
    if odd {
      self = .unusable("it has a character that no URL has")
    } else if text.contains("{") || text.contains("}") {
      self = .unusable("a variable has no default")
    } else if text.contains("?") || text.contains("#") {
      self = .unusable("it has a query or a fragment")
    } else if text.hasPrefix("//") {
      self.init("https:" + text)
    } else if lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://") {
      self = Self.absolute(text, isProtected: lowercased.hasPrefix("https://"))
    } else {
      self = Self.relative(text)
    }
  }

  private static func absolute(_ text: String, isProtected: Bool) -> ServerURL {
    let authority = text.dropFirst(isProtected ? 8 : 7).prefix { $0 != "/" }
    guard !authority.isEmpty, !authority.contains("@") else {
      return .unusable(authority.isEmpty ? "it has no host" : "it has a user name")
    }
    guard isProtected || isLoopback(authority) else { return .unusable("it is not protected by https") }
    return .absolute(text)
  }

  private static func isLoopback(_ authority: Substring) -> Bool {
    guard !authority.hasPrefix("[") else { return authority.hasPrefix("[::1]") }
    let host = authority.prefix { $0 != ":" }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return host == "localhost" || (parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil })
  }

  private static func relative(_ text: String) -> ServerURL {
    let segments = text.split(separator: "/")
    guard let first = segments.first else { return .path("") }
    guard text.hasPrefix("/") || text.hasPrefix(".") || !first.contains(where: { ".:".contains($0) }) else {
      return .unusable("it is neither an http or https URL nor a path")
    }
    guard !segments.contains("..") else { return .unusable("it leads out of its folder") }
    return .path(segments.filter { $0 != "." }.map { "/" + $0 }.joined())
  }
}
