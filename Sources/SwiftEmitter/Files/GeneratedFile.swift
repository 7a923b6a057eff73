import RecastClientPlan

/// A file of the generated client.
package struct GeneratedFile: Sendable {
  /// The path below the output folder, with slashes.
  package let path: String
  /// The source.
  package let contents: String

  init(_ name: FileName, _ contents: String) {
    path = name.path
    self.contents = contents
  }
}

/// A path below the output folder: identifiers with slashes between them, so that it cannot lead anywhere else.
struct FileName: Sendable {
  let path: String

  init(folder: Identifier? = nil, _ name: Identifier) {
    path = (folder.map { $0.text + "/" } ?? "") + name.text + ".swift"
  }
}

/// Hands out file names. A module cannot have two files of one name, and some file systems do not tell cases apart.
struct FileNames {
  /// Windows keeps these names for devices, whatever they end in.
  private static let devices =
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] }

  private var taken = Set(Self.devices)

  mutating func claim(folder: Identifier?, _ wanted: Identifier, suffix: Identifier) -> FileName {
    // Some file systems take no more than 255 bytes; suffix and number need a few of them.
    let wanted = wanted.inASCII.shortened(toBytes: 100)
    var name = wanted
    var number = 2
    while !taken.insert(name.text.lowercased()).inserted {
      name = number == 2 ? wanted.appending(suffix) : wanted.appending(suffix).numbered(number)
      number += 1
    }
    return FileName(folder: folder, name)
  }
}
