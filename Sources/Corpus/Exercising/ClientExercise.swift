import Foundation
import RecastClientGenerator
import RecastDiagnostics
import RecastYAMLReader

/// Puts values and calls through a generated client, and has a program in Python judge what comes out: that program
/// reads the document by itself and shares nothing with the generator.
package struct ClientExercise: Sendable {
  private let products: URL
  private let judges: URL
  private let compiler: ModuleCompiler
  private let limit: Duration

  /// - Parameters:
  ///   - products: the folder of this build.
  ///   - judges: the folder with the program in Python.
  ///   - limit: how long compiling and judging may take each.
  package init(products: URL, judges: URL, limit: Duration) {
    self.products = products
    self.judges = judges
    self.limit = limit
    compiler = ModuleCompiler(products: products, limit: limit)
  }

  /// Drives a client.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - output: the client that was generated from it.
  ///   - folder: the folder that the client was written to.
  package func run(_ document: DocumentSearch.Found, output: GeneratorOutput, in folder: URL) throws
    -> ModuleCompiler.Result
  {
    guard let root = document.root else { return ModuleCompiler.Result(problem: "cannot be read") }
    let walk = DocumentWalk(
      root: root,
      parts: DocumentParts(root: root, file: document.file),
      findings: FindingIndex([], sections: [])
    )
    let plan = ExercisePlan(output, walk: walk)
    try Data(ExerciseSource(plan: plan).text.utf8).write(to: folder.appendingPathComponent("RecastExerciseMain.swift"))
    let list = folder.appendingPathComponent("exercise.json")
    try JSONEncoder().encode(plan).write(to: list)
    let program = folder.appendingPathComponent("exercise")
    let built = try compiler.link(folder, to: program)
    guard built.faults.isEmpty else { return built }
    let judged = try MeasuredProcess.run(
      ["python3", judges.appendingPathComponent("exercise.py").path, document.file.path, list.path, program.path],
      within: limit
    )
    return ModuleCompiler.Result(
      faults: judged.ending == .exited(0) ? "" : judged.said + (judged.ending == .exited(1) ? "" : "\(judged.ending)"),
      processorSeconds: built.processorSeconds + judged.processorSeconds,
      peakMemory: max(built.peakMemory, judged.peakMemory),
      summary: judged.said.split(separator: "\n").last.map(String.init)
    )
  }
}
