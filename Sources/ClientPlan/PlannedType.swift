import RecastDiagnostics

/// The name of a generated type, with the types that it is nested in.
package struct TypeName: Hashable, Sendable {
  /// The names from the outermost type down; never empty.
  package let path: [Identifier]

  init(_ path: [Identifier]) { self.path = path }

  /// The type's own name.
  package var last: Identifier { path.last ?? Identifier("Value") }

  /// Whether the type is nested in no other.
  package var isTopLevel: Bool { path.count == 1 }
}

/// A use of a type.
package indirect enum TypeReference: Hashable, Sendable {
  case string, bool, int, int32, int64, uint64, double, float, decimal
  case date, calendarDate, uuid, url, data
  /// Any JSON value.
  case json
  /// A file to send, on disk or in memory.
  case uploadFile
  /// A field of a form that callers make.
  case multipartField
  /// A value that travels as a JSON string.
  case stringEncoded(TypeReference)
  /// A boolean that is written as one letter; inside of `stringEncoded` only.
  case letterBool
  /// Amounts by day and column.
  case budgetTable
  /// CSV in a JSON string.
  case csvText
  case array(TypeReference)
  /// A dictionary with string keys.
  case map(TypeReference)
  /// An element that may be null; members say so in their `Presence` instead.
  case nullable(TypeReference)
  /// A generated type.
  case named(TypeName)
}

/// Text of the document for people, to become a documentation comment.
package struct Documentation: Hashable, Sendable {
  /// Paragraphs of CommonMark, as written.
  package var paragraphs: [String] = []
  /// Whether the thing is not to be used any more.
  package var deprecated = false
}

/// A generated type declaration.
package struct PlannedDeclaration: Sendable {
  /// What kind of declaration it is.
  package enum Kind: Sendable {
    case object(PlannedObject)
    case enumeration(PlannedEnumeration)
    case union(PlannedUnion)
  }

  /// The name with its parents.
  package var name: TypeName
  /// What the document says about the type.
  package var documentation: Documentation
  /// The declaration's content.
  package var kind: Kind
  /// Types declared inside this one, in order of first use.
  package var nested: [PlannedDeclaration]
  /// Where the schema was written.
  package var span: SourceSpan
}

/// An object schema: a struct.
package struct PlannedObject: Sendable {
  /// Properties in document order.
  package var properties: [PlannedProperty]
  /// The type of all other members, where the document states one.
  package var additional: TypeReference?
  /// Whether the document allows no other members, so that none are kept.
  package var isClosed = false
  /// Known download keys of the job that this form describes, with their Swift names.
  package var downloadKeys: [PlannedConstant] = []
  /// Named ways to make a value.
  package var factories: [PlannedFactory] = []
  /// What those ways choose from.
  package var choices: [PlannedChoice] = []

  /// An object with these properties.
  package init(properties: [PlannedProperty], additional: TypeReference?) {
    self.properties = properties
    self.additional = additional
  }
}

/// A named string.
package struct PlannedConstant: Sendable {
  /// The Swift name.
  package var name: Identifier
  /// The text.
  package var value: String
}

/// A member of an object schema.
package struct PlannedProperty: Sendable {
  /// Whether a member must be there, and whether it may be null.
  package enum Presence: Sendable {
    case required, requiredNullable, optional, optionalNullable
  }

  /// The member name on the wire.
  package var wireName: String
  /// The Swift name.
  package var name: Identifier
  /// The type, without optionality.
  package var type: TypeReference
  /// Whether the member must be there, and whether it may be null.
  package var presence: Presence
  /// The default in initializers, where the document states one that Swift can express.
  package var defaultValue: PlannedLiteral?
  /// Whether the document allows a single value.
  package var isConstant: Bool
  /// Whether the value is kept in a box, because it holds values of its own type.
  package var isBoxed = false
  /// Every place in the document whose property this one expresses.
  package var origins: [SourceSpan]
  /// What the document says about the member.
  package var documentation: Documentation

  /// Whether the Swift type is optional.
  package var isOptional: Bool { presence != .required }
}

/// A value that generated code can write down.
package indirect enum PlannedLiteral: Sendable {
  case string(String)
  case bool(Bool)
  /// A number, in digits that are valid Swift.
  case number(String)
  /// A member of a generated enumeration.
  case member(Identifier)
  /// A list.
  case array([PlannedLiteral])
  /// A dictionary without entries.
  case emptyMap
  /// A text as a value of a type that keeps texts as they are.
  case verbatim(TypeReference, String)
  /// A value of a type with nothing in it.
  case empty(TypeReference)
}

/// An enumeration: an open struct around the raw value.
package struct PlannedEnumeration: Sendable {
  /// What travels.
  package enum RawType: Sendable {
    case string, int, double
  }

  /// A known value.
  package struct Case: Sendable {
    /// The Swift name.
    package var name: Identifier
    /// The raw value's text.
    package var rawValue: String
    /// What the document says about the value.
    package var documentation = Documentation()
  }

  /// What travels.
  package var rawType: RawType
  /// Known values in document order.
  package var cases: [Case]
}

/// A union (`oneOf`, `anyOf`): an enum with payloads.
package struct PlannedUnion: Sendable {
  /// An alternative.
  package struct Case: Sendable {
    /// The Swift name.
    package var name: Identifier
    /// The payload.
    package var type: TypeReference
    /// How a value of this alternative is recognised.
    package var match: Match
    /// What the document says about the payload.
    package var documentation: Documentation
    /// What a factory that builds the payload in place hands to its initializer; `nil` when there is no factory.
    package var factory: [FactoryArgument]? = nil
  }

  /// An argument of a payload's initializer in a factory.
  package enum FactoryArgument: Sendable {
    /// The caller gives it.
    case given(PlannedProperty)
    /// The alternative decides it.
    case preset(Identifier, PlannedLiteral)

    /// The property, if the caller gives it.
    package var given: PlannedProperty? {
      if case .given(let property) = self { property } else { nil }
    }
  }

  /// How an alternative is recognised.
  package enum Match: Sendable {
    /// The discriminator has one of these values.
    case discriminator([String])
    /// The value is of one of these JSON kinds.
    case kinds([JSONKind])
    /// The value is an object that has these members.
    case members([String])
    /// Of all alternatives this is the one that fits best. A member may be limited to some values.
    case closest(limits: Limits?)
    /// The discriminator has any other value.
    case otherwise
  }

  /// The few values that a member of an alternative has.
  package struct Limits: Sendable {
    /// The member name on the wire.
    package var member: String
    /// The values.
    package var values: [String]
  }

  /// The JSON kinds, named as the runtime names them.
  package enum JSONKind: String, Sendable {
    case bool, number, string, array, object
  }

  /// The member that tells the alternatives apart, where the document names one.
  package var discriminator: String?
  /// Whether factories are wanted although no member tells the alternatives apart.
  package var wantsFactories = false
  /// Alternatives in document order.
  package var cases: [Case]
}
