import Foundation

/// A base URL with variables, `https://{region}.example.com/{version}`.
///
/// A value can change its own part of the URL and nothing else: not the host behind it, and no user name or query.
public struct ServerTemplate: Sendable {
  /// A value for a variable.
  public struct Value: Sendable {
    let name: String
    let text: String
    let allowed: [String]

    /// - Parameters:
    ///   - name: The variable's name in the template.
    ///   - text: What stands in its place.
    ///   - allowed: The texts to choose from; empty when any will do.
    public init(_ name: String, _ text: String, oneOf allowed: [String] = []) {
      self.name = name
      self.text = text
      self.allowed = allowed
    }
  }

  /// Which part of a URL a variable is in, and with it, what its value may hold.
  private enum Part {
    case scheme
    case authority(isWhole: Bool)
    case path
    /// The template says nothing but the variable: the value is all of the URL up to the path.
    case beginning
  }

  private let template: String

  /// Takes a template; what is wrong with it shows when the URL is used.
  public init(_ template: String) {
    self.template = template
  }

  /// The template with its values.
  ///
  /// - Throws: `ConfigurationError` when a value is not allowed in its place.
  public func url(_ values: [Value]) throws -> String {
    var result = ""
    var rest = template[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      result += rest[..<start]
      let name = String(rest[rest.index(after: start)..<end])
      let following = rest[rest.index(after: end)...]
      guard let value = values.first(where: { $0.name == name }) else {
        throw ConfigurationError("the server's URL \(template) has no value for {\(name)}")
      }
      try check(value, in: part(before: result, behind: following))
      result += value.text
      rest = following
    }
    return result + rest
  }

  private func part(before: String, behind: Substring) -> Part {
    guard let scheme = before.range(of: "://") else {
      if behind.hasPrefix("://") { return .scheme }
      return before.isEmpty ? .beginning : .path
    }
    let authority = before[scheme.upperBound...]
    guard !authority.contains("/") else { return .path }
    return .authority(isWhole: authority.isEmpty && (behind.isEmpty || behind.hasPrefix("/")))
  }

  private func check(_ value: Value, in part: Part) throws {
    guard value.allowed.isEmpty || value.allowed.contains(value.text) else {
      throw ConfigurationError(
        "\(value.text.debugDescription) is no value of {\(value.name)} in the server's URL \(template); "
          + "use one of \(value.allowed.joined(separator: ", "))"
      )
    }
    guard Self.fits(value.text, part) else {
      throw ConfigurationError(
        "\(value.text.debugDescription) cannot stand for {\(value.name)} in the server's URL \(template)"
      )
    }
  }

  private static func fits(_ text: String, _ part: Part) -> Bool {
    let letters = text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789.-".unicodeScalars.contains($0))
    }
    switch part {
    case .scheme: return text == "https" || text == "http"
    case .authority(let isWhole):
      guard isWhole else { return letters }
      let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
      return pieces.count <= 2 && fits(String(pieces[0]), .authority(isWhole: false))
        && (pieces.count == 1 || UInt16(pieces[1]) != nil)
    case .path:
      let allowed = CharacterSet.urlPathAllowed
      return text.unicodeScalars.allSatisfy(allowed.contains)
        && !text.split(separator: "/").contains { $0 == "." || $0 == ".." }
    case .beginning:
      guard let components = URLComponents(string: text), Origin(components) != nil else { return false }
      return components.user == nil && components.query == nil && components.fragment == nil
    }
  }
}
