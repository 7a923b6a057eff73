import RecastYAMLReader

/// The three shapes that an update tells apart.
enum ValueShape {
  case mapping
  case list
  case plain

  /// Several values of the shape.
  var plural: String {
    switch self {
    case .mapping: "mappings"
    case .list: "lists"
    case .plain: "plain values"
    }
  }

  /// The shape of one value, with its article.
  var singular: String {
    switch self {
    case .mapping: "a mapping"
    case .list: "a list"
    case .plain: "a plain value"
    }
  }
}

extension YAMLNode.Kind {
  var shape: ValueShape {
    switch self {
    case .mapping: .mapping
    case .sequence: .list
    default: .plain
    }
  }
}
