import RecastClientPlan

/// Prints the method that changes what others may change meanwhile.
///
///     public func edit(
///       planID: UUID,
///       options: CallOptions = .init(),
///       _ change: @Sendable (PlanVersionSummary) async throws -> PlanVersionForm
///     ) async throws -> CreatedPlanVersion {
///       try await core.edit("createPlanVersion", attempts: 4, conflict: 409, current: { … }) { current in … }
///     }
struct EditEmitter {
  let spelling: TypeSpelling
  let operation: PlannedOperation
  let edit: PlannedEdit

  func emit(_ writer: inout SourceWriter) {
    writer.doc(documentation)
    if operation.documentation.deprecated { writer.line("@available(*, deprecated)") }
    let options = spelling.runtime(Identifier("CallOptions"))
    let change: Code =
      "@Sendable (_ current: \(spelling(edit.item))) async throws -> \(spelling(edit.formMember.type))"
    writer.function(
      "\(spelling.access)func \(edit.methodName)",
      parameters.map { spelling.parameter($0) } + [
        "attempts: \(spelling(.int)) = \(edit.attempts)", "options: \(options) = .init()", "_ change: \(change)",
      ],
      effects: " async throws\(result)"
    ) { writer in
      writer.expression(
        .call(
          "core.edit",
          [
            .init(.code("\(StringLiteral(operation.operationID))")),
            .init("attempts", .code("attempts")),
            .init("conflict", .code("\(edit.conflict)")),
            .init("current", .code("{ \(current) }")),
          ],
          closure: .init(parameters: "current in", body: sending)
        ),
        prefix: "try await "
      )
    }
  }

  private var result: Code {
    if case .empty = operation.output { "" } else { " -> \(spelling.output(operation.output))" }
  }

  /// The parameters of the operation that callers give.
  private var parameters: [PlannedParameter] { operation.parameters.filter { !$0.isScope } }

  private var current: Code {
    let arguments = edit.listArguments.map { Expression.Argument(.argumentLabel($0), .code("\($0)")) }
    let list = Expression.call("self.\(Code.plain(edit.listMethod))", arguments + [.init("options", .code("options"))])
    let isCurrent = MemberPathEmitter.value(edit.current, of: "$0")
    return "try await \(list.inline).items.first { \(edit.current.isOptional ? "\(isCurrent) == true" : isCurrent) }"
  }

  private var sending: Expression {
    let body = Expression.call(
      spelling(edit.body),
      [
        .init(.argumentLabel(edit.lockMember), .code(MemberPathEmitter.value(edit.lock, of: "current"))),
        .init(.argumentLabel(edit.formMember.name), .code("change(current)")),
      ]
    )
    let arguments = operation.callArguments.map { argument -> Expression.Argument in
      if case .body(let item) = argument { return .init(.argumentLabel(item.name), body) }
      return .init(.argumentLabel(argument.name), .code("\(argument.name)"))
    }
    return .call(
      "try await core.send",
      [
        .init(.call("Calls.\(Code.plain(operation.callName))", arguments)),
        .init("options", .code("options")),
      ]
    )
  }

  private var documentation: DocComment {
    DocComment(
      """
      Changes what is current: reads it, sends the change that is made of it, and starts over when somebody else was \
      faster.
      """
    )
    .adding("\(code: "\(operation.httpMethod) \(operation.path)")")
    .adding(
      "- Parameters:",
      items: parameters.map {
        ($0.name, DocComment($0.documentation, else: DocComment("The parameter \(code: $0.wireName).")))
      } + [
        (Identifier("attempts"), DocComment("How often to try.")),
        (Identifier("options"), DocComment("Timeout and further headers of each call.")),
        (Identifier("change"), DocComment("Makes the change; it is called again for each attempt.")),
      ]
    )
    .adding(
      """
      - Throws: `EditConflict` after the last attempt, `NothingToEdit` when nothing is current, what `change` throws, \
      and otherwise as `Connection.send`.
      """
    )
  }
}
