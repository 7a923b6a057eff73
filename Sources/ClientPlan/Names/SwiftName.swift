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
      return wordRanges(count: bytes.count, isPluralEnding: { bytes[$0] == UInt8(ascii: "s") }) {
        Kind(Unicode.Scalar(bytes[$0]))
      }.map { range in
        String(unsafeUninitializedCapacity: range.count) { word in
          for (position, byte) in bytes[range].enumerated() {
            let isUpper = (0x41...0x5A).contains(byte)
            word.initializeElement(at: position, to: byte | (isUpper ? 0x20 : 0))
          }
          return range.count
        }
      }
    } ?? nil
  }

  private static func unicodeWords(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars.prefix(maximumScalars))
    let kinds = scalars.map(Kind.init)
    return wordRanges(count: scalars.count, isPluralEnding: { scalars[$0] == "s" }) { kinds[$0] }.map { range in
      String(String.UnicodeScalarView(scalars[range])).lowercased()
    }
  }

  /// Nothing further along in a name is looked at.
  private static let maximumScalars = 200
  /// More letters than this are read by nobody, and fit on no line.
  private static let maximumLength = 80

  /// Where the words of a name are: as many of the first ones as make a name of sensible length.
  private static func wordRanges(
    count: Int,
    isPluralEnding: (Int) -> Bool,
    kind: (Int) -> Kind
  ) -> [Range<Int>] {
    func kindOrNone(_ index: Int) -> Kind { index >= 0 && index < count ? kind(index) : .separator }
    var ranges: [Range<Int>] = []
    var room = maximumLength
    var start: Int?
    for index in 0...count {
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
    var text = ""
    for word in words {
      if text.isEmpty && !capitalizesFirst {
        text = word
      } else if word.utf8.count <= longestInitialism, initialisms.contains(word) {
        text +=
          word.hasSuffix("s") && initialisms.contains(String(word.dropLast()))
          ? word.dropLast().uppercased() + "s"
          : word.uppercased()
      } else {
        // Two numbers side by side would otherwise read as one.
        if endsInNumber(text), startsWithNumber(word) { text += "_" }
        appendCapitalized(word, to: &text)
      }
    }
    if let first = text.unicodeScalars.first, Identifier.isDigit(first) { text = "_" + text }
    return Identifier(text)
  }

  private static let longestInitialism = initialisms.map(\.utf8.count).max() ?? 0

  private static func appendCapitalized(_ word: String, to text: inout String) {
    guard let first = word.utf8.first, first < 0x80 else {
      text += word.prefix(1).uppercased() + word.dropFirst()
      return
    }
    let isLower = (0x61...0x7A).contains(first)
    text.unicodeScalars.append(Unicode.Scalar(isLower ? first - 0x20 : first))
    text += Substring(word.unicodeScalars.dropFirst())
  }

  private static func endsInNumber(_ text: String) -> Bool {
    guard let last = text.utf8.last else { return false }
    return last < 0x80 ? (0x30...0x39).contains(last) : text.last?.isNumber == true
  }

  private static func startsWithNumber(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return first < 0x80 ? (0x30...0x39).contains(first) : word.first?.isNumber == true
  }
}
