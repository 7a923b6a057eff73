import ArgumentParser
import Foundation
import RecastClientGenerator
import RecastDiagnostics

/// Where the client is generated from and to, with the places that need no saying.
struct InputOptions: ParsableArguments {
  @Option(help: "The OpenAPI document.")
  var document = "spec/recast.yaml"

  @Option(help: "An overlay; may be given several times. (default: spec/overlays/*.overlay.yaml, with the document)")
  var overlay: [String] = []

  @Option(help: "The configuration. (default: spec/recast-codegen.yaml, with the document)")
  var configuration: String?

  @Option(help: "The folder of the generated client.")
  var output = "Generated"

  private static let defaultDocument = "spec/recast.yaml"

  /// Generates the client, and says on standard error what there is to say.
  ///
  /// - Throws: `ExitCode.failure` when the document has an error or cannot be read.
  func generate() throws -> GeneratorOutput {
    let input = GeneratorInput(
      document: try Self.file(document),
      overlays: try overlayPaths().map(Self.file),
      configuration: try configurationPath().map(Self.file)
    )
    var log = DiagnosticLog()
    let output = Generator.generate(input, log: &log)
    let text = DiagnosticRenderer().render(log)
    if !text.isEmpty { Terminal.error(text) }
    guard let output, !log.hasErrors else {
      Terminal.error("\(log.count(of: .error)) errors; nothing was written")
      throw ExitCode.failure
    }
    return output
  }

  /// Overlays and configuration beside the default document belong to it, and to no other.
  private var isDefaultDocument: Bool { document == Self.defaultDocument }

  private func overlayPaths() throws -> [String] {
    guard overlay.isEmpty, isDefaultDocument else { return overlay }
    let folder = "spec/overlays"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return names.filter { $0.hasSuffix(".overlay.yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  private func configurationPath() -> String? {
    if let configuration { return configuration }
    let path = "spec/recast-codegen.yaml"
    return isDefaultDocument && FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private static func file(_ path: String) throws -> SourceFile {
    do {
      return SourceFile(path: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      let reason = FileManager.default.fileExists(atPath: path) ? "cannot be read" : "does not exist"
      Terminal.error("error: \(path) \(reason)")
      throw ExitCode.failure
    }
  }
}
