import RecastDiagnostics
import RecastYAMLReader

/// Which format a document is written in.
enum DocumentVersion {
  /// Swagger 2.0.
  case swagger
  /// OpenAPI 3.
  case openAPI

  /// The version that a document states, or that it looks like; `nil`, with an error, when it is none that can be read.
  init?(of root: YAMLNode, log: inout DiagnosticLog) {
    guard root.kind == .mapping else {
      log.error(
        .notOpenAPI,
        "this is not an OpenAPI document",
        at: root.span,
        label: "expected a mapping with the key `openapi`, found \(root.kind.inWords)"
      )
      return nil
    }
    let stated = [root.entry("openapi"), root.entry("swagger")].compactMap { $0 }.filter { !$0.value.isNull }
    guard let first = stated.first else {
      self.init(lookOf: root, log: &log)
      return
    }
    if let second = stated.dropFirst().first {
      log.warning(
        .doubtfulVersion,
        "the document states two versions",
        at: second.keySpan,
        label: "`\(first.key)` counts",
        help: "remove one of the two"
      )
    }
    self.init(stated: first, log: &log)
  }

  private init?(stated entry: YAMLEntry, log: inout DiagnosticLog) {
    let text = entry.value.scalarText ?? ""
    switch text.prefix(while: { $0 != "." }) {
    case "2": self = .swagger
    case "1":
      log.error(
        .unsupportedVersion,
        "Swagger version \(text) is not supported",
        at: entry.value.span,
        help: "convert the document to OpenAPI 3.0"
      )
      return nil
    case "3": self = .openAPI
    default:
      log.warning(
        .doubtfulVersion,
        "there is no OpenAPI version `\(text)` that is known here",
        at: entry.value.span,
        label: entry.key == "swagger" ? "read as version 2.0" : "read as version 3"
      )
      self = entry.key == "swagger" ? .swagger : .openAPI
    }
  }

  /// A document without version can be told by what it holds.
  private init?(lookOf root: YAMLNode, log: inout DiagnosticLog) {
    let hasPaths = ["paths", "components", "definitions", "webhooks"].contains { root[$0]?.kind == .mapping }
    let place = root.entries.first?.keySpan ?? root.span
    guard hasPaths else {
      log.error(
        .notOpenAPI,
        "the document does not state its OpenAPI version",
        at: place,
        help: "add `openapi: 3.0.3` as the first line, if it is an OpenAPI document"
      )
      return nil
    }
    let isOld = ["definitions", "host", "basePath", "securityDefinitions", "consumes"].contains { root[$0] != nil }
    self = isOld && root["components"] == nil ? .swagger : .openAPI
    log.warning(
      .doubtfulVersion,
      "the document does not state its OpenAPI version",
      at: place,
      label: "read as \(isOld ? "Swagger 2.0" : "OpenAPI 3.0")",
      help: "add `openapi: 3.0.3` as the first line"
    )
  }
}
