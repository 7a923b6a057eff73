import RecastDiagnostics

/// A `$ref` as it was written, with the component that it leads to.
///
/// What stands anywhere else, in this file or another, becomes a component when a reference to it is met, so that
/// nothing after the reader knows about places and files.
package struct Reference: Sendable {
  /// The text of the reference, for example `#/components/schemas/Report`.
  package let text: String
  /// Where the reference was written.
  package let span: SourceSpan
  /// The component that the reference leads to; `nil` when it leads nowhere, which was reported.
  package let target: Target?

  /// A component by kind and name.
  package struct Target: Sendable, Hashable {
    /// The kind of component.
    package let kind: Components.Kind
    /// The name among the components of its kind.
    package let name: String
  }

  init(text: String, span: SourceSpan, target: Target?) {
    self.text = text
    self.span = span
    self.target = target
  }

  /// A reference to a schema component that the document does not write out.
  package init(toSchema name: String, span: SourceSpan) {
    self.init(text: name, span: span, target: Target(kind: .schemas, name: name))
  }

  /// The name of a component of the given kind that this reference leads to, or `nil` when it leads elsewhere.
  package func componentName(in kind: Components.Kind) -> String? {
    guard let target, target.kind == kind else { return nil }
    return target.name
  }
}

/// An object of the document, or a reference to one.
package indirect enum Referenced<Object: Sendable>: Sendable {
  /// The object itself, written in place.
  case object(Object)
  /// A reference to an object elsewhere.
  case reference(Reference)
}
