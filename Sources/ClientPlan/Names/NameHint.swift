/// The name that a schema gets if it needs a declaration.
struct NameHint {
  private let source: Source
  /// What the declaration is known by if its name depends on other things as well.
  private var ownName: Identifier?
  /// How often the singular was asked for.
  private var singulars = 0
  /// The type that the declaration is nested in; `nil` for a top-level one.
  let parent: TypeName?

  /// Most schemas need no declaration, so the words of a text are looked at when somebody asks.
  private enum Source {
    case name(Identifier)
    case text(String)
  }

  /// - Parameter ownName: what the declaration is known by if the name depends on other things as well.
  init(name: Identifier, ownName: Identifier? = nil, parent: TypeName? = nil) {
    source = .name(name)
    self.ownName = ownName
    self.parent = parent
  }

  /// The name of a type after a text of the document.
  init(text: String, parent: TypeName? = nil) {
    source = .text(text)
    self.parent = parent
  }

  /// The wanted name.
  var name: Identifier {
    let name =
      switch source {
      case .name(let name): name
      case .text(let text): SwiftName.type(text)
      }
    return inSingular(name)
  }

  /// What the name is for, whatever else there is in the document.
  var key: Identifier? { ownName.map(inSingular) }

  private func inSingular(_ name: Identifier) -> Identifier {
    (0..<singulars).reduce(name) { name, _ in
      SwiftName.singularType(name) ?? name.appending(Identifier("Item"))
    }
  }

  /// The hint for the elements of an array or dictionary: `downloads` holds values of type `Download`.
  func singular() -> NameHint {
    var hint = self
    hint.singulars += 1
    return hint
  }
}

extension SwiftName {
  /// The singular of a type's name, when its last word is a plural.
  static func singularType(_ name: Identifier) -> Identifier? {
    let words = words(of: name.text)
    guard let last = words.last, let singular = singular(last) else { return nil }
    return type((words.dropLast() + [singular]).joined(separator: "_"))
  }
}
