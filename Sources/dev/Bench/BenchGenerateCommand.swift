import ArgumentParser
import Foundation

/// `dev bench generate`: holds the generator against libyaml.
struct BenchGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Measures the generator on large documents, side by side with libyaml on the same bytes."
  )

  @Argument(help: "OpenAPI documents.")
  var documents: [String] = []

  func run() throws {
    for path in documents {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      let duration = ContinuousClock().measure { _ = LibyamlScan.tokens(in: bytes) }
      print("\(path): \(bytes.count) bytes, libyaml \(duration)")
    }
  }
}
