import RecastYAMLReader

/// What a schema says about values beyond their type.
struct SchemaDetails: Sendable {
  var enumValues: [YAMLNode]?
  var valueMeanings: [String: Schema.ValueMeaning] = [:]
  var constraints: [Schema.Constraint] = []
  var example: String?
  var externalDocs: String?
  var extensions = SchemaExtensions()
}

extension Schema {
  /// The allowed values, without null; `nil` when any value of the type is allowed. `const` is a list of one.
  package var enumValues: [YAMLNode]? {
    get { details.shared?.part.enumValues }
    set {
      guard details.shared != nil || newValue != nil else { return }
      details.change(from: SchemaDetails()) { $0.enumValues = newValue }
    }
  }

  /// What extensions say about the allowed values, by their text.
  package var valueMeanings: [String: ValueMeaning] {
    get { details.shared?.part.valueMeanings ?? [:] }
    set {
      guard details.shared != nil || !newValue.isEmpty else { return }
      details.change(from: SchemaDetails()) { $0.valueMeanings = newValue }
    }
  }

  /// Limits on values, in words, for documentation.
  package var constraints: [Constraint] {
    get { details.shared?.part.constraints ?? [] }
    set {
      guard details.shared != nil || !newValue.isEmpty else { return }
      details.change(from: SchemaDetails()) { $0.constraints = newValue }
    }
  }

  /// A short value as an example, as JSON.
  package var example: String? {
    get { details.shared?.part.example }
    set {
      guard details.shared != nil || newValue != nil else { return }
      details.change(from: SchemaDetails()) { $0.example = newValue }
    }
  }

  /// The address of further documentation.
  package var externalDocs: String? {
    get { details.shared?.part.externalDocs }
    set {
      guard details.shared != nil || newValue != nil else { return }
      details.change(from: SchemaDetails()) { $0.externalDocs = newValue }
    }
  }

  /// What overlays say about the schema beyond OpenAPI.
  package var extensions: SchemaExtensions {
    get { details.shared?.part.extensions ?? SchemaExtensions() }
    set {
      guard details.shared != nil || !newValue.isEmpty else { return }
      details.change(from: SchemaDetails()) { $0.extensions = newValue }
    }
  }
}
