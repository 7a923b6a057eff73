import HTTPTypes

/// One field of a form that is sent as `multipart/form-data`, with its parts: one, or several of the same name.
public struct MultipartField: Sendable {
  /// A part: its header fields beside the name, and its content.
  struct Part: Sendable {
    var name: String
    var fileName: String?
    var contentType: String?
    var source: BodySource
  }

  private(set) var parts: [Part]
  private(set) var headers: [HeaderItem] = []
  /// What makes the field impossible to send, in words; nil when nothing does.
  private(set) var problem: String?

  private init(_ parts: [Part], problem: String? = nil) {
    self.parts = parts
    self.problem = problem
  }

  /// A value as text; nothing when it is nil.
  public static func item(
    _ name: String,
    _ value: (some ParameterValue)?,
    contentType: String? = nil
  ) -> MultipartField? {
    value.map { MultipartField([text(name, $0.parameterText, contentType)]) }
  }

  /// A part per value; nothing when the list is nil or empty.
  public static func repeated(
    _ name: String,
    _ values: [some ParameterValue]?,
    contentType: String? = nil
  ) -> MultipartField? {
    guard let values, !values.isEmpty else { return nil }
    return MultipartField(values.map { text(name, $0.parameterText, contentType) })
  }

  /// A value of any shape in a style of query parameters: a part per pair. Nothing when there is no value.
  public static func styled(
    _ name: String,
    _ value: (some JSONCodable)?,
    _ style: FieldStyle,
    contentType: String? = nil
  ) -> MultipartField? {
    if style == .plain { return plain(name, value, contentType) }
    guard let item = value.flatMap({ style.item(name, $0) }) else { return nil }
    let parts = item.pairs.map { pair in
      text(pair.name, pair.values.joined(separator: pair.separator.decoded), contentType)
    }
    return MultipartField(parts, problem: item.problem)
  }

  /// A part per item of a list, one part for anything else: plain values as text, structures as JSON.
  private static func plain(_ name: String, _ value: (some JSONCodable)?, _ contentType: String?) -> MultipartField? {
    guard let value else { return nil }
    do {
      let json = try value.jsonValue()
      let parts = (json.array ?? [json]).compactMap { item in
        item.parameterText.map { text(name, $0, contentType ?? (item.isStructure ? "application/json" : nil)) }
      }
      return parts.isEmpty ? nil : MultipartField(parts)
    } catch {
      return MultipartField([], problem: "the field \(name) cannot be written: \(error)")
    }
  }

  /// A value as JSON; nothing when it is nil.
  public static func json(
    _ name: String,
    _ value: (some JSONCodable)?,
    contentType: String = "application/json"
  ) -> MultipartField? {
    value.map { jsonItems(name, [$0], contentType: contentType) } ?? nil
  }

  /// A part of JSON per value; nothing when the list is nil or empty.
  public static func jsonItems(
    _ name: String,
    _ values: [some JSONCodable]?,
    contentType: String = "application/json"
  ) -> MultipartField? {
    guard let values, !values.isEmpty else { return nil }
    do {
      return MultipartField(
        try values.map {
          Part(name: name, fileName: nil, contentType: contentType, source: .bytes(try $0.jsonBytes()))
        }
      )
    } catch {
      return MultipartField([], problem: "the field \(name) cannot be written: \(error)")
    }
  }

  /// A file; nothing when it is nil.
  ///
  /// - Parameter contentTypes: What the server takes; nothing stands for anything.
  public static func file(_ name: String, _ file: UploadFile?, contentTypes: [String] = []) -> MultipartField? {
    files(name, file.map { [$0] }, contentTypes: contentTypes)
  }

  /// A part per file; nothing when the list is nil or empty.
  ///
  /// - Parameter contentTypes: What the server takes; nothing stands for anything.
  public static func files(_ name: String, _ files: [UploadFile]?, contentTypes: [String] = []) -> MultipartField? {
    guard let files, !files.isEmpty else { return nil }
    return MultipartField(
      files.map { file in
        Part(
          name: name,
          fileName: file.name ?? name,
          contentType: ContentType.of(file, accepted: contentTypes) ?? "application/octet-stream",
          source: file.source
        )
      }
    )
  }

  /// The same field, each of whose parts has further header fields; those that are nil are left out.
  public func with(headers: [HeaderItem?]) -> MultipartField {
    var copy = self
    copy.headers += headers.compactMap { $0 }
    return copy
  }

  private static func text(_ name: String, _ text: String, _ contentType: String?) -> Part {
    Part(name: name, fileName: nil, contentType: contentType, source: .bytes(Array(text.utf8)))
  }
}

extension JSONValue {
  /// Whether the value has parts.
  fileprivate var isStructure: Bool {
    switch self {
    case .array, .object: true
    case .null, .bool, .number, .string: false
    }
  }
}

extension QueryItem.Separator {
  /// The separator itself, not encoded.
  fileprivate var decoded: String {
    switch self {
    case .comma: ","
    case .space: " "
    case .pipe: "|"
    }
  }
}
