import Foundation

/// A folder with states of a document, named so that they sort by age: `2026-07-07.yaml`, `2026-07-16.yaml`.
package struct HistoryFolder {
  /// The file in the folder that says what no document shows.
  package static let notes = "notes.yaml"

  /// The paths of the states, the oldest first.
  package let states: [String]

  /// Finds the states.
  ///
  /// - Throws: `FileProblem` when the folder cannot be listed, or holds fewer than two states.
  package init(_ path: String) throws {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw FileProblem("\(path) cannot be listed: \(error.localizedDescription)")
    }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    states = names.filter(Self.isState).sorted().map { "\(folder)/\($0)" }
    guard states.count > 1 else { throw FileProblem("\(path) holds fewer than two states of a document") }
  }

  private static func isState(_ name: String) -> Bool {
    guard name != notes, !name.hasPrefix("."), !name.contains(".overlay.") else { return false }
    return [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
  }
}
