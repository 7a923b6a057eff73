import RecastClientPlan

/// Prints how an answer becomes the output of a call, and the enum of an operation that has several answers.
///
///     .byStatus([.status(200, .json, StartExportOutput.ok), .status(202, StartExportOutput.accepted)])
struct AnswerEmitter {
  let spelling: TypeSpelling

  /// The decoding of an output, as an argument.
  func decoding(_ output: PlannedOutput, _ accept: String?) -> Expression {
    switch output {
    case .empty: return .code(".empty")
    case .json: return .code(accept.map { ".json(accept: \(StringLiteral($0)))" } ?? ".json")
    case .optionalJSON: return .code(".optionalJSON(\(argument(accept)))")
    case .text: return .code(accept.map { ".text(accept: \(StringLiteral($0)))" } ?? ".text")
    case .stream(let contentType): return .code(".stream(accept: \(StringLiteral(accept ?? contentType)))")
    case .values(let stream): return .code(values(stream, accept))
    case .cases(let answers): return .call(".byStatus", [.init(.array(answers.cases.map { item($0, answers) }))])
    }
  }

  private func argument(_ accept: String?) -> Code { accept.map { "accept: \(StringLiteral($0))" } ?? "" }

  private func values(_ stream: PlannedStream, _ accept: String?) -> Code {
    guard stream.element != nil else { return ".serverSentEvents" }
    switch stream.format {
    case .events: return ".events()"
    case .eventObjects(let dataIsText): return dataIsText ? ".eventObjects()" : ".eventObjects(jsonData: true)"
    case .lines: return ".jsonStream(accept: \(StringLiteral(accept ?? "application/x-ndjson")))"
    case .records:
      return ".jsonStream(accept: \(StringLiteral(accept ?? "application/json-seq")), separator: .recordSeparator)"
    }
  }

  private func item(_ item: PlannedAnswers.Case, _ answers: PlannedAnswers) -> Expression {
    let (first, last) = (item.statuses.lowerBound, item.statuses.upperBound)
    let function: Code = first == last ? ".status" : ".statuses"
    let status: Code = first == last ? "\(first)" : "\(first)...\(last)"
    let name: Code = "\(spelling(answers.name)).\(Code.plain(item.name))"
    guard item.output != .empty else { return .call(function, [.init(.code(status)), .init(.code(name))]) }
    return .call(function, [.init(.code(status)), .init(decoding(item.output, item.accept)), .init(.code(name))])
  }

  /// The enum of an operation that has several answers.
  ///
  ///     public enum StartExportOutput: Sendable {
  ///       case ok(Export)
  ///       case accepted
  ///     }
  func emit(_ answers: PlannedAnswers, of operation: PlannedOperation, _ writer: inout SourceWriter) {
    writer.doc(DocComment("What \(code: operation.operationID) answers: the status decides."))
    let conformances: Code =
      answers.cases.allSatisfy(\.output.isHashable)
      ? "\(spelling.swift(Identifier("Hashable"))), \(spelling.swift(Identifier("Sendable")))"
      : spelling.swift(Identifier("Sendable"))
    writer.block("nonisolated \(spelling.access)enum \(answers.name.last): \(conformances)") { writer in
      for item in answers.cases {
        writer.doc(DocComment(item.documentation).adding("Status \(code: item.status)."))
        let payload: Code = item.output == .empty ? "" : "(\(spelling.output(item.output)))"
        writer.line("case \(item.name)\(payload)")
      }
    }
  }
}

extension PlannedOutput {
  /// Whether values of the output can be compared.
  fileprivate var isHashable: Bool {
    switch self {
    case .empty, .json, .optionalJSON, .text: true
    case .stream, .values, .cases: false
    }
  }

  /// The types of the document that the output is made of.
  var types: [TypeReference] {
    switch self {
    case .empty, .text, .stream: []
    case .json(let type), .optionalJSON(let type): [type]
    case .values(let stream): stream.element.map { [$0] } ?? []
    case .cases(let answers): answers.cases.flatMap(\.output.types)
    }
  }
}

extension TypeSpelling {
  /// What a call answers.
  func output(_ output: PlannedOutput) -> Code {
    switch output {
    case .empty: "Void"
    case .json(let type): self(type)
    case .optionalJSON(let type): "\(self(type))?"
    case .text: swift(Identifier("String"))
    case .stream: runtime(Identifier("ResponseBody"))
    case .values(let stream): values(stream)
    case .cases(let answers): self(answers.name)
    }
  }

  private func values(_ stream: PlannedStream) -> Code {
    guard let element = stream.element else { return runtime(Identifier("ServerSentEvents")) }
    switch stream.format {
    case .events, .eventObjects: return "\(runtime(Identifier("EventStream")))<\(self(element))>"
    case .lines, .records: return "\(runtime(Identifier("JSONStream")))<\(self(element))>"
    }
  }
}
