import Foundation
import Testing

@testable import RecastRuntime

@Suite("File names")
struct FileNameTests {
  @Test(
    "a key becomes a name that stays in its folder and that people recognise",
    arguments: [
      ("tables-daily", "tables-daily.csv"),
      ("group_summaries-Paid Social-roi-summary_monthly", "group_summaries-Paid Social-roi-summary_monthly.csv"),
      ("Radio & TV", "Radio & TV.csv"), ("Fernsehen – Österreich", "Fernsehen – Österreich.csv"), ("電視", "電視.csv"),
      ("a/b", "a_b.csv"), ("a\\b", "a_b.csv"), ("../../etc/passwd", "_._.._etc_passwd.csv"), ("..", "download.csv"),
      (".", "download.csv"), (".hidden", "_hidden.csv"), (" .hidden ", "_hidden.csv"), ("-rf", "_rf.csv"),
      ("~root", "_root.csv"),
      ("", "download.csv"), ("   ", "download.csv"), ("a\u{0}b\nc\td", "a_b_c_d.csv"), ("C:\\x", "C__x.csv"),
      ("what?*<>|\"", "what______.csv"), ("CON", "CON_.csv"), ("nul.txt", "nul.txt_.csv"), ("com1", "com1_.csv"),
      ("LPT¹", "LPT¹_.csv"), ("COMET", "COMET.csv"), ("trailing. . ", "trailing.csv"),
      ("invoice\u{202E}fdp", "invoice_fdp.csv"), ("zero\u{200B}width", "zero_width.csv"), ("a\u{2028}b", "a_b.csv"),
      ("report.csv", "report.csv.csv"),
    ]
  )
  func names(key: String, expected: String) {
    #expect(FileName.safe(key, fileExtension: "csv") == expected)
  }

  @Test("a long key is cut between characters, with room for the extension")
  func long() {
    let name = FileName.safe(String(repeating: "é👩‍👩‍👧", count: 100), fileExtension: "csv")
    #expect(name.utf8.count <= FileName.limit)
    #expect(name.hasSuffix(".csv"))
    #expect(!name.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test("keys that would share a name get different ones, always the same")
  func unique() {
    let keys = ["a/b", "A_B", "a_b", "a\\b", "A_b-2"]
    let names = FileName.unique(keys, fileExtension: "csv")
    #expect(names == FileName.unique(keys, fileExtension: "csv"))
    #expect(names == ["a_b-3.csv", "A_B.csv", "a_b-4.csv", "a_b-5.csv", "A_b-2.csv"])
    #expect(Set(names.map(FileName.folded)).count == 5)
  }

  @Test("long keys that differ at their end stay apart")
  func uniqueLong() {
    let stem = String(repeating: "x", count: 300)
    let names = FileName.unique([stem + "1", stem + "2", stem + "3"], fileExtension: "csv")
    #expect(Set(names).count == 3)
    #expect(names.allSatisfy { $0.utf8.count <= FileName.limit })
  }

  @Test("letters that file systems take for the same are the same")
  func normalisation() {
    let names = FileName.unique(["caf\u{E9}", "cafe\u{301}", "CAFÉ"], fileExtension: "csv")
    #expect(Set(names.map(FileName.folded)).count == 3)
  }
}
