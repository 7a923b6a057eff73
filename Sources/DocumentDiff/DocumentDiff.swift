import RecastClientPlan
import RecastOpenAPIDocument

/// One of two documents that are compared.
package struct DiffSide: Sendable {
  /// What was written.
  package var document: Document
  /// The client that comes of it.
  package var plan: Plan

  /// - Parameters:
  ///   - document: what was written.
  ///   - plan: the client that comes of it.
  package init(document: Document, plan: Plan) {
    self.document = document
    self.plan = plan
  }
}

/// Compares two OpenAPI documents, and says what each difference means to callers.
package enum DocumentDiff {
  /// The differences between two documents: those of the whole API, then those of operations in the order of the newer
  /// document, with those that only the older one has at the end.
  ///
  /// What says the same in other words is no difference: versions of the format, the order of anything, references and
  /// what they lead to, `allOf` and what it comes to, the spellings of null, and the names of path parameters.
  ///
  /// - Parameter descriptions: whether words for people are compared as well.
  package static func changes(from old: DiffSide, to new: DiffSide, descriptions: Bool = false) -> [Change] {
    var comparer = DocumentComparer(old, new, descriptions: descriptions)
    return comparer.changes()
  }
}
