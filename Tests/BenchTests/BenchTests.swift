import Foundation
import RecastTestSupport
import Testing

/// The figures mean nothing in a debug build beside other tests; that they can be had is what is tested.
@Suite("Measurements")
struct BenchTests {
  private let dev = PackageFolder.products.appendingPathComponent("dev")

  @Test("show the generator next to libyaml, stage by stage")
  func generation() async throws {
    let generator = PackageFolder.products.appendingPathComponent("recast-codegen").path
    let document = PackageFolder.root.appendingPathComponent("spec/recast.yaml").path
    let run = try await Subprocess.run(
      dev,
      ["bench", document, "--generator", generator, "--rounds", "1", "--schemas", "5", "--no-limits"],
      in: PackageFolder.root
    )
    #expect(run.status == 0, "\(run.said)")
    for word in ["libyaml ms", "ratio", "MB/s", "read ms", "document ms", "plan ms", "emit ms", "write ms", "peak MB"] {
      #expect(run.output.contains(word))
    }
    #expect(run.output.split(separator: "\n").contains { $0.hasPrefix("recast.yaml ") })
  }

  @Test("fail when a figure is out of bounds")
  func bounds() async throws {
    let generator = PackageFolder.products.appendingPathComponent("recast-codegen").path
    let folder = try TemporaryFolder()
    // Nothing can be made of so little in ten times what libyaml takes for it.
    let document = folder.url.appendingPathComponent("tiny.yaml")
    try Data("{openapi: 3.0.0, info: {title: A, version: '1'}, paths: {}}".utf8).write(to: document)
    let run = try await Subprocess.run(
      dev,
      ["bench", document.path, "--generator", generator, "--rounds", "1", "--schemas", "5"],
      in: PackageFolder.root
    )
    #expect(run.status == 1)
    #expect(run.output.contains("out of bounds: tiny.yaml: MB/s is"))
  }

  @Test("show generated structs next to synthesized Codable")
  func compiling() async throws {
    let run = try await Subprocess.run(
      dev,
      ["bench", "compile", "--structs", "10", "--rounds", "1", "--no-limits"],
      in: PackageFolder.root
    )
    #expect(run.status == 0, "\(run.said)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("mode") && $0.hasSuffix("ratio") })
    for mode in ["debug", "release"] { #expect(lines.contains { $0.hasPrefix(mode) }) }
  }
}
