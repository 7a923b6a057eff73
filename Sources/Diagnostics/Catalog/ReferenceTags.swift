extension DiagnosticTag {
  /// A reference leads nowhere.
  package static let unresolvedReference = DiagnosticTag("unresolved-reference")
  /// References lead back to themselves.
  package static let circularReference = DiagnosticTag("circular-reference")
  /// A reference leads to an object of another kind.
  package static let referenceToOtherKind = DiagnosticTag("reference-to-other-kind")
  /// A reference names an address on a network.
  package static let unsupportedReference = DiagnosticTag("unsupported-reference")
  /// Nothing refers to a component.
  package static let unusedComponent = DiagnosticTag("unused-component")
  /// A reference names a file that is not there or cannot be read.
  package static let missingFile = DiagnosticTag("missing-file")
}

extension DiagnosticCatalog {
  /// What there is to say about references.
  static let references: [Entry] = [
    Entry(
      .unresolvedReference,
      summary: "a reference leads nowhere",
      explanation: """
        No part of the document stands under this name. A schema is read as any value, and other parts are left out.
        """,
      remedy: "Correct the name, or add what is missing."
    ),
    Entry(
      .circularReference,
      summary: "a reference leads back to itself",
      explanation: """
        Following it never ends, so that it says nothing. A schema is read as any value, and other parts are left out. \
        A schema may well hold itself as a property: that is recursion, and needs no repair.
        """,
      remedy: "Break the circle."
    ),
    Entry(
      .referenceToOtherKind,
      summary: "a reference leads to an object of another kind",
      explanation: """
        For example, a schema is needed, and the reference leads to a parameter. Where there is one sensible reading, \
        such as the schema of that parameter, it is taken; otherwise the part is left out.
        """,
      remedy: "Refer to an object of the kind that the message names."
    ),
    Entry(
      .unsupportedReference,
      summary: "a reference names an address on a network",
      explanation: """
        The generator fetches nothing from a network: what it generates depends on files alone. A schema is read as any \
        value, and other parts are left out.
        """,
      remedy: "Keep a copy of the file beside the document, and refer to it by its path."
    ),
    Entry(
      .unusedComponent,
      .note,
      summary: "nothing refers to a component",
      explanation: """
        A parameter, request body or path item among the components has a part in the client only where an \
        operation refers to it. Schemas and responses are generated in any case.
        """,
      remedy: "Nothing, unless an operation should refer to it."
    ),
    Entry(
      .missingFile,
      summary: "a reference names a file that is not there or cannot be read",
      explanation: """
        Files are read below the folder of the document, or below the one that `--root` names, and nowhere else. A \
        schema is read as any value, and other parts are left out.
        """,
      remedy: "Put the file below the folder, correct its path, or name a folder that holds all files with `--root`."
    ),
  ]
}
