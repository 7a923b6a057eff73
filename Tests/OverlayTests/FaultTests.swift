import RecastDiagnostics
import Testing

@Suite("Faults in overlays")
struct FaultTests {
  @Test("An action that matches nothing names the deepest part that exists and the nearest name")
  func noMatch() {
    let document = "paths:\n  /reports:\n    get: {}\n    post: {}\n"
    let application = Application("  - target: $.paths['/reports'].gett.x\n    remove: true\n", to: document)
    #expect(outline(application.result) == "{paths: {/reports: {get: {}, post: {}}}}")
    #expect(
      application.rendered == """
        overlay.yaml:4:32: warning: the target matches nothing: `$.paths['/reports']` has no key `gett` [overlay-no-match]
        4 |   - target: $.paths['/reports'].gett.x
          |                                ^~~~~
        api.yaml:3:5: note: `$.paths['/reports']` is here
        3 |     get: {}
          |     ^
        help: did you mean `get`?

        """
    )
  }

  @Test(
    "What a target misses is told in terms of its step",
    arguments: [
      ("$.a[3]", "the target matches nothing: `$.a` has no item 3"),
      ("$.a.name", "the target matches nothing: `$.a` has no key `name`"),
      ("$.a[?@.b == 2]", "the target matches nothing: `$.a` has no part that fits the filter"),
      ("$..c", "the target matches nothing: nothing below `$` has key `c`"),
      ("$.a[5:].b", "the target matches nothing: `$.a` has no items in this range"),
      ("$['x','y']", "the target matches nothing: `$` has no key `x` or key `y`"),
    ]
  )
  func missingParts(target: String, message: String) {
    let application = Application("  - {target: \"\(target)\", remove: true}", to: "a: [{b: 1}]")
    #expect(application.log.diagnostics.map(\.message) == [message])
  }

  @Test("An action may be optional")
  func optional() {
    let application = Application("  - {target: $.x, remove: true, x-client-optional: true}", to: "a: 1")
    #expect(outline(application.result) == "{a: 1}" && application.findings.isEmpty)
  }

  @Test(
    "A target that is no path is an error at the place of the mistake, however it is quoted",
    arguments: [
      ("info.title", 13, "a path starts with `$`"), ("$.x-logo", 15, "`x-logo` cannot follow a dot unquoted"),
      ("'$.a[''b'']x'", 24, "`.` or `[` is expected here"),
      ("\"$.a[\\\"b\\\"]x\"", 24, "`.` or `[` is expected here"),
    ]
  )
  func invalidTargets(target: String, column: Int, message: String) {
    let application = Application("  - target: \(target)\n    remove: true\n", to: "a: 1")
    #expect(application.findings == ["overlay.yaml:4:\(column) error overlay-target"])
    #expect(application.log.diagnostics.first?.message == message)
  }

  @Test("A mistake in a target of several lines is shown on its line")
  func severalLines() {
    let application = Application("  - target: >-\n      $.a\n      [?@.b = 1]\n    remove: true\n", to: "a: 1")
    #expect(
      application.rendered == """
        overlay.yaml:6:13: error: this is not an operator of JSONPath [overlay-target]
        6 |       [?@.b = 1]
          |             ^
        help: write `==` to compare

        """
    )
  }

  @Test("A pattern that is none is warned of where it is written")
  func pattern() {
    let application = Application("  - {target: \"$[?match(@, '\\\\\\\\d')]\", remove: true}", to: "a: '1'")
    #expect(application.findings.first == "overlay.yaml:4:27 warning overlay-pattern", "\(application.rendered)")
  }

  @Test("Keys that mean nothing are errors with a suggestion")
  func unknownKeys() {
    let application = Application("  - {target: $, updte: {a: 1}}", to: "a: 1")
    #expect(application.findings.first == "overlay.yaml:4:17 error unknown-overlay-key")
    #expect(application.rendered.contains("help: did you mean `update`?"))
    #expect(
      Application("  - {target: $, remove: false, x-client-optinal: true, x-why: 1, update: {}}", to: "a: 1").findings
        == ["overlay.yaml:4:32 error unknown-overlay-key"]
    )
  }

  @Test(
    "Values of the wrong kind are errors",
    arguments: ["{target: $.a, remove: 'true'}", "{target: 1}", "{remove: true}", "x"]
  )
  func wrongKinds(action: String) {
    let application = Application("  - \(action)", to: "a: 1")
    #expect(application.result == nil && application.log.hasErrors)
  }

  @Test("Actions that do nothing or are there twice are warned of")
  func oddActions() {
    #expect(Application("  - {target: $}", to: "a: 1").findings == ["overlay.yaml:4:14 warning invalid-overlay"])
    #expect(
      Application("  - {target: $, remove: false, update: {b: 1}, copy: $.a}", to: "a: {}").findings
        == ["overlay.yaml:4:48 warning invalid-overlay"]
    )
    #expect(
      Application("  - {target: $.a, remove: true, update: 1}", to: "a: 1").findings
        == ["overlay.yaml:4:33 warning invalid-overlay"]
    )
    let twice = "  - {target: $, update: {b: 1}}\n  - {update: {b: 1}, target: $}\n"
    #expect(Application(twice, to: "a: 1").findings == ["overlay.yaml:5:5 warning invalid-overlay"])
  }

  @Test("A version that is written like a number is taken as text")
  func numericVersion() {
    let overlay = "overlay: 1.1.0\ninfo: {title: T, version: 1.0}\nactions: [{target: $, update: {}}]\n"
    let application = Application(overlay: Array(overlay.utf8), document: Array("a: 1".utf8))
    #expect(application.result != nil)
    #expect(application.findings == ["overlay.yaml:2:27 warning invalid-overlay"])
  }

  @Test("A file that is no overlay, or one of an unknown version, is an error")
  func notAnOverlay() {
    let document = Array("openapi: 3.0.0\ninfo: {title: T, version: '1'}\n".utf8)
    let application = Application(overlay: document, document: document)
    #expect(application.result == nil)
    #expect(Set(application.log.diagnostics.map(\.tag)) == [.invalidOverlay, .unknownOverlayKey])
    for version in ["1.2.0", "1.1", "2.0.0", "1.1.x", "1.1.0.0"] {
      #expect(Application("  - {target: $, update: {}}", to: "a: 1", version: version).result == nil)
    }
    #expect(
      Application("  - {target: $, update: {}}", to: "a: 1", version: "1.2.0").log.diagnostics.map(\.message)
        == ["Overlay 1.2 is not supported, only 1.0 and 1.1 are"]
    )
    #expect(Application("  - {target: $, update: {}}", to: "a: 1", version: "1.0.7").findings.isEmpty)
  }
}
