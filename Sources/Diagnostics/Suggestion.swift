/// Finds what somebody probably meant by a name that does not exist.
package enum Suggestion {
  /// The candidate that is fewest edits away from the name, if it is near enough to be worth mentioning; the first of
  /// several equally near ones. An edit inserts, removes, replaces or swaps characters; upper and lower case count as
  /// equal.
  package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= longestName else { return nil }
    let allowed = max(1, wanted.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      guard scalars.count <= longestName, abs(scalars.count - wanted.count) <= allowed else { continue }
      let distance = editDistance(wanted, scalars)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// A help text that names the nearest candidate, or else nothing.
  package static func help(for name: String, in candidates: some Sequence<String>) -> String? {
    nearest(to: name, in: candidates).map { "did you mean `\($0)`?" }
  }

  /// A help text that names the nearest candidate, or else nothing; the first by the alphabet of several equally near
  /// ones, because a set has another order in every run.
  package static func help(for name: String, in candidates: Set<String>) -> String? {
    help(for: name, in: candidates.sorted())
  }

  /// Longer names are not typed by hand, and comparing them would take long.
  private static let longestName = 200

  /// Optimal string alignment distance: insert, remove, replace, swap neighbours.
  static func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for i in first.indices {
      var current = [i + 1]
      current.reserveCapacity(second.count + 1)
      for j in second.indices {
        let replaced = last[j] + (first[i] == second[j] ? 0 : 1)
        var distance = min(replaced, last[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        current.append(distance)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
