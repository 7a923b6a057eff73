import RecastClientPlan

/// Prints the method of an operation in its resource: one statement that hands the call to the connection.
///
///     public func get(id: Int, options: CallOptions = .init()) async throws -> Report {
///       try await core.send(Calls.getReport(client: client, id: id), options: options)
///     }
struct MethodEmitter {
  let spelling: TypeSpelling
  let operation: PlannedOperation
  /// The resource's method that makes a job out of an id.
  let jobMethod: Identifier

  func emit(_ writer: inout SourceWriter) {
    writer.doc(OperationDocumentation(operation, spelling).forMethod(hidden: pageParameter.map { [$0] } ?? []))
    if operation.documentation.deprecated { writer.line("@available(*, deprecated)") }
    switch operation.convention {
    case .send: emitSend(&writer)
    case .job(let job): emitJob(job, &writer)
    case .pages(let pages): emitPages(pages, &writer)
    case .download(let name, _): emitDownload(name, &writer)
    }
  }

  private var head: Code { "\(spelling.access)func \(operation.methodName)" }

  private func emitSend(_ writer: inout SourceWriter) {
    let output = spelling.output(operation.output)
    let result: Code =
      if case .empty = operation.output { "" } else { " -> \(output)" }
    writer.function(head, parameters + [optionsParameter], effects: " async throws\(result)") { writer in
      writer.expression(.call("\(core).send", [.init(call), optionsArgument]), prefix: "try await ")
    }
  }

  private func emitJob(_ job: PlannedJob, _ writer: inout SourceWriter) {
    let result: Code = " async throws -> \(spelling.runtime(Identifier("Job")))<\(spelling(job.value))>"
    writer.function(head, parameters + [optionsParameter], effects: result) { writer in
      let label = Code.argumentLabel(job.idParameter.name)
      let closure = Expression.Closure(
        body: .call(own(jobMethod), [.init(label, .code("$0.\(MemberPathEmitter.required(job.id))"))])
      )
      writer.expression(.call("\(core).start", [.init(call), optionsArgument], closure: closure), prefix: "try await ")
    }
  }

  private func emitPages(_ pages: PlannedPages, _ writer: inout SourceWriter) {
    let sequence: Code =
      "\(spelling.runtime(Identifier("PageSequence")))<\(spelling(pages.page)), \(spelling(pages.item))>"
    writer.function(head, parameters + [optionsParameter], effects: " -> \(sequence)") { writer in
      var arguments: [Expression.Argument] = [
        .init("items", .code("{ \(MemberPathEmitter.value(pages.items, of: "$0", else: "[]")) }"))
      ]
      if let total = pages.totalPages {
        arguments.append(.init("totalPages", .code("{ \(totalPages(total)) }")))
      }
      arguments.append(optionsArgument)
      let closure = Expression.Closure(parameters: "\(pages.pageParameter) in", body: call)
      writer.expression(.call("\(core).pages", arguments, closure: closure))
    }
  }

  /// The number of pages as the runtime counts them, whatever size of integer the document chose.
  private func totalPages(_ total: MemberPath) -> Code {
    let value = MemberPathEmitter.value(total, of: "$0")
    guard total.type != .int else { return value }
    let int = spelling(.int)
    return total.isOptional ? "(\(value)).map { \(int)(clamping: $0) }" : "\(int)(clamping: \(value))"
  }

  private func emitDownload(_ name: PlannedFileName, _ writer: inout SourceWriter) {
    let key: Code =
      switch name {
      case .parameter(let parameter): "\(parameter)"
      case .fixed(let text): "\(StringLiteral(text))"
      }
    let result: Code = " -> \(spelling.runtime(Identifier("Download")))"
    writer.function(head, parameters + [optionsParameter], effects: result) { writer in
      writer.expression(.call("\(core).download", [.init(call), .init("key", .code(key)), optionsArgument]))
    }
  }

  // MARK: Parameters

  private var pageParameter: Identifier? {
    if case .pages(let pages) = operation.convention { pages.pageParameter } else { nil }
  }

  private var ownArguments: [PlannedArgument] {
    operation.methodArguments.filter { argument in
      guard case .parameter(let parameter) = argument else { return true }
      return !parameter.isScope && parameter.name != pageParameter
    }
  }

  private var optionsParameter: Code { "options: \(spelling.runtime(Identifier("CallOptions"))) = .init()" }

  private var optionsArgument: Expression.Argument { .init("options", .code("options")) }

  private var parameters: [Code] {
    let arguments = ownArguments
    return arguments.map { argument in
      let parameter = spelling.parameter(argument)
      return argument.name == unlabelled(arguments) ? "_ \(parameter)" : parameter
    }
  }

  /// The one thing that every call states, when it is the body or a member of it: it needs no label.
  private func unlabelled(_ arguments: [PlannedArgument]) -> Identifier? {
    let needed = arguments.filter(\.hasNoDefault)
    guard needed.count == 1, let only = needed.first else { return nil }
    if case .parameter = only { return nil }
    if case .multipart? = operation.body?.content { return nil }
    return only.name
  }

  // MARK: Call

  private var core: Code { own(Identifier("core")) }

  /// A member of the resource; parameters of the same name would hide it.
  private func own(_ member: Identifier) -> Code {
    ownArguments.contains { $0.name == member } ? "self.\(Code.plain(member))" : "\(member)"
  }

  /// The factory's call with everything that the method was given.
  private var call: Expression {
    .call(
      "Calls.\(Code.plain(operation.callName))",
      operation.callArguments.map { argument in
        guard case .body(let body) = argument else {
          return .init(.argumentLabel(argument.name), .code(value(of: argument)))
        }
        return .init(.argumentLabel(body.name), bodyValue(body))
      }
    )
  }

  private func value(of argument: PlannedArgument) -> Code {
    guard case .pages(let pages) = operation.convention, pages.pageParameter == argument.name, pages.pageType != .int
    else { return "\(argument.name)" }
    return "\(spelling(pages.pageType))(clamping: \(argument.name))"
  }

  private func bodyValue(_ body: PlannedBody) -> Expression {
    guard let members = body.flattened, let type = body.type else { return .code("\(body.name)") }
    return .call(
      spelling(type),
      members.map { Expression.Argument(.argumentLabel($0.name), .code("\($0.name)")) }
    )
  }
}

/// Prints the way from a value to one of its members.
enum MemberPathEmitter {
  /// The members behind a value, none of which is optional.
  static func required(_ path: MemberPath) -> Code { .joined(path.steps.map { .plain($0.name) }, separator: ".") }

  /// The members of a value, with optional chaining; and what stands for an absent one.
  static func value(_ path: MemberPath, of value: Code, else fallback: Code? = nil) -> Code {
    var code = value
    var wasOptional = false
    for (position, step) in path.steps.enumerated() {
      code = "\(code)\(wasOptional ? "?" : "").\(Code.plain(step.name))"
      if step.isEach {
        let isOptional = path.steps.prefix(position + 1).contains(where: \.isOptional)
        var rest = path
        rest.steps.removeFirst(position + 1)
        let list: Code = isOptional ? "(\(code) ?? [])" : code
        return "\(list).flatMap { \(self.value(rest, of: "$0", else: "[]")) }"
      }
      wasOptional = step.isOptional
    }
    guard path.isOptional, let fallback else { return code }
    return "\(code) ?? \(fallback)"
  }
}
