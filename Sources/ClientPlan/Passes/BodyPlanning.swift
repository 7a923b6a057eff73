import RecastDiagnostics
import RecastOpenAPIDocument

extension OperationPlanner {
  /// Plans what an operation answers when it succeeds.
  mutating func output(_ operation: Operation, _ typePrefix: Identifier) -> PlannedOutput {
    let stated = operation.responses.filter(\.isSuccess)
    // An operation that describes nothing but `default` means its usual answer.
    let usual = stated.isEmpty ? operation.responses.filter { $0.status == "default" } : stated
    let successes = usual.compactMap { keyed in
      types.index.response(keyed.response, log: &types.log).map { (keyed, $0) }
    }
    guard let (chosen, response) = successes.first(where: { !$0.1.content.isEmpty }) else { return .empty }
    for (other, content) in successes where other.status != chosen.status && !content.content.isEmpty {
      types.log.warning(
        .severalResponses,
        "only the body of `\(chosen.status)` is generated",
        at: other.span,
        label: "the body of `\(other.status)` is read as if it were that"
      )
    }
    if let media = response.content.first(where: \.isJSON) {
      if media.schema == nil {
        types.log.warning(
          .responseWithoutSchema,
          "response `\(chosen.status)` has no schema",
          at: media.span,
          label: "read as any value",
          help: "add a schema"
        )
      }
      let use = types.use(of: media.schema, hint: NameHint(name: typePrefix.appending(Identifier("Response"))))
      return .json(use.nullable ? .nullable(use.type) : use.type)
    }
    guard let media = response.content.first else { return .empty }
    if media.essence.hasPrefix("text/"), media.essence != "text/csv" { return .text }
    return .stream(contentType: media.essence)
  }
}
