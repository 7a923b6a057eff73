import Foundation
import RecastDiagnostics
import RecastTestSupport
import RecastYAMLReader

/// The API as the vendor's own document may describe it: what `spec/recast.yaml` says, in another person's hand.
///
/// Each is made from `spec/recast.yaml`, so that it describes the API as completely as that does, whatever is added.
struct RehearsedDocument: Sendable, CustomStringConvertible {
  /// What is different.
  let description: String
  /// The document, as JSON.
  let json: String

  private init(_ description: String, _ change: (DocumentValue) -> DocumentValue) {
    self.description = description
    json = change(Self.own).json
  }

  /// The documents of the rehearsal.
  static let all: [RehearsedDocument] = [inPlace, openForm, faulty]

  /// No operation ids, no components, hardly a word: as `rswag` writes what request specs say.
  static let inPlace = RehearsedDocument("all schemas in place", InPlace.document)

  /// One open schema for all report forms, and other names for all schemas and operations.
  static let openForm = RehearsedDocument("one open form, other names") { Renaming.document(OpenForm.document($0)) }

  /// Everything that the published document is known to be wrong or silent about.
  static let faulty = RehearsedDocument("all known faults") { Faults.document(OpenForm.document($0)) }

  /// `spec/recast.yaml` as it is.
  private static let own: DocumentValue = {
    let url = PackageFolder.root.appendingPathComponent("spec/recast.yaml")
    guard let data = try? Data(contentsOf: url) else { return .mapping([]) }
    var log = DiagnosticLog()
    let root = YAMLParser.parse(SourceFile(path: "spec/recast.yaml", bytes: Array(data)), log: &log)
    return root.map { DocumentValue($0) } ?? .mapping([])
  }()
}

/// Parts of documents that all changes deal with.
extension DocumentValue {
  private static let methods: Set<String> = ["get", "post", "put", "patch", "delete"]

  /// The schema components.
  var schemas: [Entry] {
    get { self["components"]?["schemas"]?.entries ?? [] }
    set { self["components"]?["schemas"] = .mapping(newValue) }
  }

  /// The schema component of a name.
  subscript(schema name: String) -> DocumentValue? {
    get { self["components"]?["schemas"]?[name] }
    set { self["components"]?["schemas"]?[name] = newValue }
  }

  /// The document with every operation changed.
  func changingOperations(
    _ change: (_ path: String, _ method: String, _ operation: DocumentValue) -> DocumentValue?
  ) -> DocumentValue {
    var document = self
    for path in self["paths"]?.entries ?? [] {
      for method in path.value.entries where Self.methods.contains(method.key) {
        document["paths"]?[path.key]?[method.key] = change(path.key, method.key, method.value)
      }
    }
    return document
  }

  /// What a reference in this value leads to in a document; the value itself when it is none.
  func resolved(in document: DocumentValue) -> DocumentValue {
    guard let reference = self["$ref"]?.text else { return self }
    var value: DocumentValue? = document
    for token in reference.split(separator: "/").dropFirst() { value = value?[String(token)] }
    return value?.resolved(in: document) ?? self
  }
}
