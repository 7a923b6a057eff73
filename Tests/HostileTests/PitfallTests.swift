import Foundation
import RecastTestSupport
import Testing

/// A fault that other generators or their clients had, and the tests that keep it out of this one.
struct Pitfall: Sendable, CustomTestStringConvertible {
  let name: String
  /// Names of tests, by the files that they are in.
  let tests: KeyValuePairs<String, [String]>

  var testDescription: String { name }

  static let all = [
    Pitfall(
      name: "text breaks out of string literals",
      tests: [
        "GeneratorTests/Text/StringLiteralTests.swift": ["read back as the text that they were made of"],
        "HostileTests/HostilePositionTests.swift": ["change nothing in the code but literals and comments"],
        "CompileTests/HostileTextTests.swift": ["comes out of a compiled program as it went in"],
      ]
    ),
    Pitfall(
      name: "text breaks out of comments",
      tests: [
        "GeneratorTests/Text/DocCommentTests.swift": [
          "hold every text on lines of their own", "do not turn the direction of writing",
        ],
        "HostileTests/FuzzTests.swift": ["come out as plain code or as findings with places"],
      ]
    ),
    Pitfall(
      name: "names and extensions become code",
      tests: [
        "HostileTests/HostilePositionTests.swift": [
          "change nothing in the code but literals, comments and names", "bring no code in from any position",
        ]
      ]
    ),
    Pitfall(
      name: "file names lead out of the folder",
      tests: [
        "GeneratorTests/Output/FileNameTests.swift": ["cannot lead out of the folder", "differ even where cases"],
        "GeneratorTests/Command/OutputFolderTests.swift": [
          "is all that a manifest has power over", "is not left through a symbolic link",
        ],
        "RecastRuntimeTests/Downloads/FileNameTests.swift": ["a key becomes a name that stays in its folder"],
      ]
    ),
    Pitfall(
      name: "references fetch from networks, or read other files",
      tests: [
        "GeneratorTests/Command/ReferencedFilesTests.swift": [
          "are not read outside of it", "are not read through symbolic links", "are neither fetched nor read",
        ],
        "HostileTests/PitfallTests.swift": ["opens no connections"],
      ]
    ),
    Pitfall(
      name: "small documents cost everything",
      tests: [
        "YAMLReaderTests/LimitTests.swift": ["Repeated doubling through aliases", "Deep nesting is an error"],
        "YAMLReaderTests/AliasTests.swift": ["An alias inside of what it refers to is an error"],
        "OverlayTests/BudgetTests.swift": ["Copies that double the document again and again"],
        "HostileTests/LargeDocumentTests.swift": ["cost no more than their size"],
      ]
    ),
    Pitfall(
      name: "redirects take credentials along",
      tests: [
        "RecastRuntimeTests/Client/RedirectTests.swift": [
          "any other address gets none", "coming back from a foreign address", "only GET and HEAD",
        ],
        "RecastRuntimeTests/Transport/URLSessionTransportTests.swift": [
          "a redirect to another port gets no credential"
        ],
        "RecastRuntimeTests/Auth/SchemeTests.swift": ["do not follow a redirect to another host"],
      ]
    ),
    Pitfall(
      name: "credentials show in logs, errors and descriptions",
      tests: [
        "RecastRuntimeTests/Observability/RedactionTests.swift": [
          "do not show the token", "an error that repeats the token is cleaned", "the log tells operation",
        ],
        "RecastRuntimeTests/Auth/CredentialTests.swift": ["a text that is no token is refused without being shown"],
      ]
    ),
    Pitfall(
      name: "values change headers and addresses",
      tests: [
        "RecastRuntimeTests/Client/RequestTests.swift": [
          "a path parameter is one segment", "a path parameter that would vanish or climb",
          "a header that could become two",
        ],
        "RecastRuntimeTests/Client/ServerTests.swift": ["take only the values that the document lists"],
        "RecastRuntimeTests/Auth/SchemeTests.swift": ["refuse what would end a cookie"],
      ]
    ),
    Pitfall(
      name: "the tool does more than it was asked to",
      tests: [
        "GeneratorTests/Command/OutputFolderTests.swift": ["nothing that the generator did not write"],
        "GeneratorTests/Command/GenerateCommandTests.swift": ["leaves a file alone that it did not write"],
        "GeneratorTests/Command/CheckAndExplainTests.swift": ["and writes nothing"],
        "HostileTests/PitfallTests.swift": ["opens no connections"],
      ]
    ),
  ]
}

/// Every known pitfall has tests of its own, and what holds of the generator as a whole holds of its sources.
@Suite("Pitfalls", .ownThread)
struct PitfallTests {
  @Test("have tests", arguments: Pitfall.all)
  func tests(_ pitfall: Pitfall) throws {
    for (path, names) in pitfall.tests {
      let file = PackageFolder.root.appendingPathComponent("Tests/" + path)
      let tests = try String(contentsOf: file, encoding: .utf8)
      for name in names { #expect(tests.contains(name), "\(path) has no test that is called “\(name)”") }
    }
  }

  @Test(
    "of networks are none: the generator opens no connections and starts no programs",
    arguments: [
      "ClientGenerator", "ClientPlan", "DiagnosticReports", "Diagnostics", "GeneratorFiles", "JSONPath",
      "OpenAPIDocument", "Overlay", "SwiftEmitter", "YAMLReader", "recast-codegen",
    ]
  )
  func connections(_ module: String) throws {
    let folder = PackageFolder.root.appendingPathComponent("Sources/" + module)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    #expect(!paths.isEmpty)
    for path in paths {
      let source = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      let code = source.split(separator: "\n").filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
      for line in code {
        let isNetwork = line.contains(
          /import FoundationNetworking|\b(URLSession[.(]|socket\(|connect\(|Process\(|posix_spawn)/
        )
        #expect(!isNetwork, "\(module)/\(path): \(line)")
      }
    }
  }
}
