import RecastDiagnostics
import RecastYAMLReader

/// The Schema Object: what values look like.
///
/// The spellings of OpenAPI 3.0 and JSON Schema meet here: `nullable`, `type: [T, "null"]` and `const` are read into
/// the same members, so that nothing after the reader knows the version.
package struct Schema: Sendable {
  /// The JSON types that the schema allows, without null; empty when it does not say.
  package var types: [SchemaType] = []
  /// Whether null is allowed beside the types.
  package var nullable = false
  /// A refinement of the type, such as `date-time`.
  package var format: String?
  /// A short name for people.
  package var title: String?
  /// What the values mean, CommonMark.
  package var description: String?
  /// The allowed values, without null; `nil` when any value of the type is allowed. `const` is a list of one.
  package var enumValues: [YAMLNode]?
  /// What extensions say about the allowed values, by their text.
  package var valueMeanings: [String: ValueMeaning] = [:]
  /// The value that the server assumes when none is sent.
  package var defaultValue: YAMLNode?
  /// Members of an object, in document order.
  package var properties: [Property] = []
  /// Names of the members that every object has.
  package var required: [RequiredName] = []
  /// Which members an object may have beside its properties.
  package var additionalProperties: AdditionalProperties = .unstated
  /// The type of an array's elements, or of those that a tuple does not describe.
  package var items: SchemaOrReference?
  /// The types of an array's first elements, position by position.
  package var tupleItems: [SchemaOrReference] = []
  /// Schemas that hold for some values only (`then`, `else`, `dependentSchemas`): their members are optional.
  package var conditional: [SchemaOrReference] = []
  /// Schemas that must all hold.
  package var allOf: [SchemaOrReference] = []
  /// Schemas of which exactly one holds.
  package var oneOf: [SchemaOrReference] = []
  /// Schemas of which at least one holds.
  package var anyOf: [SchemaOrReference] = []
  /// The member that tells the alternatives apart.
  package var discriminator: Discriminator?
  /// Whether callers should stop using the value.
  package var deprecated = false
  /// Whether only the server sends the value.
  package var readOnly = false
  /// Whether only callers send the value.
  package var writeOnly = false
  /// Limits on values, in words, for documentation.
  package var constraints: [Constraint] = []
  /// A short value as an example, as JSON.
  package var example: String?
  /// The address of further documentation.
  package var externalDocs: String?
  /// What overlays say about the schema beyond OpenAPI.
  package var extensions = SchemaExtensions()
  /// Where the schema was written.
  package var span: SourceSpan

  /// A schema that allows everything.
  package init(span: SourceSpan) { self.span = span }

  /// A member of an object.
  package struct Property: Sendable {
    /// The member name on the wire.
    package var name: String
    /// The type of the member's value.
    package var schema: SchemaOrReference
    /// Every place where the name was written: several when the parts of an `allOf` describe the member.
    package var origins: [SourceSpan]
  }

  /// What is said about one of the allowed values.
  package struct ValueMeaning: Sendable {
    /// The name that people give it.
    package var name: String?
    /// What it means.
    package var description: String?

    /// - Parameters:
    ///   - name: the name that people give the value.
    ///   - description: what the value means.
    package init(name: String? = nil, description: String? = nil) {
      self.name = name
      self.description = description
    }
  }

  /// An entry of `required`.
  package struct RequiredName: Sendable {
    /// The member name on the wire.
    package var name: String
    /// Where the entry was written.
    package var span: SourceSpan
  }

  /// The meaning of `additionalProperties`.
  package enum AdditionalProperties: Sendable {
    /// Nothing is said; anything is allowed.
    case unstated
    /// Anything is allowed, in so many words.
    case allowed
    /// No other members.
    case forbidden
    /// Other members have values of this type.
    case schema(SchemaOrReference)
  }

  /// A limit such as `maxLength: 20`, as its keyword and the text of its value.
  package struct Constraint: Sendable, Equatable {
    /// The keyword of the schema.
    package var keyword: String
    /// The value as written.
    package var value: String
  }
}

/// A JSON type that a schema can name.
package enum SchemaType: String, Sendable {
  case string, integer, number, boolean, array, object
}

/// The Discriminator Object: the member whose value names the alternative.
package struct Discriminator: Sendable {
  /// The member name on the wire.
  package var propertyName: String
  /// Values of the member with the schema that each selects, in document order.
  package var mapping: [(value: String, target: Reference)]
  /// The component that any other value selects, and none (OpenAPI 3.2).
  package var defaultComponent: String?
  /// Where the discriminator was written.
  package var span: SourceSpan
}

/// A schema written in place, or a reference to one.
package indirect enum SchemaOrReference: Sendable {
  /// A schema written in place.
  case schema(Schema)
  /// A reference, with what was written beside `$ref`.
  case reference(Reference, Siblings)

  /// Keywords beside a `$ref`. OpenAPI 3.0 ignores them on paper; everybody who writes them means them.
  package struct Siblings: Sendable {
    /// What this use of the schema means.
    package var description: String?
    /// Whether null is allowed here.
    package var nullable = false
    /// Whether callers should stop using this member.
    package var deprecated = false
    /// Whether only the server sends this member.
    package var readOnly = false
    /// Whether only callers send this member.
    package var writeOnly = false
    /// The value that the server assumes when none is sent.
    package var defaultValue: YAMLNode?

    /// Nothing stands beside the reference.
    package init() {}
  }

  /// Where the schema or reference was written.
  package var span: SourceSpan {
    switch self {
    case .schema(let schema): schema.span
    case .reference(let reference, _): reference.span
    }
  }
}
