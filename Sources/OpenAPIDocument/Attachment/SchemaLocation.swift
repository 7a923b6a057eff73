import RecastDiagnostics

/// Where a schema is used, as seen from an operation: `/request/form/constraints/*`.
///
/// The way leads through references, compositions and alternatives without naming them, so it is the same whether a
/// document writes its schemas in place or among the components, and whatever it calls them there.
struct SchemaLocation: Sendable, CustomStringConvertible {
  /// What a location begins with.
  enum Root: Sendable, Hashable {
    /// The body of the request.
    case request
    /// The body of the answer in case of success.
    case response
    /// The body of every other answer.
    case error
    /// A parameter by its name.
    case parameter(String)
  }

  /// One step into a schema.
  enum Step: Sendable, Hashable {
    /// A member of an object.
    case member(String)
    /// Each item of an array, and each value of a map.
    case each
    /// The alternative of a union that has a member: `?optimization_id`.
    case alternative(having: String)
  }

  /// What the location begins with.
  let root: Root
  /// The steps from there.
  let steps: [Step]

  /// Reads a location; `nil` when the text is none.
  init?(_ text: String) {
    guard text.hasPrefix("/") else { return nil }
    var tokens = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      JSONPointer.unescaped(String($0))
    }
    switch tokens.removeFirst() {
    case "request": root = .request
    case "response": root = .response
    case "error": root = .error
    case "parameter":
      guard !tokens.isEmpty else { return nil }
      root = .parameter(tokens.removeFirst())
    default: return nil
    }
    steps = tokens.map { token in
      if token == "*" { return .each }
      return token.hasPrefix("?") ? .alternative(having: String(token.dropFirst())) : .member(token)
    }
  }

  private init(root: Root, steps: [Step]) {
    self.root = root
    self.steps = steps
  }

  /// The location that the first steps lead to.
  func prefix(_ count: Int) -> SchemaLocation { SchemaLocation(root: root, steps: Array(steps.prefix(count))) }

  var description: String {
    let head: [String] =
      switch root {
      case .request: ["request"]
      case .response: ["response"]
      case .error: ["error"]
      case .parameter(let name): ["parameter", Self.escaped(name)]
      }
    return (head + steps.map { $0.text }).map { "/" + $0 }.joined()
  }

  fileprivate static func escaped(_ token: String) -> String {
    token.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}

extension SchemaLocation.Step {
  fileprivate var text: String {
    switch self {
    case .member(let name): SchemaLocation.escaped(name)
    case .each: "*"
    case .alternative(let name): "?" + SchemaLocation.escaped(name)
    }
  }
}
