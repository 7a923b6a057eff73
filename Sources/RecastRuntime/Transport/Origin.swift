import Foundation

/// Scheme, host and port: what has to agree for two addresses to share a credential (RFC 6454, section 4).
struct Origin: Sendable, Hashable {
  let scheme: String
  /// Lower case; an IPv6 address without brackets.
  let host: String
  let port: Int

  /// The origin of an absolute http or https URL; nil for any other.
  init?(_ components: URLComponents) {
    guard let scheme = components.scheme?.lowercased(), scheme == "http" || scheme == "https",
      var host = components.host?.lowercased(), !host.isEmpty
    else { return nil }
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    self.scheme = scheme
    self.host = host
    port = components.port ?? (scheme == "https" ? 443 : 80)
  }

  /// Host and port as in a `Host` header: the port only when it is not the scheme's own, brackets around IPv6.
  var authority: String {
    let shown = host.contains(":") ? "[\(host)]" : host
    return port == (scheme == "https" ? 443 : 80) ? shown : "\(shown):\(port)"
  }

  /// Whether the host is this machine: `localhost`, `::1`, and 127.0.0.0/8 (RFC 1122, section 3.2.1.3). Only literal
  /// addresses count: a name that resolves to one could resolve to another tomorrow.
  var isLoopback: Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil && !$0.hasPrefix("+") }
  }
}

extension Origin: CustomStringConvertible {
  var description: String { "\(scheme)://\(authority)" }
}
