import RecastYAMLReader

/// What other schemas a schema is made of.
struct SchemaCompositions: Sendable {
  var tupleItems: [SchemaOrReference] = []
  var conditional: [SchemaOrReference] = []
  var allOf: [SchemaOrReference] = []
  var oneOf: [SchemaOrReference] = []
  var anyOf: [SchemaOrReference] = []
  var discriminator: Discriminator?
}

extension Schema {
  /// The types of an array's first elements, position by position.
  package var tupleItems: [SchemaOrReference] {
    get { compositions.shared?.part.tupleItems ?? [] }
    set {
      guard compositions.shared != nil || !newValue.isEmpty else { return }
      compositions.change(from: SchemaCompositions()) { $0.tupleItems = newValue }
    }
  }

  /// Schemas that hold for some values only (`then`, `else`, `dependentSchemas`): their members are optional.
  package var conditional: [SchemaOrReference] {
    get { compositions.shared?.part.conditional ?? [] }
    set {
      guard compositions.shared != nil || !newValue.isEmpty else { return }
      compositions.change(from: SchemaCompositions()) { $0.conditional = newValue }
    }
  }

  /// Schemas that must all hold.
  package var allOf: [SchemaOrReference] {
    get { compositions.shared?.part.allOf ?? [] }
    set {
      guard compositions.shared != nil || !newValue.isEmpty else { return }
      compositions.change(from: SchemaCompositions()) { $0.allOf = newValue }
    }
  }

  /// Schemas of which exactly one holds.
  package var oneOf: [SchemaOrReference] {
    get { compositions.shared?.part.oneOf ?? [] }
    set {
      guard compositions.shared != nil || !newValue.isEmpty else { return }
      compositions.change(from: SchemaCompositions()) { $0.oneOf = newValue }
    }
  }

  /// Schemas of which at least one holds.
  package var anyOf: [SchemaOrReference] {
    get { compositions.shared?.part.anyOf ?? [] }
    set {
      guard compositions.shared != nil || !newValue.isEmpty else { return }
      compositions.change(from: SchemaCompositions()) { $0.anyOf = newValue }
    }
  }

  /// The member that tells the alternatives apart.
  package var discriminator: Discriminator? {
    get { compositions.shared?.part.discriminator }
    set {
      guard compositions.shared != nil || newValue != nil else { return }
      compositions.change(from: SchemaCompositions()) { $0.discriminator = newValue }
    }
  }
}
