import RecastYAMLReader

/// A value in a filter (`ValueType`, RFC 9535, section 2.4.1).
enum PathValue: Sendable {
  /// No value: what a query that selects nothing gives.
  case nothing
  case null
  case bool(Bool)
  case number(PathNumber)
  case text(String)
  /// A mapping or a list.
  case collection(YAMLNode)

  init(_ node: YAMLNode) {
    switch node.kind {
    case .null: self = .null
    case .bool: self = .bool(node.bool ?? false)
    case .integer, .float:
      let text = node.scalarText ?? ""
      self = PathNumber(text).map(PathValue.number) ?? .text(text)
    case .string: self = .text(node.string ?? "")
    case .sequence, .mapping: self = .collection(node)
    }
  }
}

/// A number as JSON or YAML write it.
struct PathNumber: Sendable {
  /// Exact where it is a whole number of 64 bits: identifiers may be longer than a double can tell apart.
  private let integer: Int64?
  private let double: Double

  init(_ count: Int) {
    integer = Int64(count)
    double = Double(count)
  }

  /// - Parameter text: a number of the YAML core schema; JSON's are among them.
  init?(_ text: String) {
    if let integer = Int64(text) ?? Self.prefixed(text) {
      self.integer = integer
      double = Double(integer)
      return
    }
    integer = nil
    switch text.lowercased() {
    case ".inf", "+.inf": double = .infinity
    case "-.inf": double = -.infinity
    case ".nan": double = .nan
    default:
      guard let double = Double(text) else { return nil }
      self.double = double
    }
  }

  private static func prefixed(_ text: String) -> Int64? {
    if text.hasPrefix("0x") { return Int64(text.dropFirst(2), radix: 16) }
    return text.hasPrefix("0o") ? Int64(text.dropFirst(2), radix: 8) : nil
  }

  static func == (left: PathNumber, right: PathNumber) -> Bool {
    if let left = left.integer, let right = right.integer { return left == right }
    return left.double == right.double
  }

  static func < (left: PathNumber, right: PathNumber) -> Bool {
    if let left = left.integer, let right = right.integer { return left < right }
    return left.double < right.double
  }
}
