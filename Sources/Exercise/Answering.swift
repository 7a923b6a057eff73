import Foundation
import HTTPTypes
import RecastRuntime

/// What a server answers with: `status`, `type` and, in base64, `body`.
public struct Answer: Sendable {
  private let status: Int
  private let type: String?
  private let body: [UInt8]

  init(_ value: JSONValue) {
    status = value["status"]?.int ?? 200
    type = value["type"]?.string
    body = value["body"]?.string.flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) } ?? []
  }

  var response: (HTTPResponse, ResponseBody) {
    var response = HTTPResponse(status: HTTPResponse.Status(code: status))
    if let type { response.headerFields[.contentType] = type }
    return (response, ResponseBody(body))
  }
}

extension Exercise {
  /// What a call returned: an object with `json`, `bytes` in base64, `items` of a stream, or the `case` of an answer
  /// with what it holds; null for nothing.
  static func described(_ output: Any) async throws -> JSONValue {
    if output is Void { return .null }
    if let value = output as? any JSONCodable { return ["json": try JSONValue(json: value.jsonBytes())] }
    if let body = output as? ResponseBody {
      return ["bytes": .string(Data(try await body.collect(upTo: 1 << 24)).base64EncodedString())]
    }
    if let event = output as? ServerSentEvent { return ["json": .string(event.data)] }
    if let values = output as? any AsyncSequence { return ["items": .array(try await items(of: values))] }
    guard let held = Mirror(reflecting: output).children.first else { return ["case": .string("\(output)")] }
    return ["case": .string(held.label ?? ""), "of": try await described(held.value)]
  }

  private static func items(of values: some AsyncSequence) async throws -> [JSONValue] {
    var items: [JSONValue] = []
    for try await value in values { items.append(try await described(value)) }
    return items
  }
}
