/// What holds of generated code whatever the document says.
package struct GeneratedCodeCheck: Sendable {
  /// What is wrong, each with its file.
  package private(set) var faults: [String] = []
  /// How many declarations there are of each kind.
  package private(set) var declarations: [String: Int] = [:]
  /// The tokens of each file, names left out: what is left when only text and names differ.
  package private(set) var shapes: [[SwiftToken]] = []

  private static let kinds: Set = [
    "actor", "associatedtype", "case", "class", "deinit", "enum", "extension", "func", "import", "init", "let", "macro",
    "operator", "precedencegroup", "protocol", "struct", "subscript", "typealias", "var",
  ]
  private static let unknownKinds: Set = [
    "actor", "associatedtype", "class", "deinit", "macro", "operator", "precedencegroup", "protocol",
  ]
  private static let modules: Set = ["Foundation", "RecastRuntime"]
  private static let attributes: Set = ["_exported", "available", "discardableResult", "escaping", "Sendable"]

  /// Checks files, given by path and contents.
  package init(_ files: [(path: String, contents: String)]) {
    for file in files {
      let source = SwiftLexer.read(file.contents)
      faults += source.faults.map { "\(file.path): \($0)" }
      take(source.tokens, of: file.path)
    }
    checkPaths(files.map(\.path))
  }

  private mutating func take(_ tokens: [SwiftToken], of path: String) {
    var shape: [SwiftToken] = []
    for (position, token) in tokens.enumerated() {
      switch token {
      case .word(let text, let isQuoted):
        shape.append(.word("", isQuoted: false))
        guard !isQuoted, Self.kinds.contains(text), isDeclaration(tokens, position) else { continue }
        shape[shape.count - 1] = .word(text, isQuoted: false)
        declarations[text, default: 0] += 1
        if Self.unknownKinds.contains(text) { faults.append("\(path): a declaration of `\(text)`") }
        if text == "import" { checkImport(tokens, position, path) }
      case .attribute(let name):
        shape.append(token)
        if !Self.attributes.contains(name) { faults.append("\(path): the attribute `@\(name)`") }
      default: shape.append(token)
      }
    }
    shapes.append(shape)
  }

  /// Behind a dot and as a label a keyword is a name like any other.
  private func isDeclaration(_ tokens: [SwiftToken], _ position: Int) -> Bool {
    let isMember = position > 0 && tokens[position - 1] == .mark(".")
    let isLabel = position + 1 < tokens.count && tokens[position + 1] == .mark(":")
    return !isMember && !isLabel
  }

  private mutating func checkImport(_ tokens: [SwiftToken], _ position: Int, _ path: String) {
    guard position + 1 < tokens.count, case .word(let module, _) = tokens[position + 1],
      Self.modules.contains(module)
    else {
      return faults.append("\(path): an import of something else")
    }
  }

  /// Files lie in the folder or one below it, are called by an identifier, and no two have the same name where cases
  /// are not told apart.
  private mutating func checkPaths(_ paths: [String]) {
    var names: Set<String> = []
    for path in paths {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let base = (parts.last ?? "").dropLast(".swift".count)
      let steps = parts.dropLast() + [base]
      let isPlain = steps.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy(\.properties.isXIDContinue) }
      if parts.count > 2 || !path.hasSuffix(".swift") || !isPlain || path.utf8.count > 250 {
        faults.append("a file called \(path.debugDescription)")
      }
      if Self.devices.contains(base.lowercased()) { faults.append("a file called like a device, \(path)") }
      if !names.insert(base.lowercased()).inserted { faults.append("two files called \(path)") }
    }
  }

  /// Names that Windows keeps for itself, whatever they end in.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
  )
}
