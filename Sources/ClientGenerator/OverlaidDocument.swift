import RecastDiagnostics
import RecastOverlay
import RecastYAMLReader

/// A notation for documents.
package enum DocumentForm: String, Sendable, CaseIterable {
  /// YAML in block style.
  case yaml
  /// JSON with indentation.
  case json
}

extension Generator {
  /// The document as it is after all overlays, and before anything else is made of it.
  ///
  /// - Parameters:
  ///   - form: how it is written; comments are lost in any case.
  ///   - log: takes everything that is worth telling.
  /// - Returns: the text, or `nil` when the log holds an error.
  package static func overlaidDocument(
    _ input: GeneratorInput,
    as form: DocumentForm,
    log: inout DiagnosticLog
  ) -> String? {
    _ = configuration(input, log: &log)
    let root = overlaidRoot(input, log: &log)
    log.settle()
    guard let root, !log.hasErrors else { return nil }
    switch form {
    case .yaml: return YAMLWriter.text(of: root)
    case .json: return JSONWriter.text(of: root)
    }
  }

  /// The root of the document after all overlays; `nil` when one of the files cannot be used.
  static func overlaidRoot(_ input: GeneratorInput, log: inout DiagnosticLog) -> YAMLNode? {
    guard var root = YAMLParser.parse(input.document, log: &log) else { return nil }
    for file in input.overlays {
      guard let node = YAMLParser.parse(file, log: &log), let overlay = OverlayDocument.read(node, log: &log),
        let result = overlay.apply(to: root, log: &log)
      else { return nil }
      root = result
    }
    return root
  }
}
