import RecastDiagnostics

/// A place in each of two documents.
struct SourcePlaces {
  /// The place in the older document.
  var old: SourceSpan?
  /// The place in the newer document.
  var new: SourceSpan?
}
