import RecastClientPlan
import RecastDiagnostics
import RecastOpenAPIDocument

/// Compares two documents operation by operation.
struct DocumentComparer {
  var documents: ResolvedPair
  var graph: SchemaGraph
  let surfaces: SurfaceComparison
  let descriptions: Bool
  /// The changes of the operation that is being compared.
  var found: [Change] = []
  /// The schemas that the operation uses.
  var uses: [SchemaUse] = []

  init(_ old: DiffSide, _ new: DiffSide, descriptions: Bool) {
    documents = ResolvedPair(old: ResolvedDocument(old.document), new: ResolvedDocument(new.document))
    graph = SchemaGraph(comparesDescriptions: descriptions)
    self.descriptions = descriptions
    surfaces = SurfaceComparison(old: SwiftSurface(old.plan), new: SwiftSurface(new.plan))
  }

  /// All changes in order.
  mutating func changes() -> [Change] {
    let pairing = OperationPairing(documents.old.document, documents.new.document)
    var perOperation: [(own: [Change], uses: [SchemaUse])] = []
    for entry in pairing.entries {
      found = []
      uses = []
      switch entry {
      case .added(let operation): add(operation)
      case .removed(let operation, let isWholePath): remove(operation, isWholePath: isWholePath)
      case .both(let old, let new): compare(old, new)
      }
      perOperation.append((found, uses))
    }
    graph.settle()
    found = []
    compareSecurity()
    compareServers()
    compareComponents()
    let whole = found
    return whole + perOperation.flatMap { $0.own + schemaChanges($0.uses) }
  }

  private mutating func add(_ operation: PlacedOperation) {
    let key = operation.key
    report(
      .endpointAdded,
      of: key,
      at: SourcePlaces(old: nil, new: operation.operation.span),
      surfaces.new.methods[key].map { .additive("`\($0.name)` is new") } ?? .none
    )
  }

  private mutating func remove(_ operation: PlacedOperation, isWholePath: Bool) {
    let rule: OperationRule =
      switch (isWholePath, operation.operation.deprecated) {
      case (true, false): .pathRemoved
      case (true, true): .pathRemovedAfterDeprecation
      case (false, false): .removed
      case (false, true): .removedAfterDeprecation
      }
    report(
      rule,
      of: operation.key,
      at: SourcePlaces(old: operation.operation.span, new: nil),
      surfaces.old.methods[operation.key].map { .breaking("`\($0.name)` is gone") } ?? .none
    )
  }

  /// Adds a change that is not one of a schema.
  mutating func report(
    _ rule: OperationRule,
    of operation: Change.Operation?,
    _ arguments: String...,
    at places: SourcePlaces,
    _ judgement: SwiftJudgement
  ) {
    report(rule, of: operation, arguments: arguments, at: places, judgement)
  }

  /// Adds a change that is not one of a schema.
  mutating func report(
    _ rule: OperationRule,
    of operation: Change.Operation?,
    arguments: [String],
    at places: SourcePlaces,
    _ judgement: SwiftJudgement
  ) {
    found.append(
      Change(
        id: rule.id,
        level: rule.level,
        operation: operation,
        text: Phrase.text(rule.phrase, arguments),
        wire: rule.wire,
        swift: judgement.effect,
        swiftText: judgement.text,
        old: places.old,
        new: places.new,
        arguments: arguments
      )
    )
  }
}

/// A schema of an operation that both documents have.
struct SchemaUse {
  /// The operation in the newer document.
  var operation: MatchedOperation
  /// Where the schema is used.
  var place: SchemaPlace
  /// The pair of schemas in the graph.
  var position: Int
  /// Where the use was written.
  var places: SourcePlaces
}
