import RecastClientPlan

/// Prints an object schema.
///
///     public struct Report: ObjectSchema {
///       public var id: Int
///       public var name: String?
///       public var unknownMembers = UnknownMembers()
///       public init(id: Int, name: String? = nil) { … }
///       public init(from object: inout JSONObjectReader) throws { … }
///       public func write(to object: inout JSONObjectWriter) { … }
///     }
struct ObjectEmitter {
  let spelling: TypeSpelling
  let object: PlannedObject

  private var access: Code { spelling.access }

  /// Prints everything between the braces but nested types.
  func emit(_ writer: inout SourceWriter) {
    emitProperties(&writer)
    writer.line()
    emitInitializer(&writer)
    writer.line()
    emitDecoding(&writer)
    writer.line()
    emitEncoding(&writer)
    if !object.downloadKeys.isEmpty { emitDownloadKeys(&writer) }
    FactoryEmitter(spelling: spelling, object: object).emit(&writer)
  }

  private func emitProperties(_ writer: inout SourceWriter) {
    for property in object.properties {
      writer.doc(DocComment(property.documentation, else: DocComment("The member \(code: property.wireName).")))
      if property.isBoxed {
        emitBoxed(property, &writer)
      } else if property.isOptional, property.presence != .requiredNullable {
        let head: Code = "\(access)var \(property.name): \(spelling(property))"
        writer.nested([head, "didSet"], forgetNull(property, value: property.name))
      } else {
        writer.line("\(access)var \(property.name): \(spelling(property))")
      }
    }
    if let additional = object.additional {
      writer.doc(DocComment("All other members."))
      writer.line("\(access)var additionalProperties: \(spelling(.map(additional)))")
    }
    writer.doc(
      object.isClosed
        ? DocComment("Explicit nulls, which are kept and sent; the document allows no other members.")
        : DocComment("Members that the document does not describe, and explicit nulls; they are kept and sent.")
    )
    let type = spelling.runtime(Identifier("UnknownMembers"))
    writer.line("\(access)var unknownMembers = \(type)()")
  }

  /// What is done when a member has been assigned: a value takes the place of a remembered null. A condition here would
  /// be compiled again in each property.
  private func forgetNull(_ property: PlannedProperty, value: Identifier) -> Code {
    // An observer has values of these names of its own.
    let isShadowed = value == property.name && ["oldValue", "newValue"].contains(value.text)
    let name = StringLiteral(property.wireName)
    return "unknownMembers.forgetNull(\(name), replacedBy: \(isShadowed ? "self." : "")\(value))"
  }

  private func emitBoxed(_ property: PlannedProperty, _ writer: inout SourceWriter) {
    let box: Code = "\(spelling.runtime(Identifier("Indirect")))<\(spelling(property.type))>"
    let storage = property.name.underscored
    writer.block("\(access)var \(property.name): \(spelling(property))") { writer in
      if property.isOptional {
        writer.line("get { \(storage)?.wrappedValue }")
        writer.block("set") { writer in
          writer.line("\(storage) = newValue.map { \(spelling.runtime(Identifier("Indirect")))($0) }")
          if property.presence != .requiredNullable {
            writer.line(forgetNull(property, value: Identifier("newValue")))
          }
        }
      } else {
        writer.line("get { \(storage).wrappedValue }")
        writer.line("set { \(storage).wrappedValue = newValue }")
      }
    }
    writer.line("private var \(storage): \(box)\(property.isOptional ? "?" : "")")
  }

  private func emitInitializer(_ writer: inout SourceWriter) {
    writer.doc(DocComment("Makes a value out of its members."))
    var parameters = object.initializerOrder.map { spelling.parameter($0) }
    if let additional = object.additional {
      parameters.append("additionalProperties: \(spelling(.map(additional))) = [:]")
    }
    writer.function("\(access)init", parameters) { writer in
      for property in object.properties { writer.line(assignment(property)) }
      if object.additional != nil { writer.line("self.additionalProperties = additionalProperties") }
    }
  }

  private func assignment(_ property: PlannedProperty) -> Code {
    guard property.isBoxed else { return "self.\(Code.plain(property.name)) = \(property.name)" }
    let storage = property.name.underscored
    let box = spelling.runtime(Identifier("Indirect"))
    return property.isOptional
      ? "self.\(storage) = \(property.name).map { \(box)($0) }" : "self.\(storage) = \(box)(\(property.name))"
  }

  private func emitDecoding(_ writer: inout SourceWriter) {
    writer.doc(
      DocComment("Reads the members of a JSON object. Throws `JSONError` when one is missing or of another type.")
    )
    let reader = spelling.runtime(Identifier("JSONObjectReader"))
    writer.block("\(access)init(from object: inout \(reader)) throws") { writer in
      for property in object.properties {
        let name = property.isBoxed ? property.name.underscored : property.name
        let value: Code = "object.\(property.accessor)(\(StringLiteral(property.wireName)))"
        writer.line("self.\(Code.plain(name)) = \(property.canStopReading ? "try " : "")\(value)")
      }
      if object.additional != nil { writer.line("self.additionalProperties = try object.additional()") }
      writer.line("self.unknownMembers = try object.\(object.isClosed ? "closedMembers" : "unknownMembers")()")
    }
  }

  private func emitEncoding(_ writer: inout SourceWriter) {
    writer.doc(DocComment("Writes the members of a JSON object, unknown ones last."))
    let type = spelling.runtime(Identifier("JSONObjectWriter"))
    writer.block("\(access)func write(to object: inout \(type))") { writer in
      for property in object.properties {
        let name = property.isBoxed ? property.name.underscored : property.name
        let value: Code = property.name.text == "object" ? "self.\(Code.plain(name))" : "\(name)"
        writer.line("object.\(property.accessor)(\(StringLiteral(property.wireName)), \(value))")
      }
      if object.additional != nil { writer.line("object.additional(additionalProperties)") }
    }
  }

  private func emitDownloadKeys(_ writer: inout SourceWriter) {
    writer.line()
    writer.doc(DocComment("Keys of files that are known beforehand; there may be more."))
    writer.block("\(access)enum DownloadKeys") { writer in
      for key in object.downloadKeys {
        writer.doc(DocComment("The file \(code: key.value)."))
        writer.line("\(access)static let \(key.name) = \(StringLiteral(key.value))")
      }
    }
  }
}

extension PlannedProperty {
  /// The method of reader and writer that fits the member's presence and type.
  fileprivate var accessor: Code {
    switch presence {
    case .required: common?.required ?? "required"
    case .requiredNullable: "requiredNullable"
    case .optional, .optionalNullable: common?.optional ?? "optional"
    }
  }

  /// Whether reading ends with a member that cannot be read: there is nothing to go on with in its place.
  fileprivate var canStopReading: Bool { presence == .required && common == nil }

  /// The methods for types that have methods of their own, which compile faster.
  private var common: (required: Code, optional: Code)? {
    guard !isBoxed else { return nil }
    switch type {
    case .string: return ("string", "optionalString")
    case .int: return ("int", "optionalInt")
    case .double: return ("double", "optionalDouble")
    case .bool: return ("bool", "optionalBool")
    case .date: return ("date", "optionalDate")
    case .array: return ("array", "optional")
    default: return nil
    }
  }
}

extension Code {
  /// An identifier as a parameter's label and name: only `inout`, `var` and `let` are no labels.
  static func label(_ name: Identifier) -> Code {
    ["inout", "var", "let"].contains(name.text) ? name.code : .plain(name)
  }

  /// An identifier as the label of an argument: only `inout` is none, and backticks without need are warned of.
  static func argumentLabel(_ name: Identifier) -> Code { name.text == "inout" ? name.code : .plain(name) }
}
