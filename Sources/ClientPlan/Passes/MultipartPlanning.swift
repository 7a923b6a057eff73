import RecastDiagnostics
import RecastOpenAPIDocument

extension OperationPlanner {
  /// Plans a form whose members are arguments of their own.
  ///
  /// - Parameter names: the names that arguments have already.
  mutating func multipart(_ media: MediaType, _ typePrefix: Identifier, _ names: NameScope) -> PlannedBody.Content {
    guard let schema = media.schema, let resolved = types.resolved(schema) else {
      types.log.warning(
        .requestWithoutSchema,
        "the body of type `\(media.name)` has no schema",
        at: media.span,
        label: "the caller makes its fields",
        help: "add a schema with a property per field"
      )
      return .fields
    }
    var names = names
    let members = types.members(of: resolved)
    guard !members.properties.isEmpty else { return withoutMembers(media, resolved, members, typePrefix, &names) }
    let required = members.required
    var parts = members.properties.map { property in
      var part = part(property, required.contains(property.name), media, typePrefix, &names)
      // What is the only value of one alternative need not be that of the others.
      if members.varying.contains(property.name) { part.property.defaultValue = nil }
      return part
    }
    if let open = members.additional { parts.append(further(open, typePrefix, &names)) }
    reportUnusedEncodings(media, members.properties.map(\.name))
    return .multipart(parts.filter { !$0.property.hasDefault } + parts.filter { $0.property.hasDefault })
  }

  /// A form of which the document describes no member.
  private mutating func withoutMembers(
    _ media: MediaType,
    _ schema: Schema,
    _ members: FormMembers,
    _ typePrefix: Identifier,
    _ names: inout NameScope
  ) -> PlannedBody.Content {
    guard schema.isBinary || schema.types.first == .string else {
      if case .schema(let value)? = members.additional {
        _ = types.use(of: value, hint: NameHint(name: typePrefix.appending(Identifier("Field"))))
      }
      return .fields
    }
    // Generators for Rails write the one file of a form in the place of the form.
    types.log.warning(
      .multipartShape,
      "a form is an object with a property per field",
      at: media.span,
      label: "read as a form with a file called `file`",
      help: "write `type: object` with the file among its `properties`"
    )
    let property = PlannedProperty(
      wireName: "file",
      name: names.claim(Identifier("file")),
      type: .uploadFile,
      presence: .required,
      isConstant: false,
      origins: [],
      documentation: Documentation(of: schema)
    )
    return .multipart([PlannedPart(property: property, encoding: .file([]))])
  }

  /// Fields that the document allows and does not name.
  private mutating func further(
    _ open: Schema.AdditionalProperties,
    _ typePrefix: Identifier,
    _ names: inout NameScope
  ) -> PlannedPart {
    if case .schema(let value) = open {
      _ = types.use(of: value, hint: NameHint(name: typePrefix.appending(Identifier("Field"))))
    }
    let property = PlannedProperty(
      wireName: "",
      name: names.claim(Identifier("furtherFields")),
      type: .array(.multipartField),
      presence: .optional,
      isConstant: false,
      origins: [],
      documentation: Documentation(paragraphs: ["Fields beside those that have an argument."])
    )
    return PlannedPart(property: property, encoding: .fields)
  }

  private mutating func part(
    _ property: Schema.Property,
    _ required: Bool,
    _ media: MediaType,
    _ typePrefix: Identifier,
    _ names: inout NameScope
  ) -> PlannedPart {
    let schema = types.resolved(property.schema)
    let encoding = media.encodings.first { $0.name == property.name }
    let use = inputType(of: property.schema, typePrefix.appending(SwiftName.type(property.name)))
    let sent = sent(use.type, schema, encoding)
    let wanted = SwiftName.value(property.name)
    let constant = required ? types.literal(use.constant, sent.type) : nil
    return PlannedPart(
      property: PlannedProperty(
        wireName: property.name,
        name: names.claim(wanted, else: [wanted.appending(Identifier("Field"))]),
        type: sent.type,
        presence: required && !use.nullable ? .required : .optional,
        defaultValue: constant,
        isConstant: false,
        origins: property.origins,
        documentation: Documentation(of: property.schema, resolved: schema)
      ),
      encoding: sent.encoding
    )
  }

  /// What is sent for a member, and the type that callers state.
  private mutating func sent(
    _ type: TypeReference,
    _ schema: Schema?,
    _ encoding: Encoding?
  ) -> (encoding: PlannedPart.Encoding, type: TypeReference) {
    let contentTypes = encoding?.contentTypes ?? []
    // A file has no style, whatever is said of how lists are written.
    if let schema, isFile(schema, contentTypes) { return (.file(contentTypes), .uploadFile) }
    if let items = schema?.items, let item = types.resolved(items), isFile(item, contentTypes) {
      return (.files(contentTypes), .array(.uploadFile))
    }
    if let style = encoding.flatMap({ $0.style == nil ? nil : fieldStyle($0) }) {
      return (.styled(style, contentType: nil), type)
    }
    let stated = contentTypes.count == 1 ? contentTypes.first : nil
    if let stated, stated.isJSONType { return (.json(contentType: stated), type) }
    if isText(type) { return (.text(contentType: stated), type) }
    if let stated, let encoding, !stated.lowercased().hasPrefix("text/plain") {
      reportAsText(encoding, stated)
      return (.text(contentType: stated), .string)
    }
    switch type {
    case .array(let element) where isText(element): return (.texts(contentType: stated), type)
    case .array(let element) where isStructure(element): return (.jsonItems(contentType: nil), type)
    case _ where isStructure(type): return (.json(contentType: nil), type)
    // What may be a text or a structure is sent as what it is.
    default: return (.styled(.plain, contentType: stated), type)
    }
  }

  private func isStructure(_ type: TypeReference) -> Bool {
    switch type {
    case .map: true
    case .named(let name): if case .object? = types.declared[name]?.kind { true } else { false }
    default: false
    }
  }

  private mutating func isFile(_ schema: Schema, _ contentTypes: [String]) -> Bool {
    if schema.isBinary { return true }
    guard !contentTypes.isEmpty else { return false }
    let alternatives = (schema.oneOf + schema.anyOf).map { types.resolved($0) }
    // A choice of texts, such as the address of a picture or its path, is a text.
    guard schema.isAnyText || !alternatives.isEmpty && alternatives.allSatisfy({ $0?.isAnyText ?? false }) else {
      return false
    }
    return contentTypes.contains { type in
      let lower = type.lowercased()
      return !lower.isJSONType && !lower.hasPrefix("text/") && lower != "application/xml"
    }
  }

  private mutating func reportAsText(_ encoding: Encoding, _ contentType: String) {
    types.log.warning(
      .bodyAsText,
      "values cannot be written as `\(contentType)`",
      at: encoding.span,
      label: "taken as text that the caller encodes"
    )
  }

  private mutating func reportUnusedEncodings(_ media: MediaType, _ names: [String]) {
    for encoding in media.encodings where !names.contains(encoding.name) {
      types.log.warning(
        .unusedEncoding,
        "the form has no member `\(encoding.name)`",
        at: encoding.span,
        label: "without effect",
        help: Suggestion.help(for: encoding.name, in: names)
      )
    }
  }
}

extension Schema {
  /// Whether values may be any text.
  fileprivate var isAnyText: Bool { (types.isEmpty || types == [.string]) && isPlainText && enumValues == nil }
}

extension Documentation {
  /// What is said where a schema is used, or else about the schema itself.
  fileprivate init(of use: SchemaOrReference, resolved: Schema?) {
    self.init(of: use)
    if paragraphs.isEmpty, let resolved { self = Documentation(of: resolved) }
  }
}
