/// A request body.
package struct PlannedBody: Sendable {
  /// What callers hand over, and what becomes of it.
  package enum Content: Sendable {
    /// A JSON value of this type.
    case json(TypeReference)
    /// An object of this type as a form, and how members of it travel that have a way of their own.
    case form(TypeReference, styles: [(member: String, style: PlannedFieldStyle)])
    /// A form with these parts, each of which is an argument of its own.
    case multipart([PlannedPart])
    /// A form whose fields callers make themselves.
    case fields
    /// A text of this type.
    case text(TypeReference)
    /// Bytes or a file of one of these content types; none stands for any.
    case file([String])
  }

  /// What callers hand over.
  package var content: Content
  /// The content type as it is sent; `nil` stands for the usual one of the content.
  package var contentType: String?
  /// Whether every call has a body.
  package var required: Bool
  /// Members of the body that the method takes one by one, instead of the whole.
  package var flattened: [PlannedProperty]?
  /// The label and name of the body's parameter.
  package var name: Identifier
  /// What the document says about the body.
  package var documentation: Documentation

  /// The type that callers hand over; `nil` when they hand over members.
  package var type: TypeReference? {
    switch content {
    case .json(let type), .form(let type, _), .text(let type): type
    case .file: .uploadFile
    case .fields: .array(.multipartField)
    case .multipart: nil
    }
  }

  /// The properties of a schema that are arguments of their own.
  package var members: [PlannedProperty] {
    if case .multipart(let parts) = content { return parts.map(\.property) }
    return flattened ?? []
  }
}

/// A member of a form, as `multipart/form-data` sends it.
package struct PlannedPart: Sendable {
  /// What is sent.
  package enum Encoding: Sendable {
    /// Text; the content type is stated where the document does.
    case text(contentType: String?)
    /// A text per element.
    case texts(contentType: String?)
    case json(contentType: String?)
    /// A JSON value per element.
    case jsonItems(contentType: String?)
    /// As query parameters are written.
    case styled(PlannedFieldStyle, contentType: String?)
    /// A file of one of these content types; none stands for any.
    case file([String])
    case files([String])
    /// Fields that callers make themselves.
    case fields
  }

  /// The member, as an argument.
  package var property: PlannedProperty
  /// What is sent.
  package var encoding: Encoding
}

/// How a member of a form is written.
package enum PlannedFieldStyle: Hashable, Sendable {
  case plain
  case form(explode: Bool)
  case spaceDelimited
  case pipeDelimited
  case deepObject
  case json
}
