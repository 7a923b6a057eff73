import RecastDiagnostics
import RecastOpenAPIDocument

extension OperationPlanner {
  /// The parameters with those put into the path that a parameter of the template can only mean: one that is spelt
  /// otherwise, the only one left over, or one of the same name that is said to stand in the query.
  mutating func settled(_ declared: [Parameter], _ template: PathTemplate, _ item: NamedOperation) -> [Parameter] {
    var declared = declared
    let names = template.parameters
    let open = Set(names).filter { name in
      name != document.scope?.parameter && !declared.contains { $0.location == .path && $0.stands(for: name) }
    }
    guard !open.isEmpty else { return declared }
    let unused = declared.indices.filter { position in
      declared[position].location == .path && !names.contains { declared[position].stands(for: $0) }
    }
    for name in names where open.contains(name) {
      let alike = unused.filter { declared[$0].name.isSpelt(like: name) }
      let only = open.count == 1 && unused.count == 1 ? unused : []
      if let position = alike.count == 1 ? alike.first : only.first {
        reportMisspelt(declared[position], name, item)
        declared[position].clientName = declared[position].clientName ?? name
        declared[position].name = name
      } else if let position = declared.firstIndex(where: { $0.location == .query && $0.name == name }) {
        reportMisplaced(declared[position])
        declared[position].location = .path
        declared[position].required = true
        (declared[position].style, declared[position].explode) = (nil, nil)
      }
    }
    return declared
  }

  private mutating func reportMisspelt(_ parameter: Parameter, _ name: String, _ item: NamedOperation) {
    types.log.warning(
      .unusedPathParameter,
      "the path `\(item.path.path)` has no place for `\(parameter.name)`",
      at: parameter.span,
      label: "taken for `\(name)`, which is not described",
      help: "call it `\(name)`"
    )
  }

  private mutating func reportMisplaced(_ parameter: Parameter) {
    types.log.warning(
      .undeclaredPathParameter,
      "parameter `\(parameter.name)` is a part of the path",
      at: parameter.span,
      label: "sent there, and not in the query",
      help: "say `in: path`"
    )
  }
}

extension Parameter {
  /// Whether a parameter of a path template is this one.
  fileprivate func stands(for name: String) -> Bool { self.name == name || self.name == PathVariable(name).name }
}

extension String {
  /// Whether two names differ in nothing but letter case and separators.
  fileprivate func isSpelt(like other: String) -> Bool {
    func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber }.lowercased() }
    return letters(self) == letters(other)
  }
}
