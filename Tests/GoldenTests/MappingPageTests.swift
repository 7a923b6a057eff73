import RecastOpenAPIDocument
import RecastTestSupport
import Testing

/// The pages are promises: every piece of a document on them gives the Swift below it, and nothing else to worry about.
@Suite("The pages from document to Swift")
struct MappingPageTests {
  @Test("have examples, each with what comes of it")
  func complete() {
    #expect(MappingPage.examples.count >= 43)
    for example in MappingPage.examples {
      #expect(!example.swift.isEmpty || !example.diagnostics.isEmpty, "nothing is said of `\(example.title)`")
    }
  }

  @Test("have every key of the generator's own", arguments: ExtensionKeys.all)
  func keys(_ key: String) {
    let headings = MappingPage.paths.flatMap { MappingPage.text($0).split(separator: "\n") }
      .filter { $0.hasPrefix("#") }
    #expect(headings.contains { $0.contains("`\(key)`") }, "no heading of the pages names `\(key)`")
  }

  @Test("show the Swift that comes out, in that order", arguments: MappingPage.examples)
  func swift(_ example: MappingPage.Example) {
    var rest = example.result().swift[...]
    for line in example.swift {
      guard let found = rest.firstIndex(where: { $0 == line || $0.hasPrefix(line.droppingEllipsis) }) else {
        Issue.record("`\(line)` does not come out here:\n\(example.result().swift.joined(separator: "\n"))")
        return
      }
      rest = rest[(found + 1)...]
    }
  }

  @Test("show every warning, and only where there is one", arguments: MappingPage.examples)
  func diagnostics(_ example: MappingPage.Example) {
    let diagnostics = example.result().diagnostics
    for text in example.diagnostics {
      #expect(diagnostics.contains(text), "`\(text)` is not among:\n\(diagnostics)")
    }
    if example.diagnostics.isEmpty { #expect(diagnostics.isEmpty) }
  }
}

extension String {
  /// What stands before a trailing `…`; otherwise a text that no line starts with.
  fileprivate var droppingEllipsis: String { hasSuffix("…") ? String(dropLast()) : "\u{0}" }
}
