import Foundation
import RecastTestSupport

/// A folder with a document, overlays and a configuration in the places where the command looks for them.
struct Workplace {
  let folder: TemporaryFolder

  static let document = """
    openapi: 3.0.3
    info: {title: Shop, version: "1"}
    paths:
      /items:
        get:
          operationId: listItems
          description: Lists items.
          responses:
            "200":
              description: All of them.
              content: {application/json: {schema: {$ref: "#/components/schemas/ItemList"}}}
    components:
      schemas:
        ItemList: {type: array, items: {$ref: "#/components/schemas/Item"}}
        Item:
          type: object
          description: One item.
          properties: {id: {type: integer}}
        Colour: {type: string, enum: [red, green]}

    """

  init(document: String? = Self.document) throws {
    folder = try TemporaryFolder()
    if let document { try folder.write(document, to: "spec/recast.yaml") }
  }

  /// Runs the command in the folder.
  func run(_ arguments: String...) async throws -> Subprocess { try await run(arguments) }

  /// Runs the command in the folder.
  func run(_ arguments: [String]) async throws -> Subprocess {
    let command = PackageFolder.products.appendingPathComponent("recast-codegen")
    return try await Subprocess.run(command, arguments, in: folder.url)
  }

  /// Changes the document.
  func replace(_ old: String, by new: String) throws {
    try folder.write((folder.text("spec/recast.yaml") ?? "").replacing(old, with: new), to: "spec/recast.yaml")
  }

  /// Removes the schema that nothing else refers to.
  func removeColour() throws { try replace("    Colour: {type: string, enum: [red, green]}\n", by: "") }

  /// Dates all generated files back, so that a later date says that a file was written.
  func dateBack() throws {
    for path in folder.files(below: "Generated") {
      try FileManager.default.setAttributes([.modificationDate: Self.longAgo], ofItemAtPath: generated(path))
    }
  }

  /// The paths of files that were written since they were dated back.
  func written() throws -> [String] {
    try folder.files(below: "Generated").filter { path in
      let date = try FileManager.default.attributesOfItem(atPath: generated(path))[.modificationDate] as? Date
      return date != Self.longAgo
    }
  }

  private func generated(_ path: String) -> String { folder.url.appendingPathComponent("Generated/\(path)").path }

  private static let longAgo = Date(timeIntervalSince1970: 1_000_000_000)
}
