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
    signed(text, asciiWords(of: text) ?? unicodeWords(of: text))
  }

  /// The words of a name of ASCII letters, as most are; `nil` for other names.
  private static func asciiWords(of text: String) -> [String]? {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      let bytes = bytes.prefix(maximumScalars)
      let kinds = bytes.map { Kind(Unicode.Scalar($0)) }
      return wordRanges(kinds, isPluralEnding: { bytes[$0] == UInt8(ascii: "s") }).map { range in
        String(unsafeUninitializedCapacity: range.count) { word in
          for position in range {
            let isUpper = kinds[position] == .upper
            word.initializeElement(at: position - range.lowerBound, to: bytes[position] | (isUpper ? 0x20 : 0))
          }
          return range.count
        }
      }
    } ?? nil
  }

  private static func unicodeWords(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars.prefix(maximumScalars))
    let kinds = scalars.map(Kind.init)
    return wordRanges(kinds, isPluralEnding: { scalars[$0] == "s" }).map { range in
      String(String.UnicodeScalarView(scalars[range])).lowercased()
    }
  }

  /// Nothing further along in a name is looked at.
  private static let maximumScalars = 200
  /// More letters than this are read by nobody, and fit on no line.
  private static let maximumLength = 80

  /// Where the words of a name are: as many of the first ones as make a name of sensible length.
  private static func wordRanges(_ kinds: [Kind], isPluralEnding: (Int) -> Bool) -> [Range<Int>] {
    func kindOrNone(_ index: Int) -> Kind { kinds.indices.contains(index) ? kinds[index] : .separator }
    var ranges: [Range<Int>] = []
    var room = maximumLength
    var start: Int?
    for index in 0...kinds.count {
      let current = kindOrNone(index)
      guard let begin = start else {
        start = current == .separator ? nil : index
        continue
      }
      let (previous, next) = (kindOrNone(index - 1), kindOrNone(index + 1))
      let startsWord = current == .upper && (previous != .upper || next == .lower)
      // In `IDs` and `URLs` the plural ending belongs to the initialism.
      let isPlural =
        previous == .upper && next == .lower && isPluralEnding(index + 1) && kindOrNone(index + 2) != .lower
      guard current == .separator || startsWord && !isPlural else { continue }
      guard index - begin <= room else { return ranges.isEmpty ? [begin..<begin + room] : ranges }
      ranges.append(begin..<index)
      room -= index - begin
      start = current == .separator ? nil : index
    }
    return ranges
  }

  /// What a scalar is in a name.
  private enum Kind {
    case separator, digit, upper, lower, letter

    // ASCII, of which most names consist, needs no table.
    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x30...0x39: self = .digit
      case 0x41...0x5A: self = .upper
      case 0x61...0x7A: self = .lower
      case 0..<0x80: self = .separator
      case _ where !Identifier.isHead(scalar): self = .separator
      default: self = scalar.properties.isUppercase ? .upper : scalar.properties.isLowercase ? .lower : .letter
      }
    }
  }

  /// The singular of an English word, as far as a few rules know it; `nil` when the word is not a plural.
  package static func singular(_ word: String) -> String? {
    if let known = irregularPlurals[word] { return known == word ? nil : known }
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
    guard word.hasSuffix("s"), word.count > 2 else { return nil }
    for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return nil }
    return String(word.dropLast())
  }

  /// Plurals that the rules get wrong and that APIs have; what has no plural stands for itself.
  private static let irregularPlurals: [String: String] = [
    "statuses": "status", "bonuses": "bonus", "buses": "bus", "viruses": "virus", "campuses": "campus",
    "censuses": "census", "analyses": "analysis", "diagnoses": "diagnosis", "movies": "movie", "cookies": "cookie",
    "calories": "calorie", "leaves": "leaf", "people": "person", "children": "child", "series": "series",
    "species": "species", "news": "news", "aliases": "alias", "canvases": "canvas", "gases": "gas",
  ]

  /// Signs decide between `-created_at` and `created_at`, and are all there is of `>=`.
  private static func signed(_ text: String, _ words: [String]) -> [String] {
    guard let first = text.unicodeScalars.first, !Identifier.isHead(first), let sign = signs[first] else {
      return words
    }
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
    // Put together in bytes: a text would look at what it holds with every piece that is added.
    var name: [UInt8] = []
    for word in words {
      if name.isEmpty && !capitalizesFirst {
        name += word.utf8
      } else if word.utf8.count <= longestInitialism, initialisms.contains(word) {
        let isPlural = word.hasSuffix("s") && initialisms.contains(String(word.dropLast()))
        name += (isPlural ? word.dropLast().uppercased() + "s" : word.uppercased()).utf8
      } else {
        // Two numbers side by side would otherwise read as one.
        if endsInNumber(name), startsWithNumber(word) { name.append(UInt8(ascii: "_")) }
        append(capitalized: word, to: &name)
      }
    }
    let text = String(decoding: name, as: UTF8.self)
    return Identifier(text.unicodeScalars.first.map(Identifier.isDigit) == true ? "_" + text : text)
  }

  private static let longestInitialism = initialisms.map(\.utf8.count).max() ?? 0

  private static func append(capitalized word: String, to name: inout [UInt8]) {
    guard let first = word.utf8.first, first < 0x80 else {
      name += (word.prefix(1).uppercased() + word.dropFirst()).utf8
      return
    }
    let position = name.count
    name += word.utf8
    if (0x61...0x7A).contains(first) { name[position] = first - 0x20 }
  }

  private static func endsInNumber(_ name: [UInt8]) -> Bool {
    guard let last = name.last else { return false }
    return last < 0x80 ? (0x30...0x39).contains(last) : String(decoding: name, as: UTF8.self).last?.isNumber == true
  }

  private static func startsWithNumber(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return first < 0x80 ? (0x30...0x39).contains(first) : word.first?.isNumber == true
  }
}
