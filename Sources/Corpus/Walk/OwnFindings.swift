import RecastDiagnostics

/// The properties that a finding within their schema is about: of the properties that hold the finding, the innermost.
struct OwnFindings {
  private var places: Set<SourcePlace> = []

  init(_ properties: [DocumentWalk.Property], findings: FindingIndex) {
    let properties = Dictionary(grouping: properties, by: \.key.file.path)
    for (path, spans) in Dictionary(grouping: findings.spans, by: \.file.path) {
      add(properties[path] ?? [], spans)
    }
  }

  func contains(_ property: DocumentWalk.Property) -> Bool { places.contains(SourcePlace(property.key)) }

  /// Properties nest like brackets, so one pass over them and the findings, both in document order, is enough.
  private mutating func add(_ properties: [DocumentWalk.Property], _ spans: [SourceSpan]) {
    let sorted = properties.sorted { $0.key.range.lowerBound < $1.key.range.lowerBound }
    var next = sorted.startIndex
    var around: [(property: DocumentWalk.Property, end: Int)] = []
    for span in spans.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let offset = span.range.lowerBound
      while next < sorted.endIndex, sorted[next].key.range.lowerBound <= offset {
        let property = sorted[next]
        while let last = around.last, last.end <= property.key.range.lowerBound { around.removeLast() }
        around.append((property, property.end))
        next += 1
      }
      while let last = around.last, last.end <= offset { around.removeLast() }
      if let innermost = around.last { places.insert(SourcePlace(innermost.property.key)) }
    }
  }
}

extension DocumentWalk.Property {
  /// Where the property's schema ends. A schema that is used through an alias stands elsewhere.
  fileprivate var end: Int {
    let value = schema.span
    let follows = value.file.path == key.file.path && value.range.lowerBound >= key.range.upperBound
    return follows ? max(value.range.upperBound, key.range.upperBound) : key.range.upperBound
  }
}
