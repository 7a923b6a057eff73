import RecastDiagnostics
import RecastYAMLReader

/// Reads an OpenAPI document out of its nodes.
package enum DocumentReader {
  /// Reads what the document says, and reports what makes no sense.
  ///
  /// - Parameters:
  ///   - root: the root of the document.
  ///   - files: the document and the files that its references may lead into; `nil` stands for the document alone.
  ///   - log: takes what makes no sense.
  /// - Returns: The document, or `nil` when it is not an OpenAPI document at all. Errors in the log mean that the
  ///   document must not be used, even if one is returned.
  package static func read(_ root: YAMLNode, files: DocumentFiles? = nil, log: inout DiagnosticLog) -> Document? {
    let references = ReferenceTable(root, files: files ?? DocumentFiles(main: root))
    var reader = NodeReader(log: log, references: references)
    defer { log = reader.log }
    guard isReadable(root, &reader) else { return nil }
    reader.checkKeys(of: root, .root)
    var document = Document(
      info: Info(reading: root["info"], &reader),
      servers: Server.list(reading: root["servers"], &reader),
      paths: reader.entries(root["paths"], "`paths`").map { PathItem(reading: $0, &reader) },
      components: Components(reading: root["components"], &reader),
      security: SecurityRequirement.list(reading: root["security"], &reader),
      tags: reader.items(root["tags"], "`tags`").compactMap { Tag(reading: $0, &reader) },
      scope: ScopeExtension(reading: root, &reader)
    )
    reader.reportPassive(root["webhooks"], "webhooks")
    document.components.readTargets(&reader)
    return document
  }

  /// Whether the document is one of a version that is read.
  private static func isReadable(_ root: YAMLNode, _ reader: inout NodeReader) -> Bool {
    guard root.kind == .mapping else {
      reader.log.error(
        .notOpenAPI,
        "this is not an OpenAPI document",
        at: root.span,
        label: "expected a mapping with the key `openapi`, found \(root.kind.inWords)"
      )
      return false
    }
    guard let version = root["openapi"]?.scalarText ?? root["swagger"]?.scalarText else {
      reader.log.error(
        .notOpenAPI,
        "the document does not state its OpenAPI version",
        at: root.entries.first?.keySpan ?? root.span,
        help: "add `openapi: 3.0.3` as the first line, if it is an OpenAPI document"
      )
      return false
    }
    guard version.hasPrefix("3.") else {
      reader.log.error(
        .unsupportedVersion,
        "OpenAPI version \(version) is not supported yet",
        at: (root["openapi"] ?? root["swagger"])?.span,
        help: "convert the document to OpenAPI 3.0"
      )
      return false
    }
    return true
  }
}
