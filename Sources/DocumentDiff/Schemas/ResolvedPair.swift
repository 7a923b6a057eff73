import RecastClientPlan
import RecastOpenAPIDocument

/// Both documents, so that what is found in one can be looked up in the other.
struct ResolvedPair {
  /// The older document.
  var old: ResolvedDocument
  /// The newer document.
  var new: ResolvedDocument
}
