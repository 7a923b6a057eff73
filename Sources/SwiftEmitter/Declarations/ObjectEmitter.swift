import RecastClientPlan

/// Prints an object schema.
///
///     public struct Report: ObjectSchema {
///       public var id: Int
///       public var name: String?
///       public var unknownMembers = UnknownMembers()
///       public init(id: Int, name: String? = nil) { … }
///       public init(from object: inout JSONObjectReader) throws { … }
///       public func write(to object: inout JSONObjectWriter) throws { … }
///     }
struct ObjectEmitter {
  let spelling: TypeSpelling
  let name: TypeName
  let object: PlannedObject

  private var access: Code { spelling.access }

  /// Members that may be sent as null although they may be left out: callers have to be able to say which.
  private var nullable: [PlannedProperty] { object.properties.filter { $0.presence == .optionalNullable } }

  /// The protocols that the struct conforms to.
  var conformances: Code {
    let schema = spelling.runtime(Identifier("ObjectSchema"))
    return nullable.isEmpty ? schema : "\(schema), \(spelling.runtime(Identifier("NullableMembersProviding")))"
  }

  /// Prints everything between the braces but nested types.
  func emit(_ writer: inout SourceWriter) {
    emitProperties(&writer)
    writer.line()
    emitInitializer(&writer)
    writer.line()
    emitDecoding(&writer)
    writer.line()
    emitEncoding(&writer)
    if !nullable.isEmpty { emitNullableMembers(&writer) }
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
        writer.line("self.\(Code.plain(name)) = try object.\(property.accessor)(\(StringLiteral(property.wireName)))")
      }
      if object.additional != nil { writer.line("self.additionalProperties = try object.additional()") }
      writer.line("self.unknownMembers = try object.\(object.isClosed ? "closedMembers" : "unknownMembers")()")
    }
  }

  private func emitEncoding(_ writer: inout SourceWriter) {
    writer.doc(DocComment("Writes the members of a JSON object, unknown ones last."))
    let type = spelling.runtime(Identifier("JSONObjectWriter"))
    writer.block("\(access)func write(to object: inout \(type)) throws") { writer in
      for property in object.properties {
        let name = property.isBoxed ? property.name.underscored : property.name
        let value: Code = property.name.text == "object" ? "self.\(Code.plain(name))" : "\(name)"
        writer.line("try object.\(property.accessor)(\(StringLiteral(property.wireName)), \(value))")
      }
      if object.additional != nil { writer.line("try object.additional(additionalProperties)") }
    }
  }

  private func emitNullableMembers(_ writer: inout SourceWriter) {
    let member = spelling.runtime(Identifier("NullableMember"))
    writer.line()
    writer.doc(DocComment("Members that can be left out and can be null, for `setNull`."))
    writer.block("\(access)struct NullableMembers: Sendable") { writer in
      for property in nullable {
        writer.doc(DocComment("The member \(code: property.wireName)."))
        writer.block("\(access)var \(property.name): \(member)<\(spelling(name))>") { writer in
          writer.line("\(member)(\(StringLiteral(property.wireName))) { $0.\(Code.plain(property.name)) = nil }")
        }
      }
    }
    writer.line()
    writer.doc(DocComment("The members for `setNull`."))
    writer.line("\(access)static var nullableMembers: NullableMembers { NullableMembers() }")
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
  /// The method of reader and writer that fits the member's presence.
  fileprivate var accessor: Code {
    switch presence {
    case .required: "required"
    case .requiredNullable: "requiredNullable"
    case .optional, .optionalNullable: "optional"
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
