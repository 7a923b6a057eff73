import RecastDiagnostics

/// Tells the things of a document apart by where they start.
struct SourcePlace: Hashable, Sendable {
  let path: String
  let offset: Int

  init(_ span: SourceSpan) {
    path = span.file.path
    offset = span.range.lowerBound
  }
}
