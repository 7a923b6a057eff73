import Foundation
import RecastCorpus

/// The most memory that the generator takes for each of some documents.
///
/// What it takes for nothing counts, too: Linux gives a process that is just started the peak of its parent, so that
/// little peaks cannot be told apart.
struct MemoryPeaks {
  /// Documents below this size are too small for what does not grow with them to be left out of account.
  private static let leastBytes = 1_000_000

  private var rows: [(name: String, bytes: Int, peak: Int)] = []

  init(_ paths: [String], _ runner: GeneratorRunner) throws {
    for path in paths {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let bytes = (attributes[.size] as? NSNumber)?.intValue ?? 0
      runner.removeOutput()
      let peak = try runner.generate(path).peakMemory
      rows.append((URL(fileURLWithPath: path).lastPathComponent, max(bytes, 1), peak))
    }
  }

  /// The peaks in lines.
  var table: String {
    var table = Table(["document", "peak MB", "times the document"])
    for row in rows {
      table.add([row.name, Table.number(Double(row.peak) / 1_000_000), Table.number(ratio(row))])
    }
    return table.text
  }

  /// The ratios that have a bound.
  var figures: [Bounds.Figure] {
    rows.filter { $0.bytes >= Self.leastBytes }.map {
      .init(name: "\($0.name): peak memory by document", value: ratio($0), most: 25)
    }
  }

  private func ratio(_ row: (name: String, bytes: Int, peak: Int)) -> Double { Double(row.peak) / Double(row.bytes) }
}
