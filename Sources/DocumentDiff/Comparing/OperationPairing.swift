import RecastClientPlan
import RecastOpenAPIDocument

/// An operation with its path.
struct PlacedOperation {
  /// The path that the operation stands below.
  var item: PathItem
  /// The operation.
  var operation: Operation

  /// The operation as changes name it.
  var key: Change.Operation { Change.Operation(method: operation.method.name, path: item.path) }
}

/// An operation of both documents.
struct MatchedOperation {
  /// The operation in the older document.
  var old: PlacedOperation
  /// The operation in the newer document.
  var new: PlacedOperation

  /// The operation as changes name it.
  var key: Change.Operation { new.key }
}

/// Finds the operations that both documents have: those of one method whose paths differ in nothing but the names of
/// parameters.
struct OperationPairing {
  /// An operation of one document or of both.
  enum Entry {
    case added(PlacedOperation)
    case removed(PlacedOperation, isWholePath: Bool)
    case both(PlacedOperation, PlacedOperation)
  }

  /// All operations: in the order of the newer document, and then those that only the older one has.
  private(set) var entries: [Entry] = []

  private struct Key: Hashable {
    var method: Operation.Method
    var shape: PathShape
  }

  init(_ old: Document, _ new: Document) {
    let before = Self.operations(of: old)
    let after = Self.operations(of: new)
    // What has the very same path is the same operation; only then do names not count.
    var left = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var matches: [Change.Operation: PlacedOperation] = [:]
    for operation in after { matches[operation.key] = left.removeValue(forKey: operation.key) }
    var shapes = Dictionary(
      before.filter { left[$0.key] != nil }.map { (Self.key($0), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for operation in after where matches[operation.key] == nil {
      guard let match = shapes.removeValue(forKey: Self.key(operation)) else { continue }
      matches[operation.key] = match
      left[match.key] = nil
    }
    for operation in after {
      entries.append(matches[operation.key].map { .both($0, operation) } ?? .added(operation))
    }
    let paths = Set(new.paths.map { PathShape($0.path) })
    for operation in before where left[operation.key] != nil {
      entries.append(.removed(operation, isWholePath: !paths.contains(PathShape(operation.item.path))))
    }
  }

  private static func key(_ operation: PlacedOperation) -> Key {
    Key(method: operation.operation.method, shape: PathShape(operation.item.path))
  }

  private static func operations(of document: Document) -> [PlacedOperation] {
    document.paths.flatMap { item in item.operations.map { PlacedOperation(item: item, operation: $0) } }
  }
}
