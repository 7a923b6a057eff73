import HTTPTypes

extension RequestBody {
  /// A form as `multipart/form-data` (RFC 7578); fields that are nil are left out. Files are read while they are sent.
  public static func multipart(
    _ fields: [MultipartField?],
    contentType: String = "multipart/form-data"
  ) -> RequestBody {
    // Nobody can know the boundary before it is made, and none of 2^128 occurs by chance.
    let random = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }
    return multipart(fields, contentType: contentType, boundary: "form-\(random.joined(separator: "-"))")
  }

  /// As above, with a boundary of one's own.
  static func multipart(
    _ fields: [MultipartField?],
    contentType: String = "multipart/form-data",
    boundary: String
  ) -> RequestBody {
    RequestBody(
      contentType: "\(contentType); boundary=\(boundary)",
      Result {
        var sources: [BodySource] = []
        for field in fields.compactMap({ $0 }) {
          if let problem = field.problem { throw InvalidRequest(problem) }
          for part in field.parts {
            sources += [.bytes(Array("--\(boundary)\r\n\(try part.head(field.headers))\r\n".utf8)), part.source]
            sources.append(.bytes(Array("\r\n".utf8)))
          }
        }
        return sources + [.bytes(Array("--\(boundary)--\r\n".utf8))]
      }
    )
  }
}

extension MultipartField.Part {
  /// The part's header fields.
  ///
  /// - Throws: `InvalidRequest` when one of them could become two.
  fileprivate func head(_ headers: [HeaderItem]) throws -> String {
    var lines = ["Content-Disposition: form-data; name=\"\(Self.quoted(name))\""]
    if let fileName { lines[0] += "; filename=\"\(Self.quoted(fileName))\"" }
    if let contentType {
      guard HTTPField.isValidValue(contentType) else {
        throw InvalidRequest("the content type of \(OneLine.quoted(name)) has a line break; remove it")
      }
      lines.append("Content-Type: \(contentType)")
    }
    for item in headers {
      let field = try item.field()
      lines.append("\(field.name.rawName): \(field.value)")
    }
    return lines.map { "\($0)\r\n" }.joined()
  }

  /// A name between quotes as browsers write it: what would end it is percent-encoded, everything else is UTF-8.
  private static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "%22"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case "\0": result += "%00"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
