import RecastClientGenerator
import RecastClientPlan
import RecastDiagnostics
import RecastYAMLReader
import Testing

@Suite("Configuration")
struct ConfigurationTests {
  @Test("says names, access and where a credential comes from")
  func all() throws {
    let (configuration, messages) = try read(
      """
      module: ShopAPI
      root-type: Shop
      access: package
      credential-environment: [SHOP_TOKEN, TOKEN]
      base-url: https://api.example.com
      """
    )
    #expect(messages.isEmpty)
    #expect(configuration.module?.text == "ShopAPI")
    #expect(configuration.planner.rootType == "Shop")
    #expect(configuration.planner.access == .package)
    #expect(configuration.planner.credentialEnvironment == ["SHOP_TOKEN", "TOKEN"])
    #expect(configuration.planner.baseURL == "https://api.example.com")
  }

  @Test(
    "is an error where it makes no sense",
    arguments: [
      ("acess: public", "unknown key `acess` in the configuration"),
      ("access: private", "unknown access level `private`"),
      ("root-type: [a]", "`root-type` needs a text"), ("base-url: ''", "`base-url` needs a text"),
      ("credential-environment: TOKEN", "`credential-environment` is a list of names"),
      ("- access", "the configuration is not a mapping"),
    ]
  )
  func errors(_ pair: (text: String, message: String)) throws {
    #expect(try read(pair.text).messages == [pair.message])
  }

  private func read(_ text: String) throws -> (configuration: GeneratorConfiguration, messages: [String]) {
    var log = DiagnosticLog()
    let file = SourceFile(path: "recast-codegen.yaml", bytes: Array(text.utf8))
    let root = try #require(YAMLParser.parse(file, log: &log))
    let configuration = GeneratorConfiguration(reading: root, log: &log)
    return (configuration, log.diagnostics.map(\.message))
  }
}
