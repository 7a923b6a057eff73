// swift-tools-version: 6.1

import PackageDescription

// On Linux the headers lie on the default search path. Asking pkg-config there would make SwiftPM warn everybody who
// only uses the library and has no libyaml.
#if os(Linux)
  let libyamlPkgConfig: String? = nil
#else
  let libyamlPkgConfig: String? = "yaml-0.1"
#endif

let package = Package(
  name: "recast-swift",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
  products: [
    .library(name: "RecastAPI", targets: ["RecastAPI"]),
    .library(name: "RecastRuntime", targets: ["RecastRuntime"]),
    .library(name: "RecastSandbox", targets: ["RecastSandbox"]),
    .executable(name: "recast-codegen", targets: ["recast-codegen"]),
    .executable(name: "recast-sandbox", targets: ["recast-sandbox"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // The client.
    .target(
      name: "RecastRuntime",
      dependencies: [
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ]
    ),
    .target(name: "RecastAPI", dependencies: ["RecastRuntime"], path: "Generated"),

    // The generator: one target per stage, so that the compiler keeps the data flowing one way.
    .target(name: "RecastDiagnostics", path: "Sources/Diagnostics"),
    .target(
      name: "RecastDiagnosticReports",
      dependencies: ["RecastDiagnostics"],
      path: "Sources/DiagnosticReports"
    ),
    .systemLibrary(
      name: "CRecastYAML",
      pkgConfig: libyamlPkgConfig,
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "RecastYAMLReader", dependencies: ["CRecastYAML", "RecastDiagnostics"], path: "Sources/YAMLReader"),
    .target(
      name: "RecastJSONPath",
      dependencies: ["RecastDiagnostics", "RecastYAMLReader"],
      path: "Sources/JSONPath"
    ),
    .target(
      name: "RecastOverlay",
      dependencies: ["RecastDiagnostics", "RecastJSONPath", "RecastYAMLReader"],
      path: "Sources/Overlay"
    ),
    .target(
      name: "RecastOpenAPIDocument",
      dependencies: ["RecastDiagnostics", "RecastYAMLReader"],
      path: "Sources/OpenAPIDocument"
    ),
    .target(
      name: "RecastClientPlan",
      dependencies: ["RecastDiagnostics", "RecastOpenAPIDocument", "RecastYAMLReader"],
      path: "Sources/ClientPlan"
    ),
    .target(name: "RecastSwiftEmitter", dependencies: ["RecastClientPlan"], path: "Sources/SwiftEmitter"),
    .target(
      name: "RecastDocumentDiff",
      dependencies: [
        "RecastClientPlan", "RecastDiagnosticReports", "RecastDiagnostics", "RecastOpenAPIDocument",
        "RecastSwiftEmitter",
        "RecastYAMLReader",
      ],
      path: "Sources/DocumentDiff"
    ),
    .target(
      name: "RecastClientGenerator",
      dependencies: [
        "RecastClientPlan", "RecastDiagnostics", "RecastOpenAPIDocument", "RecastOverlay", "RecastSwiftEmitter",
        "RecastYAMLReader",
      ],
      path: "Sources/ClientGenerator"
    ),
    .target(
      name: "RecastGeneratorFiles",
      dependencies: ["RecastClientGenerator", "RecastDiagnostics", "RecastOpenAPIDocument"],
      path: "Sources/GeneratorFiles"
    ),
    .executableTarget(
      name: "recast-codegen",
      dependencies: [
        "RecastClientGenerator", "RecastClientPlan", "RecastDiagnosticReports", "RecastDiagnostics",
        "RecastDocumentDiff", "RecastGeneratorFiles", "RecastYAMLReader",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // A local Recast.
    .target(
      name: "RecastSandbox",
      dependencies: [
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .executableTarget(
      name: "recast-sandbox",
      dependencies: [
        "RecastSandbox",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "quickstart",
      dependencies: [
        "RecastAPI", "RecastClientGenerator", "RecastDiagnostics", "RecastGeneratorFiles", "RecastSandbox",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    // The project's own chores.
    .target(
      name: "RecastExercise",
      dependencies: ["RecastRuntime", .product(name: "HTTPTypes", package: "swift-http-types")],
      path: "Sources/Exercise"
    ),
    .target(
      name: "RecastCorpus",
      dependencies: [
        "RecastClientGenerator", "RecastClientPlan", "RecastDiagnostics", "RecastExercise", "RecastGeneratorFiles",
        "RecastRuntime", "RecastYAMLReader",
      ],
      path: "Sources/Corpus"
    ),
    .target(
      name: "RecastFuzz",
      dependencies: [
        "RecastClientGenerator", "RecastDiagnosticReports", "RecastDiagnostics", "RecastYAMLReader",
      ],
      path: "Sources/Fuzz"
    ),
    .executableTarget(
      name: "dev",
      dependencies: [
        "CRecastYAML", "RecastClientGenerator", "RecastCorpus", "RecastDiagnostics", "RecastFuzz", "RecastRuntime",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // Tests, and what they share.
    .target(
      name: "RecastTestSupport",
      dependencies: ["RecastClientGenerator", "RecastDiagnostics"],
      path: "Tests/TestSupport"
    ),
    .testTarget(name: "DiagnosticsTests", dependencies: ["RecastDiagnosticReports", "RecastDiagnostics"]),
    .testTarget(name: "YAMLReaderTests", dependencies: ["RecastTestSupport", "RecastYAMLReader"]),
    .testTarget(
      name: "JSONPathTests",
      dependencies: ["RecastDiagnostics", "RecastJSONPath", "RecastTestSupport", "RecastYAMLReader"]
    ),
    .testTarget(
      name: "CorpusTests",
      dependencies: [
        "RecastClientGenerator", "RecastClientPlan", "RecastCorpus", "RecastDiagnostics", "RecastTestSupport",
        "RecastYAMLReader",
      ],
      exclude: ["known-failures.tsv", "Python"]
    ),
    .testTarget(
      name: "OverlayTests",
      dependencies: ["RecastDiagnostics", "RecastJSONPath", "RecastOverlay", "RecastTestSupport", "RecastYAMLReader"]
    ),
    .testTarget(
      name: "GeneratorTests",
      dependencies: [
        "RecastClientGenerator", "RecastClientPlan", "RecastDiagnostics", "RecastSwiftEmitter", "RecastTestSupport",
        "RecastYAMLReader", "recast-codegen",
      ]
    ),
    .testTarget(
      name: "DocumentDiffTests",
      dependencies: [
        "RecastClientGenerator", "RecastClientPlan", "RecastDiagnosticReports", "RecastDiagnostics",
        "RecastDocumentDiff", "RecastFuzz", "RecastGeneratorFiles", "RecastOpenAPIDocument", "RecastTestSupport",
        "RecastYAMLReader",
      ],
      exclude: ["Golden", "Tables"]
    ),
    .testTarget(name: "BenchTests", dependencies: ["RecastTestSupport", "dev", "recast-codegen"]),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["RecastOpenAPIDocument", "RecastTestSupport"],
      exclude: ["Cases"]
    ),
    .testTarget(name: "CompileTests", dependencies: ["RecastRuntime", "RecastSwiftEmitter", "RecastTestSupport"]),
    .testTarget(name: "RecastAPITests", dependencies: ["RecastAPI"]),
    .testTarget(
      name: "SpecTests",
      dependencies: [
        "RecastAPI", "RecastClientGenerator", "RecastDiagnostics", "RecastSandbox", "RecastTestSupport",
      ]
    ),
    .target(
      name: "RecastRequestFixture",
      dependencies: ["RecastRuntime"],
      path: "Tests/GoldenTests/Cases/requests/expected"
    ),
    .testTarget(name: "RequestTests", dependencies: ["RecastRequestFixture"]),
    .testTarget(name: "JourneyTests", dependencies: ["RecastAPI", "RecastSandbox", "RecastTestSupport", "quickstart"]),
    .testTarget(
      name: "HostileTests",
      dependencies: ["RecastClientGenerator", "RecastDiagnostics", "RecastFuzz", "RecastTestSupport"]
    ),
    .testTarget(
      name: "RehearsalTests",
      dependencies: [
        "RecastClientGenerator", "RecastDiagnostics", "RecastGeneratorFiles", "RecastTestSupport", "RecastYAMLReader",
        "quickstart",
      ]
    ),
    .testTarget(name: "ConsumerTests", dependencies: ["RecastTestSupport"]),
    .testTarget(name: "RecastRuntimeTests", dependencies: ["RecastRuntime", "RecastTestSupport"]),
    .testTarget(
      name: "SandboxTests",
      dependencies: ["RecastSandbox", "RecastTestSupport", "recast-sandbox"],
      exclude: ["Python"]
    ),
  ]
)
