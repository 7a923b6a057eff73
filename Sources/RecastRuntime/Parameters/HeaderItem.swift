import HTTPTypes

/// One header field of a request.
public struct HeaderItem: Sendable, Hashable {
  /// The field's name; case does not matter (RFC 9110, section 5.1).
  public let name: String
  /// The field's value.
  public let value: String
  /// What makes the field impossible to send, in words; nil when nothing does.
  private var problem: String?

  /// The field `name: value`; nothing when the value is nil.
  public static func item(_ name: String, _ value: (some ParameterValue)?) -> HeaderItem? {
    value.map { HeaderItem(name: name, value: $0.parameterText) }
  }

  /// A value of any shape (OpenAPI `style: simple`): lists as `a,b`, objects as `member,value`, or as `member=value`
  /// with `explode`. Nothing when there is no value. Nothing is encoded: a comma inside a value looks like a separator.
  public static func simple(_ name: String, _ value: (some JSONCodable)?, explode: Bool = false) -> HeaderItem? {
    written(name, value) { value in
      switch try ParameterShape(value) {
      case .nothing: nil
      case .members(let members) where explode: members.map { "\($0.name)=\($0.text)" }.joined(separator: ",")
      case let shape: shape.flattened.joined(separator: ",")
      }
    }
  }

  /// The value as JSON text (OpenAPI `content` with a JSON type); nothing when the value is nil.
  public static func json(_ name: String, _ value: (some JSONCodable)?) -> HeaderItem? {
    written(name, value) { try $0.jsonText() }
  }

  private static func written<Value: JSONCodable>(
    _ name: String,
    _ value: Value?,
    _ text: (Value) throws -> String?
  ) -> HeaderItem? {
    guard let value else { return nil }
    do {
      return try text(value).map { HeaderItem(name: name, value: $0) }
    } catch {
      var item = HeaderItem(name: name, value: "")
      item.problem = "the header field \(name) cannot be written: \(error)"
      return item
    }
  }

  /// Creates a field.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// The field in the transport's form.
  ///
  /// - Throws: `InvalidRequest` when the value has no text, when the name is no token, when the value could end the field and begin another one
  ///   (CR, LF, NUL: RFC 9110, section 5.5), or when the field belongs to the transport.
  func field() throws -> HTTPField {
    if let problem { throw InvalidRequest(problem) }
    guard let fieldName = HTTPField.Name(name) else {
      throw InvalidRequest("\(name.debugDescription) cannot be the name of a header field; use letters, digits and `-`")
    }
    guard !Self.ownedByTransport.contains(fieldName.canonicalName) else {
      throw InvalidRequest("the header field \(name) is set by the transport; remove it from the call")
    }
    guard HTTPField.isValidValue(value) else {
      throw InvalidRequest(
        "the value of the header field \(name) has a line break, a control character or outer white space; remove it"
      )
    }
    return HTTPField(name: fieldName, value: value)
  }

  /// Fields that decide where a message ends or where it goes.
  private static let ownedByTransport: Set<String> = ["host", "content-length", "transfer-encoding", "connection"]
}

extension HeaderItem: CustomStringConvertible, CustomDebugStringConvertible {
  /// The name alone: values of header fields are often secrets.
  public var description: String { "\(name): <redacted>" }
  /// The name alone: values of header fields are often secrets.
  public var debugDescription: String { description }
}

extension HeaderItem: CustomReflectable {
  /// The name alone: values of header fields are often secrets.
  public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
