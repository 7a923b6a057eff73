import RecastClientPlan
import Testing

@Suite("Swift names")
struct SwiftNameTests {
  @Test(
    "for values",
    arguments: [
      ("deployment_id", "deploymentID"), ("HTMLBody", "htmlBody"), ("userIDs", "userIDs"), ("URLs", "urls"),
      ("X-Request-ID", "xRequestID"), ("strict-mode", "strictMode"), ("ids[]", "ids"), ("filter[name]", "filterName"),
      ("show_in_ui", "showInUI"), ("kpi", "kpi"), ("ROI", "roi"), ("2fa", "_2fa"),
      ("a_1_2", "a1_2"), ("v1.2", "v1_2"), ("größe", "größe"), ("名前", "名前"), ("", "value"), ("_", "value"),
      ("-created_at", "minusCreatedAt"), ("+1", "plus1"), (">=", "greaterEqual"), ("*", "star"), ("a b\tc\nd", "aBCD"),
      ("HTTPSConnection", "httpsConnection"), ("ALL_CAPS", "allCaps"), ("e\u{301}a", "eA"), ("\u{202E}abc", "abc"),
      ("x; import Foundation", "xImportFoundation"), ("a`b", "aB"),
    ]
  )
  func value(_ pair: (text: String, name: String)) {
    #expect(SwiftName.value(pair.text).text == pair.name)
  }

  @Test(
    "for types",
    arguments: [
      ("insights_overview", "InsightsOverview"), ("report", "Report"), ("kpi_list", "KPIList"), ("ids", "IDs"),
      ("roi_and_cpa", "ROIAndCPA"), ("HTML body", "HTMLBody"), ("2fa", "_2fa"), ("", "Value"), ("a/b c", "ABC"),
      ("String", "String"), ("My::Module::Type", "MyModuleType"), ("#/components/schemas/X", "ComponentsSchemasX"),
    ]
  )
  func type(_ pair: (text: String, name: String)) {
    #expect(SwiftName.type(pair.text).text == pair.name)
  }

  @Test(
    "in the singular",
    arguments: [
      ("reports", "report"), ("entries", "entry"), ("boxes", "box"), ("branches", "branch"), ("classes", "class"),
      ("status", nil), ("bus", nil), ("analysis", nil), ("glass", nil), ("report", nil), ("as", nil),
    ] as [(String, String?)]
  )
  func singular(_ pair: (word: String, singular: String?)) {
    #expect(SwiftName.singular(pair.word) == pair.singular)
  }

  @Test("are stable: a name's own name is the name")
  func idempotent() {
    for text in ["deployment_id", "HTMLBody", "userIDs", "2fa", "a_1_2", "ROI and CPA", "größe", "-created_at"] {
      let value = SwiftName.value(text)
      #expect(SwiftName.value(value.text) == value)
      let type = SwiftName.type(text)
      #expect(SwiftName.type(type.text) == type)
    }
  }

  @Test("end somewhere, however long the text")
  func bounded() {
    #expect(SwiftName.value(String(repeating: "ab_", count: 100_000)).text.count <= 200)
  }

  @Test("of any length become names of 80 letters at most, cut between words where there are any")
  func length() {
    let words = Array(repeating: "operation", count: 20).joined(separator: "_")
    #expect(SwiftName.value(words).text == "operation" + String(repeating: "Operation", count: 7))
    #expect(SwiftName.type(String(repeating: "a", count: 500)).text.count == 80)
  }
}
