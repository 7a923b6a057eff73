import RecastClientPlan
import RecastSwiftEmitter

/// What has to happen to an output folder so that it holds the generated files and nothing else of the generator's.
package struct OutputChanges: Sendable {
  /// Files to write, with their contents; the manifest is among them when it changes.
  package var written: [(path: String, contents: String)] = []
  /// Paths of files that are as they should be.
  package var unchanged: [String] = []
  /// Paths of files to remove: the generator wrote them and no longer does.
  package var removed: [String] = []
  /// Paths of files that the generator wrote, no longer does, and somebody has edited since: they stay.
  package var kept: [String] = []
  /// Paths of files that are in the way: the generator did not write them, and would have to overwrite them.
  package var foreign: [String] = []

  /// Whether the folder is as it should be.
  package var isEmpty: Bool { written.isEmpty && removed.isEmpty }

  /// Compares generated files with a folder.
  ///
  /// - Parameters:
  ///   - output: the client.
  ///   - old: the manifest of the folder; an empty one when there is none.
  ///   - existing: the bytes of the file at a path below the folder, or `nil` when there is none.
  package init(_ output: GeneratorOutput, from old: OutputManifest, existing: (String) -> [UInt8]?) {
    let listed = output.files.map { (path: $0.path, contents: $0.contents) }
    let new = OutputManifest(listed, names: output.plan.names)
    for file in listed { compare(file, existing, old) }
    for path in old.fingerprints.keys.sorted() where new.fingerprints[path] == nil {
      guard let bytes = existing(path) else { continue }
      if old.owns(path, with: bytes) { removed.append(path) } else { kept.append(path) }
    }
    let manifest = (path: OutputManifest.fileName, contents: new.text)
    if existing(manifest.path) != Array(manifest.contents.utf8) { written.append(manifest) }
  }

  private mutating func compare(
    _ file: (path: String, contents: String),
    _ existing: (String) -> [UInt8]?,
    _ old: OutputManifest
  ) {
    let bytes = existing(file.path)
    guard bytes.map({ $0 != Array(file.contents.utf8) }) ?? true else {
      unchanged.append(file.path)
      return
    }
    if bytes != nil, old.fingerprints[file.path] == nil { foreign.append(file.path) }
    written.append(file)
  }
}
