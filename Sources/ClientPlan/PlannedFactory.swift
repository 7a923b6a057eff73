/// A named way to make a value of an object: a static function.
package struct PlannedFactory: Sendable {
  /// What an argument is handed over as.
  package enum ArgumentType: Sendable {
    /// A type as it is, without optionality.
    case plain(TypeReference)
    /// One of several ways to settle members.
    case choice(TypeName)
  }

  /// An argument.
  package struct Argument: Sendable {
    /// The label and name.
    package var name: Identifier
    /// The type.
    package var type: ArgumentType
    /// Whether the argument may be nil.
    package var isOptional: Bool
    /// What it is unless given.
    package var defaultValue: PlannedLiteral?
    /// What is said about it.
    package var documentation: Documentation

    /// Whether callers can leave it out.
    package var hasDefault: Bool { isOptional || defaultValue != nil }
  }

  /// Where a member's value comes from.
  package enum Value: Sendable {
    /// It is always this.
    case fixed(PlannedLiteral)
    /// It is nil.
    case absent
    /// An argument, made into what the member takes.
    case argument(Identifier, isOptional: Bool)
    /// A choice that is an argument.
    case choice(Identifier)
  }

  /// The function's name.
  package var name: Identifier
  /// Arguments in the order of the signature.
  package var arguments: [Argument]
  /// The initializer's arguments in its order.
  package var members: [(property: PlannedProperty, value: Value)]
  /// Members that are sent as null, by their names on the wire.
  package var nulls: [String]
  /// What is said about the function.
  package var documentation: Documentation
}

/// One of several ways to settle members of an object: an enum with a case for each.
package struct PlannedChoice: Sendable {
  /// A way.
  package struct Case: Sendable {
    /// The name.
    package var name: Identifier
    /// What the case holds.
    package var arguments: [PlannedFactory.Argument]
    /// The values, one for each member of the choice.
    package var values: [PlannedFactory.Value]
    /// What is said about the case.
    package var documentation: Documentation
  }

  /// The type's name.
  package var typeName: TypeName
  /// The members that are settled.
  package var members: [PlannedProperty]
  /// The ways.
  package var cases: [Case]
  /// What is said about the choice.
  package var documentation: Documentation
}

extension TypeReference {
  /// What callers hand over for a member of this type: the value itself where it travels as text.
  package var plain: TypeReference {
    switch self {
    case .stringEncoded(.letterBool): .bool
    case .stringEncoded(let value): value
    default: self
    }
  }
}
