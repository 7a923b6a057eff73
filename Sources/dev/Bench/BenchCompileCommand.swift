import ArgumentParser
import Foundation
import RecastClientGenerator
import RecastCorpus
import RecastDiagnostics

/// `dev bench compile`: holds generated structs against synthesized `Codable`.
struct BenchCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Measures what compilers spend on generated structs, side by side with synthesized Codable.",
    discussion: """
      Both are Hashable and Sendable, with memberwise initializers, a file per type; the generated ones keep unknown \
      members, too. The compiler is called as for a package: in debug mode with batches of files, in release mode with \
      the whole module. Processor time is the least of several runs in turns.
      """
  )

  @Option(help: "How many structs there are.")
  var structs = 100

  @Option(help: "How often each measurement is taken.")
  var rounds = 2

  @Option(help: "The folder of the built modules. (default: that of this program)")
  var modules: String?

  @OptionGroup var bounds: Bounds

  /// As packages are built: without batches, starting the compiler for each file would count more than the files.
  private static let modes = [
    ("debug", ["-Onone", "-enable-batch-mode"], 0.9), ("release", ["-O", "-whole-module-optimization"], 0.65),
  ]

  func validate() throws {
    guard rounds > 0, structs > 0 else { throw ValidationError("--structs and --rounds are at least 1.") }
  }

  func run() throws {
    let scratch = try ScratchFolder(in: .memory)
    defer { scratch.remove() }
    // Whole groups of ten, since they refer to each other.
    let count = (structs + 9) / 10 * 10
    let generated = try write(try generated(count), "generated", scratch)
    let codable = try write(codable(count), "codable", scratch)
    var table = Table(["mode", "Codable s", "generated s", "ratio"])
    var figures: [Bounds.Figure] = []
    for (mode, flags, most) in Self.modes {
      var (ours, theirs) = (Double.infinity, Double.infinity)
      for _ in 0..<rounds {
        theirs = min(theirs, try seconds(codable, flags, scratch))
        ours = min(ours, try seconds(generated, flags, scratch))
      }
      table.add([mode] + [theirs, ours, ours / theirs].map(Table.number))
      figures.append(.init(name: "\(mode): ratio to synthesized Codable", value: ours / theirs, most: most))
    }
    print("\(count) structs of 8 members, processor time of the compiler\n\(table.text)")
    try bounds.hold(figures)
  }

  private func generated(_ count: Int) throws -> [(name: String, text: String)] {
    let document = SourceFile(path: "synthetic.yaml", bytes: Array(SyntheticDocument.text(schemas: count).utf8))
    var log = DiagnosticLog()
    guard let output = Generator.generate(GeneratorInput(document: document), log: &log) else {
      throw GeneratorRunner.Failure(description: DiagnosticRenderer().render(log))
    }
    return output.files.filter { $0.path.hasPrefix("Schemas/") }
      .map { (String($0.path.dropFirst("Schemas/".count)), $0.contents) }
  }

  private func codable(_ count: Int) -> [(name: String, text: String)] {
    let enumerations = stride(from: 0, to: count, by: ComparedStructs.structsPerEnumeration)
    return (0..<count).map { ("Item\($0).swift", ComparedStructs.codable($0)) }
      + enumerations.map { ("Status\($0).swift", ComparedStructs.codableEnumeration($0)) }
  }

  private func write(
    _ files: [(name: String, text: String)],
    _ name: String,
    _ scratch: ScratchFolder
  ) throws -> [String] {
    let folder = scratch.url.appendingPathComponent(name, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try files.map { file in
      let path = folder.appendingPathComponent(file.name)
      try Data(file.text.utf8).write(to: path)
      return path.path
    }
  }

  private func seconds(_ files: [String], _ flags: [String], _ scratch: ScratchFolder) throws -> Double {
    let own = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("Modules").path
    let product = scratch.url.appendingPathComponent("product", isDirectory: true)
    try? FileManager.default.removeItem(at: product)
    try FileManager.default.createDirectory(at: product, withIntermediateDirectories: true)
    let map = product.appendingPathComponent("outputs.json")
    try JSONEncoder().encode(outputs(files, product.path)).write(to: map)
    let fixed = [
      "swiftc", "-swift-version", "6", "-parse-as-library", "-module-name", "Bench", "-g", "-emit-module",
      "-emit-module-path", "\(product.path)/Bench.swiftmodule", "-I", modules ?? own ?? ".build/debug/Modules",
      "-c", "-output-file-map", map.path,
    ]
    let run = try MeasuredProcess.run(fixed + flags + files)
    guard run.ending == .exited(0) else {
      throw GeneratorRunner.Failure(description: "the compiler failed: \(run.said.suffix(2000))")
    }
    return run.processorSeconds
  }

  /// Where the compiler puts the object of each file, and that of the whole module.
  private func outputs(_ files: [String], _ folder: String) -> [String: [String: String]] {
    var outputs = ["": ["object": "\(folder)/Bench.o"]]
    for (position, file) in files.enumerated() { outputs[file] = ["object": "\(folder)/\(position).o"] }
    return outputs
  }
}
