import RecastClientPlan
import RecastTestSupport
import Testing

@testable import RecastSwiftEmitter

@Suite("File names")
struct FileNameTests {
  @Test("cannot lead out of the folder, whatever a schema is called")
  func confined() {
    let traversals = ["../../etc/passwd", "/etc/passwd", "a/../../b", "..", ".", "C:\\x", "a\0b", "~/x", "%2e%2e/x"]
    for text in HostileText.samples + traversals {
      let path = FileName(folder: SwiftName.type("schemas"), SwiftName.type(text)).path
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(parts.count == 2 && parts[0] == "Schemas", "\(path.debugDescription)")
      #expect(!parts[1].hasPrefix(".") && path.hasSuffix(".swift"), "\(path.debugDescription)")
    }
  }

  @Test("differ even where cases are not told apart, and all over the module")
  func unique() {
    var names = FileNames()
    let suffix = SwiftName.type("schema")
    let first = names.claim(folder: nil, SwiftName.type("report"), suffix: suffix)
    let second = names.claim(folder: SwiftName.type("schemas"), SwiftName.type("RePort"), suffix: suffix)
    let third = names.claim(folder: SwiftName.type("schemas"), SwiftName.type("REPORT"), suffix: suffix)
    let base = { (name: FileName) in (name.path.split(separator: "/").last ?? "").lowercased() }
    #expect(first.path == "Report.swift")
    #expect(Set([first, second, third].map(base)).count == 3)
  }

  @Test("are short enough for every file system, and differ all the same")
  func long() {
    var names = FileNames()
    let long = SwiftName.type(String(repeating: "word ", count: 60))
    let paths = ["a", "b"].map { end in
      names.claim(folder: nil, long.appending(SwiftName.type(end)), suffix: SwiftName.type("schema")).path
    }
    #expect(paths.allSatisfy { $0.utf8.count <= 255 })
    #expect(Set(paths).count == 2)
  }
}
