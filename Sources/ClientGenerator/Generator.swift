import RecastClientPlan
import RecastDiagnostics
import RecastOpenAPIDocument
import RecastSwiftEmitter
import RecastYAMLReader

/// What a client is generated from: files in memory.
package struct GeneratorInput: Sendable {
  /// The OpenAPI document.
  package var document: SourceFile
  /// Files beside the document that its references may lead into.
  package var files: [SourceFile] = []
  /// Why other files that references name were not read, by path.
  package var refusals: [String: String] = [:]
  /// Overlays in the order in which they are applied.
  package var overlays: [SourceFile]
  /// The configuration, if there is one.
  package var configuration: SourceFile?
  /// The names of an earlier run, which stay what they are.
  package var names = NameLock()
  /// Whether every warning counts as an error, whatever the configuration says.
  package var isStrict: Bool
  /// Whether an overlay action that matches nothing is an error, unless the action says that it may.
  package var overlaysAreStrict: Bool

  /// Takes files that have been read already.
  package init(
    document: SourceFile,
    overlays: [SourceFile] = [],
    configuration: SourceFile? = nil,
    isStrict: Bool = false,
    overlaysAreStrict: Bool = false
  ) {
    self.document = document
    self.overlays = overlays
    self.configuration = configuration
    self.isStrict = isStrict
    self.overlaysAreStrict = overlaysAreStrict
  }
}

/// A generated client: files in memory.
package struct GeneratorOutput: Sendable {
  /// The files, sorted by path.
  package var files: [GeneratedFile]
  /// What the files were made from.
  package var plan: Plan
  /// How long the stages took.
  package var times: StageTimes
  /// How many operations have a method.
  package var operationCount: Int
  /// How many schemas have a type, nested ones included.
  package var schemaCount: Int
}

/// The whole way from bytes to files. It touches neither disk nor network.
package enum Generator {
  /// Generates a client.
  ///
  /// - Parameter log: takes everything that is worth telling.
  /// - Returns: the client, or `nil` when the log holds an error.
  package static func generate(_ input: GeneratorInput, log: inout DiagnosticLog) -> GeneratorOutput? {
    let configuration = configuration(input, log: &log)
    var times = StageTimes()
    let plan = plan(input, configuration, log: &log, &times)
    log.settle()
    guard let plan, !log.hasErrors else { return nil }
    return GeneratorOutput(
      files: times.measure("emit") { Emitter.files(plan) },
      plan: plan,
      times: times,
      operationCount: plan.operations.count,
      schemaCount: plan.declarations.reduce(0) { $0 + count($1) }
    )
  }

  private static func plan(
    _ input: GeneratorInput,
    _ configuration: GeneratorConfiguration,
    log: inout DiagnosticLog,
    _ times: inout StageTimes
  ) -> Plan? {
    guard let document = document(input, log: &log, &times) else { return nil }
    return plan(document, input, configuration, log: &log, &times)
  }

  /// Plans the client of a document.
  static func plan(
    _ document: Document,
    _ input: GeneratorInput,
    _ configuration: GeneratorConfiguration,
    log: inout DiagnosticLog,
    _ times: inout StageTimes
  ) -> Plan {
    var planning = configuration.planner
    planning.names = input.names
    let plan = times.measure("plan") { Planner.plan(document, configuration: planning, log: &log) }
    if let module = configuration.module, module == plan.root.name {
      // `Module.Type` would be read as a member of the type, and nothing in the module could be named in full.
      log.error(
        .invalidConfiguration,
        "module and root type are both called `\(module.text)`",
        at: input.configuration?.span,
        help: "set another `root-type` or `module`"
      )
    }
    return plan
  }

  /// Reads the configuration, and has the log go by what it says of severities.
  static func configuration(_ input: GeneratorInput, log: inout DiagnosticLog) -> GeneratorConfiguration {
    var configuration = GeneratorConfiguration()
    if let file = input.configuration, let root = YAMLParser.parse(file, log: &log) {
      configuration = GeneratorConfiguration(reading: root, log: &log)
    }
    log.policy = configuration.severities
    if input.isStrict { log.policy.isStrict = true }
    if input.overlaysAreStrict { log.policy.levels[.overlayNoMatch] = .error }
    return configuration
  }

  /// Reads the document with its overlays; `nil` when the log holds an error.
  static func document(
    _ input: GeneratorInput,
    log: inout DiagnosticLog,
    _ times: inout StageTimes
  ) -> Document? {
    guard let root = times.measure("read", { overlaidRoot(input, log: &log) }) else { return nil }
    // What is wrong with the text makes nonsense of everything that would be said about its content.
    guard !log.hasErrors else { return nil }
    let files = DocumentFiles(main: root, others: input.files, refusals: input.refusals)
    let document = times.measure("document") { DocumentReader.read(root, files: files, log: &log) }
    return log.hasErrors ? nil : document
  }

  private static func count(_ declaration: PlannedDeclaration) -> Int {
    1 + declaration.nested.reduce(0) { $0 + count($1) }
  }
}
