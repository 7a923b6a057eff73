import Foundation
import Testing

@Suite("Files that a document refers to")
struct ReferencedFilesTests {
  private static func document(_ reference: String) -> String {
    """
    openapi: 3.0.3
    info: {title: Shop, version: "1"}
    paths: {}
    components:
      schemas:
        Shop: {type: object, properties: {pet: {$ref: "\(reference)"}}}

    """
  }

  private static let pet = "Pet: {type: object, properties: {name: {type: string}}}\n"

  private func pets(_ work: Workplace) -> String? { work.folder.text("Generated/Schemas/Pet.swift") }

  @Test("are read below the folder of the document")
  func below() async throws {
    let work = try Workplace(document: Self.document("schemas/pet.yaml#/Pet"))
    try work.folder.write(Self.pet, to: "spec/schemas/pet.yaml")
    let result = try await work.run("generate")
    #expect(result.status == 0 && result.error.isEmpty, "\(result.said)")
    #expect(pets(work)?.contains("public var name: String?") == true)
  }

  @Test("are not read outside of it, unless another folder is named")
  func outside() async throws {
    let work = try Workplace(document: Self.document("../shared/pet.yaml#/Pet"))
    try work.folder.write(Self.pet, to: "shared/pet.yaml")
    let refused = try await work.run("generate")
    #expect(refused.status == 0)
    #expect(refused.error.contains("`shared/pet.yaml` is not read: it is outside of the folder that the document"))
    #expect(pets(work) == nil)
    let allowed = try await work.run("generate", "--root", ".")
    #expect(allowed.status == 0 && allowed.error.isEmpty, "\(allowed.said)")
    #expect(pets(work) != nil)
  }

  @Test("are not read through symbolic links that lead outside")
  func links() async throws {
    let work = try Workplace(document: Self.document("link/pet.yaml#/Pet"))
    try work.folder.write(Self.pet, to: "shared/pet.yaml")
    try FileManager.default.createSymbolicLink(
      at: work.folder.url.appendingPathComponent("spec/link"),
      withDestinationURL: work.folder.url.appendingPathComponent("shared")
    )
    let result = try await work.run("generate")
    #expect(result.error.contains("it is outside of the folder that the document is in"))
    #expect(pets(work) == nil)
  }

  @Test(
    "are neither fetched nor read from anywhere else on the machine",
    arguments: [
      "http://169.254.169.254/pet.yaml#/Pet", "https://example.com/pet.yaml#/Pet", "//example.com/pet.yaml#/Pet",
      "file:///etc/passwd", "/etc/passwd", "../../../../../../etc/passwd", "..%2f..%2f..%2f..%2fetc/passwd",
    ]
  )
  func elsewhere(_ reference: String) async throws {
    let work = try Workplace(document: Self.document(reference))
    let result = try await work.run("generate", "--root", ".")
    #expect(result.status == 0)
    #expect(result.error.contains("nothing is fetched") || result.error.contains("is not read"), "\(result.said)")
    #expect(!result.error.contains("root:"))
    #expect(work.folder.text("Generated/Schemas/ShopSchema.swift")?.contains("public var pet: JSONValue?") == true)
  }

  @Test("are warned of at every reference when they are missing")
  func missing() async throws {
    let work = try Workplace(document: Self.document("pets.yaml#/Pet"))
    try work.replace("properties: {", by: "properties: {other: {$ref: 'pets.yaml#/Other'}, ")
    let result = try await work.run("generate")
    #expect(result.status == 0)
    #expect(result.error.components(separatedBy: "there is no file `spec/pets.yaml`").count == 3, "\(result.error)")
  }
}
