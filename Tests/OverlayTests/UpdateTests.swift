import RecastTestSupport
import Testing

@Suite("Updates and removals")
struct UpdateTests {
  @Test(
    "Values are merged by the rules of Overlay 1.1",
    arguments: [
      ("{a: 1}", "{b: 2}", "{a: 1, b: 2}"),
      ("{a: 1}", "{a: 2}", "{a: 2}"),
      ("{a: {b: 1, c: 2}}", "{a: {c: 3, d: {e: 4}}}", "{a: {b: 1, c: 3, d: {e: 4}}}"),
      ("{a: [1]}", "{a: [2, 3]}", "{a: [1, 2, 3]}"),
      ("{a: null}", "{a: x}", "{a: x}"),
      ("{a: x}", "{a: null}", "{a: null}"),
      ("[1]", "[2, 3]", "[1, 2, 3]"),
      ("[1]", "{a: 2}", "[1, {a: 2}]"),
      ("[1]", "x", "[1, x]"),
      ("1", "x", "x"),
    ]
  )
  func merge(old: String, update: String, new: String) {
    let application = Application("  - {target: $.x, update: \(update)}", to: "x: \(old)\ny: 0")
    #expect(outline(application.result) == "{x: \(new), y: 0}")
    #expect(application.findings.isEmpty)
  }

  @Test("The root can be updated; order is kept and new keys come last")
  func root() {
    let application = Application("  - {target: $, update: {info: {x-a: 1}, z: 2}}", to: "info: {title: T}\npaths: {}")
    #expect(outline(application.result) == "{info: {title: T, x-a: 1}, paths: {}, z: 2}")
  }

  @Test("Kinds that do not fit are an error that names both places")
  func mismatch() {
    let application = Application("  - target: $\n    update: {a: [1]}\n", to: "a: {b: 1}")
    #expect(application.result == nil)
    #expect(
      application.rendered == """
        overlay.yaml:5:17: error: this cannot be merged: the document has a mapping here, the update has a list \
        [overlay-mismatch]
        5 |     update: {a: [1]}
          |                 ^~~
        api.yaml:1:4: note: in the document
        1 | a: {b: 1}
          |    ^~~~~~
        help: remove the old value by an action of its own before

        """
    )
  }

  @Test("A target that selects different kinds is an error")
  func mixedTargets() {
    let application = Application("  - {target: $.*, update: {x: 1}}", to: "a: {}\nb: []")
    #expect(application.findings == ["overlay.yaml:4:14 error overlay-mismatch"])
  }

  @Test("Actions are applied in order, each to the result of those before")
  func order() {
    let actions = """
        - {target: $, update: {a: {}}}
        - {target: $.a, update: {b: 1}}
        - {target: $.a.b, update: 2}
        - {target: $.old, remove: true}
        - {target: $, update: {old: new}}
      """
    #expect(outline(Application(actions, to: "old: {x: 1}").result) == "{a: {b: 2}, old: new}")
  }

  @Test(
    "Targets select by name, index and wildcard",
    arguments: [
      ("$.paths.*.get", "{paths: {/a: {get: {k: 1, x: 1}, put: {k: 2}}, /b: {get: {k: 3, x: 1}}}, list: [{}, {}, {}]}"),
      (
        "$['paths'][\"/a\"]['put']",
        "{paths: {/a: {get: {k: 1}, put: {k: 2, x: 1}}, /b: {get: {k: 3}}}, list: [{}, {}, {}]}"
      ),
      (
        "$.paths[*][*]",
        "{paths: {/a: {get: {k: 1, x: 1}, put: {k: 2, x: 1}}, /b: {get: {k: 3, x: 1}}}, list: [{}, {}, {}]}"
      ),
      ("$.list[0]", "{paths: {/a: {get: {k: 1}, put: {k: 2}}, /b: {get: {k: 3}}}, list: [{x: 1}, {}, {}]}"),
      ("$.list[-1]", "{paths: {/a: {get: {k: 1}, put: {k: 2}}, /b: {get: {k: 3}}}, list: [{}, {}, {x: 1}]}"),
      (
        "$.list[ 0 , -1, 0]", "{paths: {/a: {get: {k: 1}, put: {k: 2}}, /b: {get: {k: 3}}}, list: [{x: 1}, {}, {x: 1}]}"
      ),
      ("$.list.*", "{paths: {/a: {get: {k: 1}, put: {k: 2}}, /b: {get: {k: 3}}}, list: [{x: 1}, {x: 1}, {x: 1}]}"),
      (
        "$.paths['\\/a','\\u002Fb'].get",
        "{paths: {/a: {get: {k: 1, x: 1}, put: {k: 2}}, /b: {get: {k: 3, x: 1}}}, list: [{}, {}, {}]}"
      ),
    ]
  )
  func selectors(target: String, expected: String) {
    let document = "paths: {/a: {get: {k: 1}, put: {k: 2}}, /b: {get: {k: 3}}}\nlist: [{}, {}, {}]"
    let application = Application("  - target: >-\n      \(target)\n    update: {x: 1}\n", to: document)
    #expect(outline(application.result) == expected)
    #expect(application.findings.isEmpty)
  }

  @Test("Removal takes values out of mappings and lists")
  func remove() {
    let document = "a: {b: 1, c: 2, d: 3}\nl: [1, 2, 3]"
    let actions = "  - {target: \"$.a['b','d']\", remove: true}\n  - {target: '$.l[0,2]', remove: true}\n"
    #expect(outline(Application(actions, to: document).result) == "{a: {c: 2}, l: [2]}")
    #expect(outline(Application("  - {target: $.a.*, remove: true}", to: document).result) == "{a: {}, l: [1, 2, 3]}")
    #expect(
      outline(Application("  - {target: $.a, remove: true, update: {x: 1}}", to: document).result) == "{l: [1, 2, 3]}"
    )
    let nested = "a: {x: {a: 1, b: 2}}\nb: [{a: 3}, {c: 4}]"
    #expect(outline(Application("  - {target: $..a, remove: true}", to: nested).result) == "{b: [{}, {c: 4}]}")
    #expect(outline(Application("  - {target: $..*, remove: true}", to: nested).result) == "{}")
    #expect(
      Application("  - {target: $, remove: true}", to: document).findings == ["overlay.yaml:4:14 error overlay-target"]
    )
  }

  @Test("A value that aliases share changes at the selected place only")
  func aliases() {
    let application = Application("  - {target: $.b.x, update: {z: 1}}", to: "a: &a {x: {y: 0}}\nb: *a\nc: *a")
    #expect(outline(application.result) == "{a: {x: {y: 0}}, b: {x: {y: 0, z: 1}}, c: {x: {y: 0}}}")
    #expect(application.result?["a"]?.id == application.result?["c"]?.id)
  }

  @Test("Every part keeps the place in the file that it came from")
  func places() {
    let result = Application("  - target: $.a\n    update: {c: two, b: three}\n", to: "a:\n  b: one\n  d: 0\n").result
    #expect(result?["a"]?.span.description == "api.yaml:2:3")
    #expect(result?["a"]?["b"]?.span.description == "overlay.yaml:5:25")
    #expect(result?["a"]?.entry("b")?.keySpan.description == "api.yaml:2:3")
    #expect(result?["a"]?.entry("c")?.keySpan.description == "overlay.yaml:5:14")
    #expect(result?["a"]?["d"]?.span.description == "api.yaml:3:6")
  }

  @Test("Updates of many places in a large document are quick", .ownThread(within: .seconds(60)))
  func large() {
    let document = (0..<5000).map { "k\($0): {get: {a: 1}}\n" }.joined()
    let actions = (0..<20).map { "  - {target: '$.*.*', update: {x\($0): 1}}\n" }.joined()
    #expect(Application(actions, to: document).result?["k4999"]?["get"]?.entries.count == 21)
  }

  @Test("Nesting without end is an error")
  func depth() {
    let nested = String(repeating: "{a: ", count: 300) + "{}" + String(repeating: "}", count: 300)
    let path = "$" + String(repeating: ".a", count: 300)
    let application = Application("  - {target: \(path), update: \(nested)}", to: nested)
    #expect(application.log.diagnostics.map(\.tag) == [.documentTooLarge])
  }
}
