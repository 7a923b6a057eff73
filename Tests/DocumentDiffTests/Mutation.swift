import Foundation
import RecastDocumentDiff
import RecastFuzz
import RecastOpenAPIDocument

/// A change of a document that was made on purpose, as an overlay, and what has to be reported because of it.
struct Mutation: CustomStringConvertible {
  /// What is done to a document.
  enum Kind: CaseIterable {
    case removeOperation, deprecateOperation, addTag, renameOperation
    case addOptionalParameter, addRequiredParameter, addFailure, addHeader, addServer, addMember, removeMember
  }

  /// What is done.
  let kind: Kind
  /// The overlay that does it.
  let overlay: String
  /// The ids that the change may have: one, unless it depends on where a schema is used.
  let ids: Set<String>
  /// The level of the change; `nil` when it depends on where a schema is used.
  let level: ChangeLevel?
  /// The operation; `nil` where every operation that uses the changed schema reports it, and what is no operation's.
  let operation: Change.Operation?
  /// The end of the way to the member that was changed.
  var member: String?

  var description: String { "\(kind) \(operation.map { "\($0.method) \($0.path)" } ?? "") \(overlay)" }

  /// A mutation that is drawn by chance; `nil` when the document has nothing that it could be made of.
  init?(_ document: Document, using random: inout SeededRandom) {
    guard let kind = Kind.allCases.randomElement(using: &random) else { return nil }
    switch kind {
    case .addServer:
      guard !document.servers.isEmpty else { return nil }
      self.init(kind, "$", #"{servers: [{url: "https://added.example"}]}"#, ["api-server-added"], .info)
    case .addMember, .removeMember: self.init(kind, document, &random)
    default:
      let operations = document.paths.flatMap { item in item.operations.map { (item, $0) } }
      guard let (item, operation) = operations.randomElement(using: &random) else { return nil }
      self.init(kind, item, operation, &random)
    }
  }

  private init(
    _ kind: Kind,
    _ target: String,
    _ update: String?,
    _ ids: Set<String>,
    _ level: ChangeLevel?,
    _ operation: Change.Operation? = nil
  ) {
    self.kind = kind
    self.ids = ids
    self.level = level
    self.operation = operation
    let action = update.map { "update: \($0)" } ?? "remove: true"
    overlay = """
      overlay: 1.1.0
      info: {title: One change, version: "1"}
      actions:
        - target: \(Self.quoted(target))
          \(action)

      """
  }

  private init?(
    _ kind: Kind,
    _ item: PathItem,
    _ operation: RecastOpenAPIDocument.Operation,
    _ random: inout SeededRandom
  ) {
    let key = Change.Operation(method: operation.method.name, path: item.path)
    let path = item.path.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    let target = "$.paths['\(path)'].\(operation.method.name.lowercased())"
    switch kind {
    case .removeOperation:
      let isLast = item.operations.count == 1
      let id = "api-\(isLast ? "path-" : "")removed-with\(operation.deprecated ? "" : "out")-deprecation"
      self.init(kind, isLast ? "$.paths['\(path)']" : target, nil, [id], operation.deprecated ? .info : .error, key)
    case .deprecateOperation:
      guard !operation.deprecated else { return nil }
      self.init(kind, target, "{deprecated: true}", ["endpoint-deprecated"], .info, key)
    case .addTag:
      guard !operation.tags.isEmpty else { return nil }
      self.init(kind, target, "{tags: [An added tag]}", ["api-tag-added"], .info, key)
    case .renameOperation:
      guard operation.operationID != nil else { return nil }
      self.init(kind, target, "{operationId: aNameOfItsOwn}", ["api-operation-id-removed"], .info, key)
    case .addOptionalParameter:
      let parameter = "{parameters: [{name: x-added, in: header, schema: {type: string}}]}"
      self.init(kind, target, parameter, ["new-optional-request-parameter"], .info, key)
    case .addRequiredParameter:
      let parameter = "{parameters: [{name: x-added, in: query, required: true, schema: {type: string}}]}"
      self.init(kind, target, parameter, ["new-required-request-parameter"], .error, key)
    case .addFailure:
      guard !operation.responses.contains(where: { $0.status == "418" }) else { return nil }
      let response = #"{responses: {"418": {description: A teapot.}}}"#
      self.init(kind, target, response, ["response-non-success-status-added"], .info, key)
    case .addHeader:
      guard let keyed = operation.responses.randomElement(using: &random), case .object = keyed.response else {
        return nil
      }
      let header = "{headers: {X-Added: {schema: {type: string}}}}"
      self.init(
        kind,
        "\(target).responses['\(keyed.span.text.filter { $0 != "\"" && $0 != "'" })']",
        header,
        ["response-header-added"],
        .info,
        key
      )
    case .addServer, .addMember, .removeMember: return nil
    }
  }

  /// A change of a component that is an object.
  private init?(_ kind: Kind, _ document: Document, _ random: inout SeededRandom) {
    let objects = document.components.schemas.filter { component in
      guard case .schema(let schema) = component.object, schema.allOf.isEmpty else { return false }
      return schema.properties.contains { !$0.name.contains("'") && !$0.name.contains("\\") }
    }
    guard let component = objects.randomElement(using: &random), case .schema(let schema) = component.object,
      let property = schema.properties.randomElement(using: &random)
    else { return nil }
    let target = "$.components.schemas['\(component.name)'].properties"
    if kind == .addMember {
      let ids: Set = ["new-optional-request-property", "response-optional-property-added"]
      self.init(kind, target, "{x_added: {type: string}}", ids, .info)
      member = "x_added"
    } else {
      let ids: Set = [
        "request-property-removed", "response-optional-property-removed", "response-required-property-removed",
        "response-optional-write-only-property-removed", "response-required-write-only-property-removed",
      ]
      self.init(kind, "\(target)['\(property.name)']", nil, ids, nil)
      member = property.name
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
