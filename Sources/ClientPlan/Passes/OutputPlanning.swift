import RecastDiagnostics
import RecastOpenAPIDocument

/// A response of an operation with the status that it answers with.
struct DescribedAnswer {
  var keyed: Response.Keyed
  var response: Response

  /// Whether HTTP lets an answer of this status have a body (RFC 9110, section 6.4.1).
  var allowsBody: Bool { !["204", "205"].contains(keyed.status) }
}

/// A way to ask for what an operation answers: the main one, or one for a further kind of content.
struct OutputVariant {
  /// What tells the variant's names from those of the main one; `nil` for the main one.
  var suffix: Identifier?
  var output: PlannedOutput
  var accept: String?
}

extension OperationPlanner {
  /// What an operation describes, split into what answers a call and what is thrown.
  mutating func answers(_ operation: Operation) -> (successes: [DescribedAnswer], errors: [DescribedAnswer]) {
    let all = operation.responses.compactMap { keyed in
      types.index.response(keyed.response, log: &types.log).map { DescribedAnswer(keyed: keyed, response: $0) }
    }
    let successes = all.filter { $0.keyed.codes.map { (200...299).contains($0.lowerBound) } ?? false }
    guard successes.isEmpty else {
      return (successes, all.filter { $0.keyed.codes.map { !(200...299).contains($0.lowerBound) } ?? true })
    }
    // An operation that describes nothing but `default` and errors means its usual answer.
    let leadsElsewhere = all.contains { $0.keyed.codes.map { $0.lowerBound < 400 } ?? false }
    guard !leadsElsewhere else { return ([], all) }
    return (all.filter { $0.keyed.codes == nil }, all.filter { $0.keyed.codes != nil })
  }

  /// Plans what an operation answers when it succeeds: the main form first.
  mutating func outputs(
    _ operation: Operation,
    _ successes: [DescribedAnswer],
    _ typePrefix: Identifier
  ) -> [OutputVariant] {
    guard !successes.isEmpty else { return [OutputVariant(output: outputWithoutSuccess(operation))] }
    guard operation.method != .head else {
      for media in successes.flatMap(\.response.content) {
        reportBody(media, "an answer to HEAD has no body", "left out")
      }
      return [OutputVariant(output: .empty)]
    }
    let main = output(successes, preferring: nil, typePrefix)
    var variants = [OutputVariant(output: main.output, accept: main.accept)]
    for kind in furtherKinds(successes, typePrefix) {
      let further = output(successes, preferring: kind, typePrefix.appending(kind.suffix))
      variants.append(OutputVariant(suffix: kind.suffix, output: further.output, accept: further.accept))
    }
    return variants
  }

  /// An operation that describes no success: one that leads elsewhere, or one that nobody has finished describing.
  private mutating func outputWithoutSuccess(_ operation: Operation) -> PlannedOutput {
    if let upgrade = operation.responses.first(where: { $0.status == "101" }) {
      types.log.warning(
        .unsupportedResponse,
        "a change of protocol is not generated",
        at: upgrade.span,
        label: "the method sends an ordinary request",
        help: "open the connection with a library for that protocol"
      )
      return .empty
    }
    // The connection follows redirects: what they lead to is anything.
    if operation.responses.contains(where: { $0.codes.map { (300...399).contains($0.lowerBound) } ?? false }) {
      return .stream(contentType: "*/*")
    }
    types.log.warning(
      .undescribedSuccess,
      "no answer of a call that succeeds is described",
      at: operation.span,
      label: "its body is dropped",
      help: "describe the response `200`; meanwhile, `raw` of the call answers with the bytes"
    )
    return .empty
  }

  /// The kinds of content for which the operation gets a variant, in document order.
  private mutating func furtherKinds(_ successes: [DescribedAnswer], _ typePrefix: Identifier) -> [AnswerKind] {
    var kinds: [AnswerKind] = []
    for answer in successes {
      let preferred = answer.response.preferredKind
      for media in answer.response.content {
        let kind = AnswerKind(media)
        guard kind != preferred, !kinds.contains(kind) else { continue }
        if preferred == .json, isOtherNotation(media, kind, answer.response) { continue }
        kinds.append(kind)
      }
    }
    return kinds
  }

  /// Whether a content type is another notation of what callers get as JSON, typed. ASP.NET lists `text/plain` beside
  /// JSON for everything that it answers, Grape whatever its formatters write; a text alone may well be wanted bare.
  private mutating func isOtherNotation(_ media: MediaType, _ kind: AnswerKind, _ response: Response) -> Bool {
    if isSameData(media, response) { return kind == .xml || media.schema.map { !isOpaque($0) } ?? false }
    guard let schema = media.schema, !isOpaque(schema),
      let json = response.content.first(where: { AnswerKind($0) == .json }), media.hasSameSchema(as: json)
    else { return false }
    // The same again in other letters: what stands here comes to nothing.
    reportUnlessOpaque(media, "asked for as `\(json.name)`, which has the same schema")
    return true
  }

  /// Whether a content type is another notation of what the response has as JSON.
  func isSameData(_ media: MediaType, _ response: Response) -> Bool {
    guard let json = response.content.first(where: { AnswerKind($0) == .json }) else { return false }
    if case .schema(let own)? = media.schema, case .schema(let other)? = json.schema, own.span == other.span {
      return true
    }
    switch (media.schema, json.schema) {
    case (.reference(let left, _)?, .reference(let right, _)?): return left.text == right.text
    case (.schema(let left)?, .schema(let right)?):
      if case .reference(let left, _)? = left.items, case .reference(let right, _)? = right.items {
        return left.text == right.text
      }
      return false
    case (nil, _): return true
    default: return false
    }
  }

  // MARK: One variant

  private mutating func output(
    _ successes: [DescribedAnswer],
    preferring kind: AnswerKind?,
    _ typePrefix: Identifier
  ) -> (output: PlannedOutput, accept: String?) {
    let withBody = successes.filter { !$0.response.content.isEmpty }.count
    var cases: [PlannedAnswers.Case] = []
    var canBeEmpty = false
    for answer in successes {
      let name = withBody < 2 ? typePrefix : typePrefix.appending(StatusName.type(answer.keyed.status))
      let body = body(answer, preferring: kind, name)
      canBeEmpty = canBeEmpty || body == nil || !answer.allowsBody
      cases.append(
        PlannedAnswers.Case(
          name: StatusName.value(answer.keyed.status),
          statuses: answer.keyed.codes ?? 200...299,
          output: body?.output ?? .empty,
          accept: body?.accept,
          status: answer.keyed.status,
          documentation: Documentation(paragraphs: [answer.response.description].compactMap { $0 })
        )
      )
    }
    shareEqualTypes(&cases)
    let bodies = cases.filter { $0.output != .empty }
    guard let first = bodies.first else { return (.empty, nil) }
    guard bodies.allSatisfy({ $0.output == first.output }) else {
      var names = NameScope(reserved: ReservedWords.answers)
      for position in cases.indices { cases[position].name = names.claim(cases[position].name) }
      let name = types.claimTopLevel(typePrefix.appending(Identifier("Output")))
      return (.cases(PlannedAnswers(name: name, cases: cases)), nil)
    }
    if canBeEmpty, case .json(let type) = first.output { return (.optionalJSON(type.withoutNull), first.accept) }
    return (first.output, first.accept)
  }

  /// Bodies written in place that are the same get one type.
  private mutating func shareEqualTypes(_ cases: inout [PlannedAnswers.Case]) {
    for position in cases.indices.dropFirst() {
      guard case .json(let type) = cases[position].output else { continue }
      for earlier in cases[..<position] {
        guard case .json(let known) = earlier.output, known != type, types.mergeIfEqual(type, into: known) else {
          continue
        }
        cases[position].output = earlier.output
        break
      }
    }
  }

  /// The body of an answer in the wanted kind of content, else in the preferred one.
  private mutating func body(
    _ answer: DescribedAnswer,
    preferring kind: AnswerKind?,
    _ typePrefix: Identifier
  ) -> (output: PlannedOutput, accept: String?)? {
    let content = answer.response.content
    let kinds = content.map { AnswerKind($0) }
    guard let kind = kind.flatMap({ kinds.contains($0) ? $0 : nil }) ?? answer.response.preferredKind else {
      return nil
    }
    let media = zip(kinds, content).filter { $0.0 == kind }.map(\.1)
    guard let first = media.first else { return nil }
    if !answer.allowsBody {
      reportBody(first, "an answer with status \(answer.keyed.status) has no body", "read if there is one all the same")
    }
    return bodyPlan(media, first, kind, answer, typePrefix.appending(Identifier("Response")))
  }

  private mutating func reportBody(_ media: MediaType, _ problem: String, _ label: String) {
    guard reported.insert(media.span).inserted else { return }
    types.log.warning(.bodyNotAllowed, problem, at: media.span, label: label)
  }
}

extension TypeReference {
  /// The type of a value that is not null.
  var withoutNull: TypeReference {
    if case .nullable(let type) = self { type } else { self }
  }
}
