import Foundation
import RecastClientGenerator
import RecastDiagnostics
import RecastTestSupport

/// The pages that say which Swift comes of what, in the parts that can be checked.
struct MappingPage {
  /// Where the pages are.
  static let paths = ["FromDocumentToSwift", "Extensions"].map {
    "Sources/recast-codegen/recast-codegen.docc/\($0).md"
  }

  /// A piece of a document with the Swift and the diagnostics that the page promises.
  struct Example: Sendable, CustomStringConvertible {
    /// The heading above it, and which example below that heading it is.
    var title: String
    /// The piece of a document.
    var yaml: String
    /// Lines of Swift, in the order in which they come out.
    var swift: [String] = []
    /// Texts that the diagnostics contain.
    var diagnostics: [String] = []

    var description: String { title }
  }

  /// The examples of all pages from top to bottom.
  static let examples = paths.flatMap { examples(in: text($0)) }

  /// The text of a page.
  static func text(_ path: String) -> String {
    let data = try? Data(contentsOf: PackageFolder.root.appendingPathComponent(path))
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Reads the fenced blocks of a page: `yaml` opens an example, `swift` and `text` belong to the one before.
  static func examples(in page: String) -> [Example] {
    var examples: [Example] = []
    var heading = ""
    var fence: (language: String, lines: [String])?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let open = fence {
        guard line == "```" else {
          fence?.lines.append(line)
          continue
        }
        fence = nil
        close(open, heading, &examples)
      } else if line.hasPrefix("```") {
        fence = (String(line.dropFirst(3)), [])
      } else if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" || $0 == " " })
      }
    }
    return examples
  }

  private static func close(
    _ fence: (language: String, lines: [String]),
    _ heading: String,
    _ examples: inout [Example]
  ) {
    let lines = fence.lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && $0 != "…" }
    switch fence.language {
    case "yaml":
      let number = examples.filter { $0.title == heading || $0.title.hasPrefix(heading + " (") }.count + 1
      let title = number == 1 ? heading : "\(heading) (\(number))"
      examples.append(Example(title: title, yaml: fence.lines.joined(separator: "\n") + "\n"))
    case "swift" where !examples.isEmpty: examples[examples.count - 1].swift += lines
    case "text" where !examples.isEmpty: examples[examples.count - 1].diagnostics += lines
    default: break
    }
  }
}

extension MappingPage.Example {
  /// The lines of Swift that the generator makes of the example, and what it says about it.
  func result() -> (swift: [String], diagnostics: String) {
    var log = DiagnosticLog()
    let document = SourceFile(path: "document.yaml", bytes: Array((head + yaml).utf8))
    let output = Generator.generate(GeneratorInput(document: document), log: &log)
    let lines = output?.files.flatMap { $0.contents.split(separator: "\n") } ?? []
    let code = lines.map { $0.trimmingCharacters(in: .whitespaces) }
    return (code, DiagnosticRenderer().render(log))
  }

  /// What every document starts with, unless the example brings it along.
  private var head: String {
    let keys = Set(yaml.split(separator: "\n").filter { $0.first?.isLetter == true }.map { $0.prefix { $0 != ":" } })
    var head = ""
    if !keys.contains("openapi"), !keys.contains("swagger") { head += "openapi: 3.1.0\n" }
    head += "info: {title: Shop, version: '1'}\n"
    if !keys.contains("paths") { head += "paths: {}\n" }
    return head
  }
}
