import RecastDiagnostics
import RecastOpenAPIDocument

/// Puts known download keys on the forms whose jobs produce them, `SpendSummaryReportForm.DownloadKeys.tablesDaily`, and
/// on the values that list them, `Forecast.DownloadKeys.dailyForecast`.
struct DownloadKeysPass {
  var declarations: [PlannedDeclaration]
  var log: DiagnosticLog

  /// Finds the union in the operation's body, and the alternative of every discriminator value.
  mutating func apply(_ keys: [DownloadKeysExtension], to operation: PlannedOperation) {
    guard !keys.isEmpty, let first = keys.first else { return }
    guard let union = union(in: operation) else {
      log.error(
        .unusableConvention,
        "`x-client-download-keys` needs a body with a union that has a discriminator",
        at: first.span
      )
      return
    }
    for entry in keys {
      let payload = union.cases.first { item in
        if case .discriminator(let values) = item.match { values.contains(entry.value) } else { false }
      }
      guard case .named(let name)? = payload?.type,
        let position = declarations.firstIndex(where: { $0.name == name }),
        case .object(var object) = declarations[position].kind
      else {
        reportUnknown(entry, union)
        continue
      }
      object.downloadKeys = constants(entry.keys)
      declarations[position].kind = .object(object)
    }
  }

  /// Puts the keys that a download operation is known to serve on the type that lists its files.
  mutating func apply(_ download: DownloadExtension, of operations: [PlannedOperation]) {
    guard !download.keys.isEmpty,
      let get = operations.first(where: { $0.httpMethod == "GET" && $0.path == download.of }),
      case .json(.named(let name)) = get.output,
      let position = declarations.firstIndex(where: { $0.name == name }),
      case .object(var object) = declarations[position].kind
    else { return }
    object.downloadKeys = constants(download.keys)
    declarations[position].kind = .object(object)
  }

  private func constants(_ keys: [String]) -> [PlannedConstant] {
    var scope = NameScope(reserved: ReservedWords.cases)
    return keys.map { PlannedConstant(name: scope.claim(SwiftName.value($0)), value: $0) }
  }

  private func union(in operation: PlannedOperation) -> PlannedUnion? {
    guard case .json(.named(let body))? = operation.body?.content else { return nil }
    func declared(_ type: TypeReference) -> PlannedDeclaration.Kind? {
      guard case .named(let name) = type else { return nil }
      return declarations.first { $0.name == name }?.kind
    }
    var candidates = [declared(.named(body))]
    if case .object(let object)? = candidates[0] { candidates += object.properties.map { declared($0.type) } }
    for case .union(let union)? in candidates where union.discriminator != nil { return union }
    return nil
  }

  private mutating func reportUnknown(_ entry: DownloadKeysExtension, _ union: PlannedUnion) {
    let known = union.cases.flatMap { item -> [String] in
      if case .discriminator(let values) = item.match { values } else { [] }
    }
    log.error(
      .unusableConvention,
      "no alternative of the body has the discriminator `\(entry.value)`",
      at: entry.span,
      help: Suggestion.help(for: entry.value, in: known)
    )
  }
}
