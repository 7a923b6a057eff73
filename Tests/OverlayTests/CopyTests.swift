import Testing

@Suite("Copies")
struct CopyTests {
  @Test("A value is merged in as an update would be")
  func copy() {
    let document = "paths: {/items: {get: {a: 1}}, /some-items: {delete: {b: 2}}}"
    let actions = "  - {target: '$.paths[\"/some-items\"]', copy: '$.paths[\"/items\"]'}"
    #expect(
      outline(Application(actions, to: document).result)
        == "{paths: {/items: {get: {a: 1}}, /some-items: {delete: {b: 2}, get: {a: 1}}}}"
    )
  }

  @Test("Something is moved by an update, a copy and a removal")
  func move() {
    let actions = """
        - {target: $.paths, update: {/new: {}}}
        - {target: "$.paths['/new']", copy: "$.paths['/old']"}
        - {target: "$.paths['/old']", remove: true}
      """
    #expect(
      outline(Application(actions, to: "paths: {/old: {get: {}}, /x: {}}").result)
        == "{paths: {/x: {}, /new: {get: {}}}}"
    )
  }

  @Test("What is copied is the document by then, and later changes of one place leave the other alone")
  func independence() {
    let actions = """
        - {target: $.a, update: {x: 1}}
        - {target: $.b, copy: $.a}
        - {target: $.a.l, update: 9}
      """
    #expect(
      outline(Application(actions, to: "a: {l: [0]}\nb: {}").result) == "{a: {l: [0, 9], x: 1}, b: {l: [0], x: 1}}"
    )
    #expect(outline(Application("  - {target: $.a, copy: $}", to: "a: {b: 1}").result) == "{a: {b: 1, a: {b: 1}}}")
  }

  @Test("Lists are added to lists, and plain values replace plain values")
  func kinds() {
    #expect(outline(Application("  - {target: $.a, copy: $.b}", to: "a: [1]\nb: [2]").result) == "{a: [1, 2], b: [2]}")
    #expect(outline(Application("  - {target: $.a, copy: $.b}", to: "a: 1\nb: 2").result) == "{a: 2, b: 2}")
    #expect(
      outline(Application("  - {target: '$[?@ < 3]', copy: $.c}", to: "a: 1\nb: 2\nc: 3").result)
        == "{a: 3, b: 3, c: 3}"
    )
  }

  @Test("There is one value to copy, not several and not none")
  func sources() {
    let application = Application("  - {target: $.a, copy: $.b.*}", to: "a: {}\nb: {c: 1, d: 2}")
    #expect(
      application.rendered == """
        overlay.yaml:4:25: error: `copy` selects 2 values, and one can be copied [overlay-mismatch]
        4 |   - {target: $.a, copy: $.b.*}
          |                         ^~~~~
        api.yaml:2:8: note: `$['b']['c']` is here
        2 | b: {c: 1, d: 2}
          |        ^
        api.yaml:2:14: note: `$['b']['d']` is here
        2 | b: {c: 1, d: 2}
          |              ^
        help: select one of them

        """
    )
    #expect(
      Application("  - {target: $.a, copy: $.x}", to: "a: {}").findings == [
        "overlay.yaml:4:26 warning overlay-no-match"
      ]
    )
    #expect(Application("  - {target: $.a, copy: '$[\"b\",\"b\"]'}", to: "a: {}\nb: {c: 1}").findings.isEmpty)
  }

  @Test("A path that is none is an error at its place, and so is a copy in Overlay 1.0")
  func invalid() {
    #expect(Application("  - {target: $, copy: a}", to: "a: 1").findings == ["overlay.yaml:4:23 error overlay-target"])
    #expect(
      Application("  - {target: $, copy: $.a}", to: "a: 1", version: "1.0.0").findings
        .first == "overlay.yaml:4:17 error unknown-overlay-key"
    )
  }
}
