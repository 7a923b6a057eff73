/// A rule that a request has to keep.
package struct PlannedCheck: Sendable {
  /// What the rule says.
  package enum Rule: Sendable {
    case ascending(strictly: Bool)
    case notEmpty
    case range(bounds: [(name: Identifier, number: String)])
    case allowed([String])
    case atMostOne
    case atLeastOne
    case required
    case forbidden
    case table(firstColumn: String, complete: Bool)
  }

  /// What the rule says.
  package var rule: Rule
  /// What the rule is about: pointers into the body, or names of query parameters behind `?`.
  package var places: [String]
  /// The place that decides whether the rule holds, and the values that it has then.
  package var condition: (place: String, values: [String])?
  /// What to do about it.
  package var remedy: String?
}

/// A method that changes what others may change meanwhile.
package struct PlannedEdit: Sendable {
  /// The method's name.
  package var methodName: Identifier
  /// The method of the same resource that lists what can be current.
  package var listMethod: Identifier
  /// The arguments that the list needs, by name.
  package var listArguments: [Identifier]
  /// The type of a listed item.
  package var item: TypeReference
  /// The member of an item that is true for what is current.
  package var current: MemberPath
  /// The member of an item that is the lock.
  package var lock: MemberPath
  /// The type of the body, and its member for the lock.
  package var body: TypeReference
  package var lockMember: Identifier
  /// The member of the body that callers make.
  package var formMember: PlannedProperty
  /// The status that says that the lock is old.
  package var conflict: Int
  /// How often it is tried.
  package var attempts: Int
}
