import RecastClientPlan

/// Prints an enumeration.
///
///     public struct ReportStatus: OpenEnum {
///       public var rawValue: String
///       public init(rawValue: String) { self.rawValue = rawValue }
///       public static var ready: Self { Self(rawValue: "ready") }
///       public static var knownValues: [Self] { [.ready, .processing] }
///     }
struct EnumerationEmitter {
  let spelling: TypeSpelling
  let enumeration: PlannedEnumeration

  /// Prints everything between the braces.
  func emit(_ writer: inout SourceWriter) {
    let access = spelling.access
    let rawType = spelling(enumeration.rawType.type)
    writer.doc(DocComment("The value as it travels."))
    writer.line("\(access)var rawValue: \(rawType)")
    writer.line()
    writer.doc(DocComment("Takes any value: the server may know more than the document."))
    writer.line("\(access)init(rawValue: \(rawType)) { self.rawValue = rawValue }")
    writer.line()
    for item in enumeration.cases {
      writer.doc(DocComment(item.documentation, else: description(of: item)))
      writer.block("\(access)static var \(item.name): Self", statement: "Self(rawValue: \(rawValue(item)))")
    }
    writer.line()
    writer.doc(DocComment("The values that the document names."))
    writer.block("\(access)static var knownValues: [Self]") { writer in
      writer.expression(.array(enumeration.cases.map { .code(".\(Code.plain($0.name))") }))
    }
  }

  private func description(of item: PlannedEnumeration.Case) -> DocComment {
    item.rawValue.isEmpty ? DocComment("The empty text.") : DocComment("The value \(code: item.rawValue).")
  }

  private func rawValue(_ item: PlannedEnumeration.Case) -> Code {
    switch enumeration.rawType {
    case .string: "\(StringLiteral(item.rawValue))"
    case .int, .double: .number(item.rawValue)
    }
  }
}

extension PlannedEnumeration.RawType {
  fileprivate var type: TypeReference {
    switch self {
    case .string: .string
    case .int: .int
    case .double: .double
    }
  }
}
