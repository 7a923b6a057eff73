import Foundation

/// One HTTP request as the sandbox sees it.
public struct SandboxRequest: Sendable {
  /// The method in capitals.
  public var method: String
  /// Path and query exactly as they stood in the request line, still percent-encoded.
  public var target: String
  /// Header fields; names are compared without regard to case.
  public var headers: [(name: String, value: String)]
  /// The whole body.
  public var body: Data

  /// A request to `target`, for example `/v1/clients/democlient/reports?page=2`.
  public init(_ method: String, _ target: String, headers: [(name: String, value: String)] = [], body: Data = Data()) {
    self.method = method.uppercased()
    self.target = target
    self.headers = headers
    self.body = body
  }

  func header(_ name: String) -> String? {
    headers.first { $0.name.caseInsensitiveCompare(name) == .orderedSame }?.value
  }
}

/// The path and the query of a request, taken apart first and percent-decoded second.
///
/// In this order an encoded `/` or `&` inside a download key stays part of the key.
struct RequestTarget: Sendable {
  let segments: [String]
  let query: [(name: String, value: String)]

  /// Nothing when a percent escape is malformed or does not decode to UTF-8.
  init?(_ target: String) {
    let parts = Self.originForm(target).split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var raw = parts[0].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    if raw.last?.isEmpty == true { raw.removeLast() }
    var segments: [String] = []
    for segment in raw {
      guard let decoded = segment.removingPercentEncoding else { return nil }
      segments.append(decoded)
    }
    guard let query = Self.formFields(parts.count > 1 ? parts[1] : "") else { return nil }
    self.segments = segments
    self.query = query
  }

  /// The fields of a query, or of the body that a form of a page sends. Nothing when they are malformed.
  static func formFields(_ text: Substring) -> [(name: String, value: String)]? {
    var fields: [(name: String, value: String)] = []
    for pair in text.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = formDecoded(halves[0]), let value = formDecoded(halves.count > 1 ? halves[1] : "")
      else { return nil }
      fields.append((name, value))
    }
    return fields
  }

  /// A client that takes the sandbox for a proxy sends the whole address (RFC 9112 §3.2.2 wants it accepted).
  private static func originForm(_ target: String) -> Substring {
    guard !target.hasPrefix("/"), let scheme = target.range(of: "://") else { return target[...] }
    return target[scheme.upperBound...].drop { $0 != "/" }
  }

  /// In a query, unlike in a path, `+` stands for a space.
  private static func formDecoded(_ text: Substring) -> String? {
    text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
  }

  /// The last value given for a parameter; one that is given twice counts as its last occurrence.
  func value(_ name: String) -> String? {
    query.last { $0.name == name }?.value
  }

  func values(_ name: String) -> [String] {
    query.filter { $0.name == name }.map(\.value)
  }

  /// `true` and `1` are true; `false`, `0` and anything else are false; an absent parameter is nothing.
  func flag(_ name: String) -> Bool? {
    value(name).map { $0 == "true" || $0 == "1" }
  }
}
