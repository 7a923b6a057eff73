import RecastDiagnostics

/// Everything that will be generated: references resolved, names assigned, conventions decided.
package struct Plan: Sendable {
  /// The root type and how it connects.
  package var root: PlannedRoot
  /// The scope object, where the document has one.
  package var scope: PlannedScope?
  /// Resources in document order.
  package var resources: [PlannedResource]
  /// Top-level types, in document order.
  package var declarations: [PlannedDeclaration]
  /// How visible generated declarations are.
  package var access: PlannerConfiguration.Access
  /// The names that a later run is to start with.
  package var names: NameLock

  /// Every operation.
  package var operations: [PlannedOperation] { resources.flatMap(\.operations) }
}

/// The type that callers start from.
package struct PlannedRoot: Sendable {
  /// The type's name.
  package var name: Identifier
  /// Where the API is.
  package var servers: PlannedServers
  /// The environment variables that hold the token, in the order in which they are tried.
  package var credentialEnvironment: [String]
  /// The credentials that calls need: one for each security scheme, in the document's order.
  package var credentials: [PlannedCredential]
  /// Whether a client can do without any credential.
  package var isCredentialOptional: Bool
  /// What the document says about the API.
  package var documentation: Documentation
}

/// The object between the root and the resources, for paths that all start with the same parameter.
package struct PlannedScope: Sendable {
  /// The method that makes the scope, and the parameter's Swift name.
  package var name: Identifier
  /// The scope's type.
  package var typeName: TypeName
  /// The parameter's type.
  package var type: TypeReference
  /// What the document says about the parameter.
  package var documentation: Documentation
}

/// Operations under one property.
package struct PlannedResource: Sendable {
  /// The property's name.
  package var name: Identifier
  /// The resource's type.
  package var typeName: TypeName
  /// Whether the resource belongs to the scope rather than to the root.
  package var isScoped: Bool
  /// What the document says about the group.
  package var documentation: Documentation
  /// Operations in document order.
  package var operations: [PlannedOperation]
}
