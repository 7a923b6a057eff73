import RecastDiagnostics
import RecastOpenAPIDocument

/// Looks up what the rules of a request are about, so that a misspelled member is not a rule without effect.
struct CheckPass {
  let declared: [TypeName: PlannedDeclaration]
  var log: DiagnosticLog

  /// The rules of an operation.
  mutating func checks(_ checks: [CheckExtension], of operation: PlannedOperation) -> [PlannedCheck] {
    checks.map { check in
      for place in check.places + [check.condition?.place].compactMap({ $0 }) { look(for: place, in: operation) }
      return PlannedCheck(
        rule: rule(check),
        places: check.places.map(\.text),
        condition: check.condition.map { ($0.place.text, $0.values) },
        remedy: check.remedy
      )
    }
  }

  private func rule(_ check: CheckExtension) -> PlannedCheck.Rule {
    switch check.rule {
    case .ascending: .ascending(strictly: check.isStrict)
    case .notEmpty: .notEmpty
    case .range: .range(bounds: check.bounds.map { (SwiftName.value($0.name), "\($0.number)") })
    case .allowed: .allowed(check.values)
    case .atMostOne: .atMostOne
    case .atLeastOne: .atLeastOne
    case .required: .required
    case .forbidden: .forbidden
    case .table: .table(firstColumn: check.values.first ?? "", complete: check.isStrict)
    }
  }

  private mutating func look(for place: CheckExtension.Place, in operation: PlannedOperation) {
    if place.text.hasPrefix("?") {
      let names = operation.parameters.filter { $0.location == .query }.map(\.wireName)
      let name = String(place.text.dropFirst())
      if !names.contains(name) { report(place, "there is no query parameter `\(name)`", name, names) }
      return
    }
    guard let pointer = JSONPointer(place.text, span: place.span), case .json(let body)? = operation.body?.content
    else { return report(place, "the operation has no JSON body", "", []) }
    var types = [body]
    for token in pointer.tokens {
      let found = types.map { members(token, of: $0) }
      // Beyond what the document describes, anything may be there.
      if found.contains(where: { $0 == nil }) { return }
      types = found.flatMap { $0 ?? [] }
      if types.isEmpty {
        return report(place, "there is no member `\(token)`", token, names)
      }
    }
  }

  /// The names that were there where a member was looked for last.
  private var names: [String] = []

  init(declared: [TypeName: PlannedDeclaration], log: DiagnosticLog) {
    self.declared = declared
    self.log = log
  }

  /// The types of a member, one for each alternative that has it; nil when the type says nothing about members.
  private mutating func members(_ token: String, of type: TypeReference) -> [TypeReference]? {
    switch type {
    case .json, .budgetTable: return nil
    case .array(let element), .map(let element): return token == "*" || type != .array(element) ? [element] : []
    case .nullable(let inner): return members(token, of: inner)
    case .named(let name):
      switch declared[name]?.kind {
      case .object(let object):
        let found = object.properties.filter { $0.wireName == token || token == "*" }.map(\.type)
        names = object.properties.map(\.wireName)
        return found.isEmpty ? object.additional.map { [$0] } ?? [] : found
      case .union(let union):
        let found = union.cases.map { members(token, of: $0.type) }
        return found.contains { $0 == nil } ? nil : found.flatMap { $0 ?? [] }
      case .enumeration, nil: return []
      }
    default: return []
    }
  }

  private mutating func report(_ place: CheckExtension.Place, _ reason: String, _ name: String, _ known: [String]) {
    log.warning(
      .unusableConvention,
      "the check is without effect: \(reason)",
      at: place.span,
      label: "looked for here",
      help: Suggestion.help(for: name, in: known)
    )
  }
}
