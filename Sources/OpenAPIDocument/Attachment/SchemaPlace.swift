import RecastYAMLReader

/// A place in the document or in a file beside it, by the keys and positions that lead there.
struct SchemaPlace: Hashable, Comparable, Sendable {
  /// The path of the file.
  let file: String
  /// Keys of mappings and positions in lists, from the root down.
  let tokens: [String]

  static func < (left: SchemaPlace, right: SchemaPlace) -> Bool {
    left.file == right.file ? left.tokens.lexicographicallyPrecedes(right.tokens) : left.file < right.file
  }

  /// A place inside this one.
  func child(_ tokens: String...) -> SchemaPlace { SchemaPlace(file: file, tokens: self.tokens + tokens) }

  /// The name of the component that stands here, if one does.
  func component(in mainFile: String) -> String? {
    guard file == mainFile, tokens.count == 3, tokens[0] == "components", tokens[1] == "schemas" else { return nil }
    return tokens[2]
  }
}

/// A schema that a location leads to.
struct FoundSchema: Sendable {
  /// Where it is used: the reference that leads to it, or the schema itself when it is written in place.
  let site: SchemaPlace
  /// Where it is written.
  let home: SchemaPlace
  /// The schema.
  let node: YAMLNode
}
