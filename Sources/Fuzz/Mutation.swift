/// Changes a document at random, as mistakes and malice would.
struct Mutation {
  var random: SeededRandom

  /// Words that mean something in a document, and text that would mean something in the wrong place.
  private static let words = [
    "string", "integer", "number", "boolean", "array", "object", "null", "file", "date-time", "binary", "uuid", "int64",
    "query", "path", "header", "cookie", "form", "deepObject", "matrix", "simple", "spaceDelimited", "default", "2XX",
    "200", "204", "application/json", "multipart/form-data", "text/csv", "text/event-stream", "*/*", "", "a", "id",
    "self", "Type", "init", "\"; import Glibc; \"", "\\(x)", "*/", "\n", "\u{2028}import Glibc", "../..", "CON", "{id}",
    "/{a}/{b}", "é🧑‍🚀", "\0", "\u{202E}", "#", "~", "%", "#/components/schemas/", "-1", "1e400", "x[]", "a.b", "Any",
  ]
  private static let keys = [
    "type", "$ref", "allOf", "oneOf", "anyOf", "not", "items", "properties", "additionalProperties", "required", "enum",
    "const", "default", "nullable", "discriminator", "format", "readOnly", "writeOnly", "prefixItems", "if", "then",
    "else", "$defs", "schema", "content", "parameters", "responses", "requestBody", "in", "name", "style", "explode",
    "headers", "security", "servers", "tags", "operationId", "description", "title", "example", "deprecated", "get",
    "post", "x-enum-varnames", "x-client-type", "x-client-name", "x-client-ignore", "patternProperties", "mapping",
  ]

  /// A document with some changes.
  mutating func changed(_ tree: DocumentTree) -> DocumentTree {
    var tree = tree
    for _ in 0...random.below(6) {
      let count = tree.count
      let (target, other) = (random.below(count), tree.value(at: random.below(count)))
      // A copy of half of the document in many places is a matter of limits, not of mistakes.
      let small = other.count < 2_000 ? other : .scalar("null")
      tree.change(at: target) { change(&$0, other: small) }
    }
    return tree
  }

  private mutating func change(_ tree: inout DocumentTree, other: DocumentTree) {
    switch random.below(10) {
    case 0: tree = other
    case 1: tree = scalar()
    case 2: tree = .list([tree])
    case 3: tree = .mapping([(word(Self.keys), tree)])
    default: changeInside(&tree, other: other)
    }
  }

  private mutating func changeInside(_ tree: inout DocumentTree, other: DocumentTree) {
    switch tree {
    case .scalar: tree = tree.string.map { changed($0) } ?? scalar()
    case .list(var items):
      let position = random.below(items.count)
      switch random.below(4) {
      case 0 where !items.isEmpty: items.remove(at: position)
      case 1 where !items.isEmpty: items.append(items[position])
      case 2: items.reverse()
      default: items.append(other)
      }
      tree = .list(items)
    case .mapping(var entries):
      let position = random.below(entries.count)
      switch random.below(6) {
      case 0 where !entries.isEmpty: entries.remove(at: position)
      case 1 where !entries.isEmpty: entries.append(entries[position])
      case 2 where !entries.isEmpty: entries[position].key = changedText(entries[position].key)
      case 3 where !entries.isEmpty: entries[position].value = other
      case 4: entries.append((word(Self.words), other))
      default: entries.append((word(Self.keys), random.below(2) == 0 ? other : scalar()))
      }
      tree = .mapping(entries)
    }
  }

  private mutating func scalar() -> DocumentTree {
    let plain = ["null", "true", "false", "0", "-1", "1.5", "9223372036854775808", "1e400", "{}", "[]"]
    return random.below(2) == 0 ? .scalar(word(plain)) : .text(word(Self.words))
  }

  private mutating func changed(_ text: String) -> DocumentTree { .text(changedText(text)) }

  private mutating func changedText(_ text: String) -> String {
    switch random.below(5) {
    case 0: word(Self.words)
    case 1: text + word(Self.words)
    case 2: text.uppercased()
    case 3: String(text.dropLast(1 + random.below(3)))
    default: String(text.reversed())
    }
  }

  private mutating func word(_ words: [String]) -> String { words[random.below(words.count)] }

  /// Bytes with some of them changed, doubled or lost.
  mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(8) where !bytes.isEmpty {
      let start = random.below(bytes.count)
      let range = start..<min(bytes.count, start + 1 + random.below(random.below(4) == 0 ? 2_000 : 8))
      switch random.below(5) {
      case 0: bytes.removeSubrange(range)
      case 1: bytes.insert(contentsOf: bytes[range], at: random.below(bytes.count))
      case 2: bytes[start] = UInt8(truncatingIfNeeded: random.below(256))
      case 3:
        bytes.insert(
          contentsOf: word(["\n", "  ", "- ", ": ", "{", "]", "\"", "*a ", "&a ", "? ", "|\n"]).utf8,
          at: start
        )
      default: bytes.removeSubrange(start...)
      }
      // The rest of a document that is cut off is too little to be changed further.
      if bytes.count < 100 { break }
    }
    return bytes
  }
}
