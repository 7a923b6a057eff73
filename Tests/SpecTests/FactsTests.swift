import Foundation
import RecastAPI
import RecastClientGenerator
import RecastDiagnostics
import RecastTestSupport
import Testing

/// What the vendor documents is in the document, in the client and in the sandbox: every operation and every kind of
/// report is called by its method, over a real socket, and answered with a status that the document names.
@Suite struct FactsTests {
  @Test func theDocumentHasEveryOperationAndNoOther() throws {
    let paths = try #require(try Self.document()["paths"]?.object)
    var described: Set<Endpoint> = []
    for (path, item) in paths {
      #expect(path.hasPrefix(Endpoint.prefix), "\(path)")
      for (key, _) in item.object ?? [:] where key != "parameters" {
        described.insert(Endpoint(key.uppercased(), String(path.dropFirst(Endpoint.prefix.count))))
      }
    }
    #expect(described == Set(Endpoint.all))
    #expect(Endpoint.all.count == 39)
  }

  @Test func theDocumentHasEveryKindOfReport() throws {
    let type = try Self.document()["components"]?["schemas"]?["ReportType"]
    let names = try #require(type?["enum"]?.array).compactMap(\.string)
    #expect(Set(names) == Set(ReportKind.all.map(\.name)))
    #expect(names.count == 25)
  }

  @Test func everyOperationIsAnsweredAsDocumented() async throws {
    let exchanges = try await FactsJourney.exchanges { journey in
      let statuses = try await journey.reports(ReportKind.all)
      #expect(statuses.count == 25)
      #expect(statuses.values.allSatisfy { $0 == .success })
      try await journey.jobs()
      try await journey.planning()
      try await journey.runs()
    }
    let document = try Self.document()
    var answered: Set<Endpoint> = []
    for exchange in Set(exchanges) {
      let place = "\(exchange.method) \(exchange.path): \(exchange.status)"
      let endpoint = Endpoint.all.first { $0.matches(method: exchange.method, path: exchange.path) }
      guard let endpoint else {
        Issue.record("\(place) is none of the operations")
        continue
      }
      let operation = document["paths"]?[Endpoint.prefix + endpoint.path]?[endpoint.method.lowercased()]
      #expect(operation?["responses"]?["\(exchange.status)"] != nil, "\(place) is not documented")
      #expect((200..<300).contains(exchange.status), "\(place)")
      answered.insert(endpoint)
    }
    for endpoint in Endpoint.all { #expect(answered.contains(endpoint), "\(endpoint) was never called") }
  }

  /// `spec/recast.yaml`.
  private static func document() throws -> JSONValue {
    let file = PackageFolder.root.appendingPathComponent("spec/recast.yaml")
    let input = GeneratorInput(document: SourceFile(path: "spec/recast.yaml", bytes: Array(try Data(contentsOf: file))))
    var log = DiagnosticLog()
    let text = try #require(Generator.overlaidDocument(input, as: .json, log: &log))
    return try JSONValue(json: text)
  }
}
