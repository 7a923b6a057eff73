extension DiagnosticTag {
  /// The configuration is wrong.
  package static let invalidConfiguration = DiagnosticTag("invalid-configuration")
  /// The manifest of the output folder is damaged.
  package static let brokenManifest = DiagnosticTag("broken-manifest")
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
    ),
    Entry(
      .brokenManifest,
      .warning,
      summary: "the manifest of the output folder is damaged",
      explanation: """
        The manifest lists the files that the generator wrote and the names that stay when the document changes. It \
        has a line that the generator did not write, most often after a merge.
        """,
      remedy: """
        Restore the file from version control, or run `recast-codegen generate`: lines that make sense are used, and \
        the manifest is written anew.
        """
    ),
  ]
}
