import RecastClientPlan

/// Prints a rule of a request: `RequestCheck(.ascending(["/start", "/end"], strictly: true))`.
struct CheckEmitter {
  let spelling: TypeSpelling
  let check: PlannedCheck

  var value: Expression {
    var arguments: [Expression.Argument] = [.init(rule)]
    if let condition = check.condition {
      var parts: [Expression.Argument] = [.init(text(condition.place))]
      if !condition.values.isEmpty { parts.append(.init("isOneOf", texts(condition.values))) }
      arguments.append(.init("when", .call(".init", parts)))
    }
    if let remedy = check.remedy { arguments.append(.init("remedy", text(remedy))) }
    return .call(spelling.runtime(Identifier("RequestCheck")), arguments)
  }

  private var rule: Expression {
    let places = Expression.Argument(texts(check.places))
    let first = Expression.Argument(text(check.places.first ?? ""))
    switch check.rule {
    case .ascending(let strictly): return .call(".ascending", [places, .init("strictly", bool(strictly))])
    case .notEmpty: return .call(".notEmpty", [places])
    case .range(let bounds):
      let values = bounds.map { Expression.Argument(.argumentLabel($0.name), .code(.number($0.number))) }
      return .call(".range", [first, .init(.call(".init", values))])
    case .allowed(let values): return .call(".allowed", [first, .init(texts(values))])
    case .atMostOne: return .call(".atMostOne", [places])
    case .atLeastOne: return .call(".atLeastOne", [places])
    case .required: return .call(".required", [places])
    case .forbidden: return .call(".forbidden", [places])
    case .table(let firstColumn, let complete):
      return .call(".table", [places, .init("firstColumn", text(firstColumn)), .init("complete", bool(complete))])
    }
  }

  private func text(_ text: String) -> Expression { .code("\(StringLiteral(text))") }

  private func texts(_ texts: [String]) -> Expression { .array(texts.map { text($0) }) }

  private func bool(_ value: Bool) -> Expression { .code(value ? "true" : "false") }
}
