import RecastDiagnostics
import RecastJSONPath
import RecastYAMLReader

/// Ordered corrections to a document, after the OpenAPI Overlay Specification 1.0 and 1.1.
package struct OverlayDocument: Sendable {
  /// The version of the specification that the overlay names.
  package enum Version: Sendable, Hashable {
    /// Targets are mappings and lists only; an update of a list adds one item; nothing is copied.
    case v1_0
    /// Plain values can be replaced, lists are added to lists, and values can be copied.
    case v1_1
  }

  /// What the overlay says about itself.
  package let title: String
  /// The version of the specification that the overlay names.
  package let version: Version
  /// The document that the overlay is made for, as a URI reference.
  package let extends: YAMLNode?
  /// What is to be done, in order.
  package let actions: [OverlayAction]
}

/// One correction.
package struct OverlayAction: Sendable {
  /// What happens to each value that the target selects.
  package enum Change: Sendable {
    /// The value is merged in.
    case update(YAMLNode)
    /// The one value that the path selects in the document is merged in.
    case copy(JSONPath)
    /// The selected value is taken out of the mapping or list that holds it.
    case remove
    /// Nothing was asked for, or both an update and a copy: then neither counts.
    case nothing
  }

  /// Which values are changed.
  package let target: JSONPath
  /// What happens to them.
  package let change: Change
  /// Why, in the words of the overlay.
  package let description: String?
  /// Whether it is well if nothing is selected: `x-client-optional`.
  package let isOptional: Bool
  /// Where the action is written.
  package let span: SourceSpan
}
