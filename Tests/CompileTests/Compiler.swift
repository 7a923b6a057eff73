import Foundation
import RecastTestSupport

/// The Swift compiler, with the modules of the build that the tests belong to.
enum Compiler {
  /// Whose isolation declarations have that state none.
  enum Isolation: String, CaseIterable, Sendable {
    case nonisolated
    case mainActor = "main actor"

    fileprivate var arguments: [String] { self == .mainActor ? ["-default-isolation", "MainActor"] : [] }
  }

  /// Compiles once per default isolation: two at a time, and no more, because each takes a core.
  ///
  /// - Returns: What the compiler said, by isolation; empty when it had nothing to say.
  static func perIsolation(_ compile: @escaping @Sendable (Isolation) async throws -> String) async throws -> String {
    try await withThrowingTaskGroup(of: String.self) { group in
      for isolation in Isolation.allCases {
        group.addTask {
          let said = try await compile(isolation)
          return said.isEmpty ? "" : "with default isolation \(isolation.rawValue):\n\(said)\n"
        }
      }
      return try await group.reduce("", +)
    }
  }

  /// Compiles the files below a folder as one module, as far as it takes for the compiler to find all faults.
  ///
  /// - Returns: What the compiler said; empty when it had nothing to say.
  static func faults(below folder: URL, isolation: Isolation) async throws -> String {
    try await compile(folder, ["-emit-sil", "-o", "/dev/null"] + isolation.arguments)
  }

  /// Compiles the files below a folder to the end, machine code included.
  static func faultsOfWholeBuild(below folder: URL, isolation: Isolation) async throws -> String {
    let products = try TemporaryFolder()
    let object = products.url.appendingPathComponent("Client.o").path
    let module = products.url.appendingPathComponent("Client.swiftmodule").path
    return try await compile(
      folder,
      ["-c", "-o", object, "-emit-module", "-emit-module-path", module] + isolation.arguments
    )
  }

  private static func compile(_ folder: URL, _ arguments: [String]) async throws -> String {
    let files = FileList.below(folder).filter { $0.hasSuffix(".swift") }
    let common = [
      "-swift-version", "6", "-warnings-as-errors", "-whole-module-optimization", "-parse-as-library",
      "-module-name", "Client", "-package-name", "client",
      "-I", PackageFolder.products.appendingPathComponent("Modules").path,
    ]
    let result = try await Subprocess.run(command: "swiftc", common + arguments + files, in: folder)
    return result.status == 0 ? result.said : result.said + "swiftc exited with \(result.status)"
  }
}
