import RecastClientPlan

/// Prints the body of a call: `.json(body)`, `.multipart([.item("caption", caption), .file("photo", photo)])`.
struct BodyEmitter {
  let spelling: TypeSpelling
  let body: PlannedBody

  var value: Expression {
    if case .multipart(let parts) = body.content { return multipart(parts) }
    guard body.required else { return .code("\(body.name).map { \(encoded("$0").inline) }") }
    return encoded("\(body.name)")
  }

  private func encoded(_ value: Code) -> Expression {
    var arguments: [Expression.Argument] = [.init(.code(value))]
    if let type = body.contentType { arguments.append(.init("contentType", .code("\(StringLiteral(type))"))) }
    switch body.content {
    case .json: return .call(".json", arguments)
    case .form(_, let styles):
      let fields = styles.map { item -> Expression in
        .code("\(StringLiteral(item.member)): .\(FieldStyleEmitter.code(item.style))")
      }
      if !fields.isEmpty { arguments.append(.init("fields", .array(fields))) }
      return .call(".form", arguments)
    case .fields, .multipart: return .call(".multipart", arguments)
    case .text: return .call(".text", arguments)
    case .file(let types):
      if !types.isEmpty { arguments.append(.init("contentTypes", .code(strings(types)))) }
      return .call(".file", arguments)
    }
  }

  private func multipart(_ parts: [PlannedPart]) -> Expression {
    var fields: [Expression] = []
    var further: Code = ""
    for part in parts {
      if case .fields = part.encoding {
        further = " + (\(part.property.name) ?? [])"
      } else {
        fields.append(.code(field(part)))
      }
    }
    var arguments: [Expression.Argument] = [.init(.array(fields, followedBy: further))]
    if let type = body.contentType { arguments.append(.init("contentType", .code("\(StringLiteral(type))"))) }
    return .call(".multipart", arguments)
  }

  private func field(_ part: PlannedPart) -> Code {
    var arguments: [Code] = ["\(StringLiteral(part.property.wireName))", "\(part.property.name)"]
    func typed(_ type: String?) -> [Code] { type.map { ["contentType: \(StringLiteral($0))"] } ?? [] }
    let factory: Code
    switch part.encoding {
    case .text(let type):
      factory = "item"
      arguments += typed(type)
    case .texts(let type):
      factory = "repeated"
      arguments += typed(type)
    case .json(let type):
      factory = "json"
      arguments += typed(type)
    case .jsonItems(let type):
      factory = "jsonItems"
      arguments += typed(type)
    case .styled(let style, let type):
      factory = "styled"
      arguments += [".\(FieldStyleEmitter.code(style))"] + typed(type)
    case .file(let types):
      factory = "file"
      if !types.isEmpty { arguments.append("contentTypes: \(strings(types))") }
    case .files(let types):
      factory = "files"
      if !types.isEmpty { arguments.append("contentTypes: \(strings(types))") }
    case .fields: return "\(part.property.name)"
    }
    return ".\(factory)(\(.joined(arguments)))"
  }

  private func strings(_ texts: [String]) -> Code { "[\(.joined(texts.map { "\(StringLiteral($0))" }))]" }
}

/// Prints how a member of a form is written.
enum FieldStyleEmitter {
  static func code(_ style: PlannedFieldStyle) -> Code {
    switch style {
    case .plain: "plain"
    case .form(let explode): "form(explode: \(explode ? "true" : "false" as Code))"
    case .spaceDelimited: "spaceDelimited"
    case .pipeDelimited: "pipeDelimited"
    case .deepObject: "deepObject"
    case .json: "json"
    }
  }
}
