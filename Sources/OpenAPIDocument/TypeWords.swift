/// What people write for a type who have more than one word to say.
enum TypeWords {
  /// The types between bars, commas or the word `or`, as in `string | null`, with `nil` for null; `nil` when these are
  /// no types.
  static func alternatives(_ text: String) -> [SchemaType?]? {
    guard text.count <= 60 else { return nil }
    var words = text.split { " |,/".contains($0) }.map { $0.lowercased() }
    words.removeAll { $0 == "or" }
    guard words.count > 1 else { return nil }
    var types: [SchemaType?] = []
    for word in words {
      if word == "null" || word == "nil" {
        types.append(nil)
      } else if let type = type(word) {
        types.append(type)
      } else {
        return nil
      }
    }
    return types
  }

  /// What a list holds that is written as `string[]`, `[string]`, `array[string]` or `array of strings`; `nil` when the
  /// text is no list, and without a type when that has none in JSON Schema.
  static func element(_ text: String) -> (type: SchemaType?, Void)? {
    let text = text.lowercased()
    for (start, end) in [("", "[]"), ("[", "]"), ("array[", "]"), ("array<", ">"), ("list<", ">"), ("array of ", "")]
    where text.hasPrefix(start) && text.hasSuffix(end) && text.count > start.count + end.count {
      let inner = String(text.dropFirst(start.count).dropLast(end.count))
      guard inner.allSatisfy(\.isLetter) else { continue }
      return (type(inner) ?? (inner.hasSuffix("s") ? type(String(inner.dropLast())) : nil), ())
    }
    return nil
  }

  private static func type(_ word: String) -> SchemaType? {
    SchemaType(rawValue: word) ?? Schema.foreignTypes[word]?.0
  }
}
