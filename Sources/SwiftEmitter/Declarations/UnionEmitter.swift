import RecastClientPlan

/// Prints a union.
///
///     public indirect enum ReportForm: UnionSchema {
///       case spendSummary(SpendSummaryReportForm)
///       case unknown(JSONValue)
///       public init(from json: inout JSONReader) throws { … }
///       public func write(to json: inout JSONWriter) throws { … }
///       public static func spendSummary(deploymentID: Int, …) -> Self { … }
///     }
struct UnionEmitter {
  let spelling: TypeSpelling
  let union: PlannedUnion

  private var access: Code { spelling.access }
  private var value: Code { spelling.runtime(Identifier("JSONValue")) }

  /// Prints everything between the braces but nested types.
  func emit(_ writer: inout SourceWriter) {
    for item in union.cases {
      writer.doc(documentation(item))
      writer.line("case \(item.name)(\(spelling(item.type)))")
    }
    writer.doc(DocComment("Anything that the document does not describe, kept as it is."))
    writer.line("case unknown(\(value))")
    writer.line()
    emitDecoding(&writer)
    writer.line()
    emitEncoding(&writer)
    for item in union.cases {
      guard let arguments = item.factory else { continue }
      writer.line()
      emitFactory(item, arguments, &writer)
    }
  }

  private func documentation(_ item: PlannedUnion.Case) -> DocComment {
    guard case .discriminator(let values) = item.match, let first = values.first, let name = union.discriminator else {
      return DocComment(item.documentation, else: DocComment("A value of this alternative."))
    }
    return DocComment(item.documentation).adding("Its \(code: name) is \(code: first).")
  }

  private func emitDecoding(_ writer: inout SourceWriter) {
    writer.doc(DocComment("Reads one of the alternatives. Throws `JSONError` when the value does not fit its own."))
    let reader = spelling.runtime(Identifier("JSONReader"))
    writer.block("\(access)init(from json: inout \(reader)) throws") { writer in
      guard !isTried else { return emitTrying(&writer) }
      if let name = union.discriminator {
        emitSwitch("json.discriminator(\(StringLiteral(name)))", union.cases.filter(\.isDiscriminated), &writer) {
          writer in
          let others = union.cases.filter { !$0.isDiscriminated && !$0.isOtherwise }
          guard !others.isEmpty else { return emitOtherwise(&writer) }
          emitSwitch("json.kind", others, &writer, otherwise: emitOtherwise)
        }
      } else {
        emitSwitch("json.kind", union.cases, &writer, otherwise: emitOtherwise)
      }
    }
  }

  private func emitSwitch(
    _ subject: Code,
    _ cases: [PlannedUnion.Case],
    _ writer: inout SourceWriter,
    otherwise: (inout SourceWriter) -> Void
  ) {
    writer.line("switch \(subject) {")
    for item in cases {
      writer.line("case \(pattern(item.match)):")
      writer.indented { $0.line(reading(item)) }
    }
    writer.line("default:")
    writer.indented { otherwise(&$0) }
    writer.line("}")
  }

  private func emitOtherwise(_ writer: inout SourceWriter) {
    let base = union.cases.first(where: \.isOtherwise)
    writer.line(base.map(reading) ?? "self = .unknown(try \(value)(from: &json))")
  }

  private func reading(_ item: PlannedUnion.Case) -> Code {
    "self = .\(Code.plain(item.name))(try \(spelling(item.type))(from: &json))"
  }

  /// Whether nothing tells the alternatives apart, so that each is tried.
  private var isTried: Bool { union.cases.contains { if case .closest = $0.match { true } else { false } } }

  private func emitTrying(_ writer: inout SourceWriter) {
    writer.line("var match = \(spelling.runtime(Identifier("UnionMatch")))(json, as: Self.self)")
    for item in union.cases {
      guard case .closest(let limits) = item.match else { continue }
      let name: Code = "Self.\(Code.plain(item.name))"
      guard let limits else {
        writer.line("match.consider(\(name))")
        continue
      }
      let values = limits.values.map { Expression.code("\(StringLiteral($0))") }
      writer.expression(
        .call(
          "match.consider",
          [
            .init(.code(name)), .init("where", .code("\(StringLiteral(limits.member))")),
            .init("isOneOf", .array(values)),
          ]
        )
      )
    }
    writer.line("self = try match.value ?? .unknown(\(value)(from: &json))")
  }

  private func pattern(_ match: PlannedUnion.Match) -> Code {
    switch match {
    case .discriminator(let values): .joined(values.map { "\(StringLiteral($0))" })
    case .kinds(let kinds): .joined(kinds.map { ".\(kind($0))" })
    case .members(let names):
      names.isEmpty
        ? ".object" : ".object where json.hasMembers([\(.joined(names.map { "\(StringLiteral($0))" }))])"
    case .closest, .otherwise: "_"
    }
  }

  private func kind(_ kind: PlannedUnion.JSONKind) -> Code {
    switch kind {
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  private func emitEncoding(_ writer: inout SourceWriter) {
    writer.doc(DocComment("Writes the value of the alternative."))
    let type = spelling.runtime(Identifier("JSONWriter"))
    writer.block("\(access)func write(to json: inout \(type)) throws") { writer in
      writer.line("switch self {")
      for item in union.cases { writer.line("case .\(Code.plain(item.name))(let value): try value.write(to: &json)") }
      writer.line("case .unknown(let value): try value.write(to: &json)")
      writer.line("}")
    }
  }

  private func emitFactory(
    _ item: PlannedUnion.Case,
    _ arguments: [PlannedUnion.FactoryArgument],
    _ writer: inout SourceWriter
  ) {
    guard case .named(let payload) = item.type else { return }
    let given = arguments.compactMap(\.given)
    writer.doc(
      documentation(item).adding(
        "- Parameters:",
        items: given.map {
          ($0.name, DocComment($0.documentation, else: DocComment("The member \(code: $0.wireName).")))
        }
      )
    )
    writer.function("\(access)static func \(item.name)", given.map { spelling.parameter($0) }, effects: " -> Self") {
      writer in
      let values = arguments.map { argument in
        switch argument {
        case .given(let property): Expression.Argument(.argumentLabel(property.name), .code("\(property.name)"))
        case .preset(let name, let value): Expression.Argument(.argumentLabel(name), .code(spelling(value)))
        }
      }
      writer.expression(.call(".\(Code.plain(item.name))", [.init(.call(spelling(payload), values))]))
    }
  }
}

extension PlannedUnion.Case {
  fileprivate var isDiscriminated: Bool { if case .discriminator = match { true } else { false } }

  fileprivate var isOtherwise: Bool { if case .otherwise = match { true } else { false } }
}
