/// Turns a document's names into Swift's: words in camel case, initialisms in capitals.
package enum SwiftName {
  /// A name for a value: `deployment_id` becomes `deploymentID`, `HTMLBody` becomes `htmlBody`.
  package static func value(_ text: String) -> Identifier {
    assemble(words(of: text), capitalizesFirst: false) ?? Identifier("value")
  }

  /// A name for a type: `insights_overview` becomes `InsightsOverview`.
  package static func type(_ text: String) -> Identifier {
    assemble(words(of: text), capitalizesFirst: true) ?? Identifier("Value")
  }

  /// A name for a value, out of words.
  package static func value(words: [String]) -> Identifier {
    assemble(words, capitalizesFirst: false) ?? Identifier("value")
  }

  /// The words of a name: parts between anything that is neither a letter nor a digit, and between case changes.
  package static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    let scalars = Array(text.unicodeScalars.prefix(200))
    func isUpper(_ index: Int) -> Bool { scalars.indices.contains(index) && Self.isUpper(scalars[index]) }
    func isLower(_ index: Int) -> Bool { scalars.indices.contains(index) && Self.isLower(scalars[index]) }
    for (index, scalar) in scalars.enumerated() {
      guard Identifier.isDigit(scalar) || (Identifier.isHead(scalar) && scalar != "_") else {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      let startsWord = isUpper(index) && !word.isEmpty && (!isUpper(index - 1) || isLower(index + 1))
      // In `IDs` and `URLs` the plural ending belongs to the initialism.
      let isPlural = isLower(index + 1) && scalars[index + 1] == "s" && !isLower(index + 2) && isUpper(index - 1)
      if startsWord && !isPlural {
        words.append(word)
        word = ""
      }
      word.unicodeScalars.append(scalar)
    }
    if !word.isEmpty { words.append(word) }
    return signed(text, shortened(words).map { $0.lowercased() })
  }

  /// More letters than this are read by nobody, and fit on no line.
  private static let maximumLength = 80

  /// The first words, as many as make a name of sensible length.
  private static func shortened(_ words: [String]) -> [String] {
    var room = maximumLength
    var kept: [String] = []
    for word in words {
      guard word.unicodeScalars.count <= room else {
        if kept.isEmpty { kept = [String(word.unicodeScalars.prefix(room))] }
        break
      }
      kept.append(word)
      room -= word.unicodeScalars.count
    }
    return kept
  }

  // ASCII, of which most names consist, needs no table.
  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
  }

  private static func isLower(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value) : scalar.properties.isLowercase
  }

  /// The singular of an English word, as far as a few rules know it; `nil` when the word is not a plural.
  package static func singular(_ word: String) -> String? {
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
    guard word.hasSuffix("s"), word.count > 2 else { return nil }
    for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return nil }
    return String(word.dropLast())
  }

  /// Signs decide between `-created_at` and `created_at`, and are all there is of `>=`.
  private static func signed(_ text: String, _ words: [String]) -> [String] {
    guard let first = text.unicodeScalars.first, let sign = signs[first] else { return words }
    if words.isEmpty { return text.unicodeScalars.prefix(4).compactMap { signs[$0] } }
    return first == "-" || first == "+" ? [sign] + words : words
  }

  private static let signs: [Unicode.Scalar: String] = [
    "+": "plus", "-": "minus", "*": "star", "/": "slash", "<": "less", ">": "greater", "=": "equal", "!": "not",
    "@": "at", "#": "number", "$": "dollar", "%": "percent", "&": "and", "|": "or", ".": "dot", ",": "comma",
    "?": "question", "~": "tilde", "^": "caret", ":": "colon",
  ]

  private static let initialisms: Set<String> = [
    "api", "cpa", "cpm", "csv", "ftp", "html", "http", "https", "id", "ids", "io", "ip", "json", "kpi", "kpis", "mroi",
    "pdf", "roi", "sdk", "sku", "sms", "sql", "ssh", "ssl", "tls", "tv", "ui", "uri", "uris", "url", "urls", "utc",
    "utf", "uuid", "uuids", "vat", "xml",
  ]

  private static func assemble(_ words: [String], capitalizesFirst: Bool) -> Identifier? {
    var text = ""
    for word in words {
      if text.isEmpty && !capitalizesFirst {
        text = word
      } else if initialisms.contains(word) {
        text +=
          word.hasSuffix("s") && initialisms.contains(String(word.dropLast()))
          ? word.dropLast().uppercased() + "s"
          : word.uppercased()
      } else {
        // Two numbers side by side would otherwise read as one.
        if text.last?.isNumber == true, word.first?.isNumber == true { text += "_" }
        text += word.prefix(1).uppercased() + word.dropFirst()
      }
    }
    if let first = text.unicodeScalars.first, Identifier.isDigit(first) { text = "_" + text }
    return Identifier(text)
  }
}
