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
    guard let version = DocumentVersion(of: root, log: &log) else { return nil }
    var files = files ?? DocumentFiles(main: root)
    let upgraded = files.upgrade(from: version, log: &log)
    let root = ClientSchemas.attached(to: upgraded, &files, log: &log)
    var reader = NodeReader(log: log, references: ReferenceTable(root, files: files))
    reader.dynamic = DynamicReferences(root)
    defer { log = reader.log }
    reader.checkKeys(of: root, .root)
    let document = document(root, &reader)
    Components.reportUnused(in: root["components"], &reader)
    return reader.references.startAgain() ? self.document(root, &reader) : document
  }

  private static func document(_ root: YAMLNode, _ reader: inout NodeReader) -> Document {
    var document = Document(
      info: Info(reading: root["info"], &reader),
      servers: Server.list(reading: root["servers"], &reader),
      paths: reader.entries(root["paths"], "`paths`").map { PathItem(reading: $0, &reader) },
      components: Components(reading: root["components"], &reader),
      security: SecurityRequirement.list(reading: root["security"], &reader),
      tags: reader.items(root["tags"], "`tags`").compactMap { Tag(reading: $0, &reader) },
      externalDocs: ExternalDocumentation(reading: root["externalDocs"], &reader),
      scope: ScopeExtension(reading: root, &reader)
    )
    reader.reportPassive(root["webhooks"], "webhooks")
    document.components.readTargets(&reader)
    document.hasOneWayMembers = reader.hasOneWayMembers
    return document
  }
}
