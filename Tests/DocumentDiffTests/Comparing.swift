import RecastClientGenerator
import RecastClientPlan
import RecastDiagnostics
import RecastDocumentDiff
import Testing

/// Compares documents that are given as text.
enum Comparing {
  /// What changed between two documents.
  static func changes(_ old: String, _ new: String, descriptions: Bool = false) throws -> [Change] {
    let before = try side(old, path: "old.yaml")
    let after = try side(new, path: "new.yaml", names: before.plan.names)
    return DocumentDiff.changes(from: before, to: after, descriptions: descriptions)
  }

  /// A document that is ready to be compared.
  ///
  /// - Parameter names: the names of the client that there was.
  static func side(_ text: String, path: String, names: NameLock = NameLock()) throws -> DiffSide {
    var log = DiagnosticLog()
    let side = side(Array(text.utf8), path: path, names: names, &log)
    return try #require(side, "\(DiagnosticRenderer().render(log))")
  }

  /// A document that is ready to be compared.
  ///
  /// - Parameter overlay: an overlay for the document.
  static func side(_ bytes: [UInt8], path: String, overlay: String? = nil) throws -> DiffSide {
    var log = DiagnosticLog()
    let side = side(bytes, path: path, overlay: overlay, &log)
    return try #require(side, "\(DiagnosticRenderer().render(log))")
  }

  /// A document that is ready to be compared; `nil` when it has an error.
  static func side(
    _ bytes: [UInt8],
    path: String,
    overlay: String? = nil,
    names: NameLock = NameLock(),
    _ log: inout DiagnosticLog
  ) -> DiffSide? {
    var input = GeneratorInput(
      document: SourceFile(path: path, bytes: bytes),
      overlays: overlay.map { [SourceFile(path: "change.overlay.yaml", bytes: Array($0.utf8))] } ?? []
    )
    input.names = names
    return Generator.planned(input, log: &log).map { DiffSide(document: $0.document, plan: $0.plan) }
  }
}

extension Change {
  /// The change in a form that tables can hold: `id level effect`.
  var short: String { "\(id) \(level.rawValue) \(swift.rawValue)" }
}
