/// The first place where two texts differ, in the manner of `diff -u`.
package enum TextDifference {
  private static let context = 3
  private static let longest = 40

  /// The first differing hunk; `nil` when the texts are equal.
  package static func firstHunk(expected: String, actual: String) -> String? {
    guard expected != actual else { return nil }
    let old = lines(expected)
    let new = lines(actual)
    let same = zip(old, new).prefix { $0 == $1 }.count
    let (oldEnd, newEnd) = rejoin(old, new, from: same)
    let start = max(0, same - context)
    var hunk = ["@@ -\(start + 1) +\(start + 1) @@"]
    hunk += old[start..<same].map { " " + $0 }
    hunk += old[same..<oldEnd].map { "-" + $0 }
    hunk += new[same..<newEnd].map { "+" + $0 }
    hunk += old[oldEnd..<min(old.count, oldEnd + context)].map { " " + $0 }
    if hunk.count > longest { hunk = hunk.prefix(longest) + ["… \(hunk.count - longest) more lines"] }
    return hunk.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Where both texts have the same line again, with as few lines in between as possible.
  private static func rejoin(_ old: [String], _ new: [String], from start: Int) -> (old: Int, new: Int) {
    let most = (old.count - start) + (new.count - start)
    for distance in 0...most {
      for skipped in 0...distance {
        let (left, right) = (start + skipped, start + distance - skipped)
        if left < old.count, right < new.count, old[left] == new[right], !old[left].isEmpty { return (left, right) }
      }
    }
    return (old.count, new.count)
  }
}
