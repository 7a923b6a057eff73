extension DiagnosticTag {
  /// The text is not YAML or JSON.
  package static let yamlSyntax = DiagnosticTag("yaml-syntax")
  /// The bytes are not text in UTF-8 or UTF-16.
  package static let invalidEncoding = DiagnosticTag("invalid-encoding")
  /// A control character stands in the text.
  package static let controlCharacter = DiagnosticTag("control-character")
  /// The file holds no value.
  package static let emptyDocument = DiagnosticTag("empty-document")
  /// The file holds more than one document.
  package static let severalDocuments = DiagnosticTag("several-documents")
  /// A mapping has the same key twice.
  package static let duplicateKey = DiagnosticTag("duplicate-key")
  /// A key is a list or a mapping.
  package static let complexKey = DiagnosticTag("complex-key")
  /// An alias names no anchor above it.
  package static let unknownAlias = DiagnosticTag("unknown-alias")
  /// An alias stands inside what it refers to.
  package static let recursiveAlias = DiagnosticTag("recursive-alias")
  /// A merge key refers to something other than mappings.
  package static let invalidMerge = DiagnosticTag("invalid-merge")
  /// A tag is not known here, or does not fit its value.
  package static let yamlTag = DiagnosticTag("yaml-tag")
  /// Half of a surrogate pair stands in a JSON string.
  package static let loneSurrogate = DiagnosticTag("lone-surrogate")
  /// A document is larger or deeper than the budget allows.
  package static let documentTooLarge = DiagnosticTag("document-too-large")
}

extension DiagnosticCatalog {
  /// What the YAML and JSON reader reports.
  static let yamlReader: [Entry] = [
    Entry(
      .yamlSyntax,
      .fatal,
      summary: "the text is not YAML or JSON",
      explanation: "The file cannot be understood from the place shown on. The mistake is there or shortly before it.",
      remedy: "Look for a missing quote, bracket, colon or space, and for indentation that does not line up."
    ),
    Entry(
      .invalidEncoding,
      .fatal,
      summary: "the file is not text in UTF-8 or UTF-16",
      explanation: "A document is read as UTF-8, or as UTF-16 if it starts with a byte order mark.",
      remedy: "Save the file as UTF-8."
    ),
    Entry(
      .controlCharacter,
      .fatal,
      summary: "a control character stands in the text",
      explanation: "YAML allows no control characters but tab and line breaks. In quotes they can be written escaped.",
      remedy: "Remove the character, or write it as an escape such as \"\\x07\" in double quotes."
    ),
    Entry(
      .emptyDocument,
      .fatal,
      summary: "the file holds no value",
      explanation: "There is nothing in the file, or nothing but comments.",
      remedy: "Check that this is the right file, and that it was saved or fetched completely."
    ),
    Entry(
      .severalDocuments,
      summary: "the file holds more than one document",
      explanation: "A line `---` starts another YAML document. The first one is read, and what follows it is left out.",
      remedy: "Keep one document per file."
    ),
    Entry(
      .duplicateKey,
      summary: "a mapping has the same key twice",
      explanation: "The last one counts, and what the earlier one says is lost.",
      remedy: "Remove or rename one of the two."
    ),
    Entry(
      .complexKey,
      summary: "a key is a list or a mapping",
      explanation:
        "Keys are text. Often the cause is an unquoted placeholder such as `{name}`, which starts a mapping.",
      remedy: "Put the key in quotes."
    ),
    Entry(
      .unknownAlias,
      .fatal,
      summary: "an alias names no anchor above it",
      explanation: "`*name` repeats the value that was marked `&name` earlier in the same file; there is none.",
      remedy: "Define the anchor above, or put the text in quotes if the asterisk belongs to it."
    ),
    Entry(
      .recursiveAlias,
      .fatal,
      summary: "an alias stands inside what it refers to",
      explanation: "The value would contain itself and have no end.",
      remedy: "Break the circle; an OpenAPI schema refers to itself by `$ref`."
    ),
    Entry(
      .invalidMerge,
      .fatal,
      summary: "a merge key refers to something other than mappings",
      explanation: "`<<` takes over the keys of a mapping, or of a list of mappings.",
      remedy: "Give it an alias of a mapping, or put the key in quotes."
    ),
    Entry(
      .yamlTag,
      summary: "a tag is not known here, or does not fit its value",
      explanation:
        "Of YAML's tags those of the core schema have a meaning here: str, int, float, bool, null, map, seq.",
      remedy: "Remove the tag, or correct the value."
    ),
    Entry(
      .loneSurrogate,
      summary: "half of a surrogate pair stands in a string",
      explanation: "The escapes \\uD800 to \\uDFFF mean a character only in pairs. The half is read as U+FFFD.",
      remedy: "Write the whole pair, or the character itself."
    ),
    Entry(
      .documentTooLarge,
      .fatal,
      summary: "the document is larger or deeper than the budget allows",
      explanation: "Budgets for bytes, depth, values and repeated aliases keep a hostile document from using up the"
        + " machine.",
      remedy: "Check the place shown: the budgets are far beyond what a description of an API needs."
    ),
  ]
}
