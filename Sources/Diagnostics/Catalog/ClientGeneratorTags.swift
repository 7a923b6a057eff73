extension DiagnosticTag {
  /// The configuration is wrong.
  package static let invalidConfiguration = DiagnosticTag("invalid-configuration")
}

extension DiagnosticCatalog {
  /// What there is to say about findings of the generator as a whole.
  static let clientGenerator: [Entry] = [
    Entry(
      .invalidConfiguration,
      .fatal,
      summary: "the configuration is wrong",
      explanation: "The configuration has a key that does not exist, or a value that makes no sense.",
      remedy: "Correct the key or value that the message names."
    )
  ]
}
