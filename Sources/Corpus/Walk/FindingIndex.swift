import RecastDiagnostics
import RecastYAMLReader

/// Tells quickly whether a finding lies on some part of a document.
package struct FindingIndex: Sendable {
  private struct Places {
    /// Where findings start, sorted.
    var starts: [Int] = []
    /// The furthest end of all findings up to and including that place.
    var ends: [Int] = []
  }

  private let files: [String: Places]
  /// The places of all findings.
  let spans: [SourceSpan]

  /// Takes the findings of a run.
  ///
  /// - Parameter sections: the spans of the document's sections. A finding about a whole section says nothing of what is
  ///   in it.
  package init(_ diagnostics: [Diagnostic], sections: [SourceSpan]) {
    let wide = Dictionary(grouping: sections, by: \.file.path).mapValues { $0.map(\.range) }
    spans = diagnostics.compactMap(\.span).filter { span in
      !(wide[span.file.path] ?? []).contains {
        span.range.lowerBound <= $0.lowerBound && span.range.upperBound >= $0.upperBound
      }
    }
    files = Dictionary(grouping: spans, by: \.file.path).mapValues { spans in
      var places = Places()
      for range in spans.map(\.range).sorted(by: { $0.lowerBound < $1.lowerBound }) {
        places.starts.append(range.lowerBound)
        // An empty span stands before the byte that it points at.
        let end = max(range.upperBound, range.lowerBound + 1)
        places.ends.append(max(end, places.ends.last ?? 0))
      }
      return places
    }
  }

  /// Whether a finding lies on, within or around a span.
  func touch(_ span: SourceSpan) -> Bool {
    guard let places = files[span.file.path] else { return false }
    let before = places.starts.partitioningIndex { $0 >= span.range.upperBound }
    return before > 0 && places.ends[before - 1] > span.range.lowerBound
  }

  /// Whether a finding lies on a key or on its value, if that is a scalar.
  func touch(entry: YAMLEntry) -> Bool {
    touch(entry.keySpan) || (entry.value.scalarText != nil && touch(entry.value.span))
  }
}

extension Array {
  /// The first index of a sorted array for which the condition holds.
  fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
