/// The body of a request: what it is, and where its bytes come from.
public struct RequestBody: Sendable {
  /// The media type, sent as `Content-Type`.
  public let contentType: String
  /// The pieces, or why the value has no such form; the reason is thrown when the call is sent.
  private let sources: Result<[BodySource], any Error>

  init(contentType: String, _ sources: Result<[BodySource], any Error>) {
    self.contentType = contentType
    self.sources = sources
  }

  /// The bytes as they are sent; files are measured, and read only when asked for.
  ///
  /// - Throws: `InvalidRequest` when the value has no such form, or a file cannot be read.
  public func content() throws -> BodyContent {
    do {
      return try BodyContent(sources.get())
    } catch let error as InvalidRequest {
      throw error
    } catch {
      throw InvalidRequest("the body cannot be written: \(error)")
    }
  }

  /// Bytes that are ready to be sent.
  public static func bytes(_ bytes: [UInt8], contentType: String) -> RequestBody {
    RequestBody(contentType: contentType, .success([.bytes(bytes)]))
  }

  /// A value as JSON.
  public static func json(_ value: some JSONCodable, contentType: String = "application/json") -> RequestBody {
    RequestBody(contentType: contentType, Result { [.bytes(try value.jsonBytes())] })
  }

  /// A text in UTF-8.
  public static func text(
    _ text: some ParameterValue,
    contentType: String = "text/plain; charset=utf-8"
  ) -> RequestBody {
    .bytes(Array(text.parameterText.utf8), contentType: contentType)
  }

  /// A file, or bytes that stand for one. What the caller says about its type goes first; among several types that the
  /// server takes, and for a range such as `image/*`, the ending of the file's name tells it otherwise.
  ///
  /// - Parameter contentTypes: What the server takes; nothing stands for anything.
  public static func file(_ file: UploadFile, contentTypes: [String] = []) -> RequestBody {
    let type = ContentType.of(file, accepted: contentTypes)
    let accepted = contentTypes.joined(separator: ", ")
    return RequestBody(
      contentType: type ?? accepted,
      type == nil
        ? .failure(
          InvalidRequest("the file needs a content type of \(accepted); name it: `UploadFile.data(…, contentType:)`")
        )
        : .success([file.source])
    )
  }
}

extension RequestBody: CustomStringConvertible {
  /// Size and media type; the content is not shown.
  public var description: String {
    do {
      return "\(try content().length) bytes of \(contentType)"
    } catch {
      return "no \(contentType): \(error)"
    }
  }
}
