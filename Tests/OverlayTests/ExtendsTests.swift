import Testing

@Suite("The document that an overlay names")
struct ExtendsTests {
  @Test(
    "Another document is warned of",
    arguments: [
      ("api.yaml", "spec/x.overlay.yaml", "spec/api.yaml", true),
      ("./api.yaml", "spec/x.overlay.yaml", "spec/api.yaml", true),
      ("../api.yaml#/info", "spec/overlays/x.overlay.yaml", "./spec/api.yaml", true),
      ("my%20api.yaml", "x.yaml", "my api.yaml", true),
      ("/srv/spec/api.yaml", "x.yaml", "spec/api.yaml", true),
      ("file:///srv/spec/api.yaml", "x.yaml", "/srv/spec/api.yaml", true),
      ("https://example.com/v1/api.yaml?x=1", "x.yaml", "spec/api.yaml", true),
      ("https://example.com/", "x.yaml", "spec/api.yaml", true),
      ("api.yaml", "spec/overlays/x.overlay.yaml", "spec/api.yaml", false),
      ("other.yaml", "x.yaml", "api.yaml", false),
      ("https://example.com/other.yaml", "x.yaml", "spec/api.yaml", false),
      ("/srv/other/api.yaml", "x.yaml", "/srv/spec/api.yaml", false),
    ]
  )
  func names(reference: String, overlay: String, document: String, isSame: Bool) {
    let text = """
      overlay: 1.1.0
      info: {title: T, version: '1'}
      extends: '\(reference)'
      actions: [{target: $, update: {b: 1}}]
      """
    let application = Application(overlay: Array(text.utf8), document: Array("a: 1".utf8), at: overlay, of: document)
    #expect(application.findings == (isSame ? [] : ["\(overlay):3:10 warning overlay-extends"]))
    #expect(outline(application.result) == "{a: 1, b: 1}")
  }
}
