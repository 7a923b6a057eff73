import Foundation
import HTTPTypes
public import RecastRuntime

extension Exercise {
  /// What a call sends, and what comes of the answer, as JSON: host, method, path with query, header fields and body of the
  /// request; what the call returns, where there is an answer. Nothing is sent.
  public static func exchange<Output>(_ call: Call<Output>, _ answer: Answer?) async throws -> String {
    var call = call
    // How credentials travel is not what this is about.
    call.authentication = false
    call.security = nil
    let record = Record()
    let transport = Recorder(record: record, answer: answer)
    let connection = try Connection(
      baseURL: "https://api.test/base",
      credential: nil,
      servers: ServerRules(documented: "https://api.test/base"),
      transport: transport
    )
    guard answer == nil else {
      return try await described(try await connection.send(call)).jsonText()
    }
    do {
      _ = try await connection.send(call)
    } catch {
      // The empty answer need not make sense to the client; that no request was made matters.
      guard await record.request != nil else { throw error }
    }
    guard let request = await record.request else { throw ExerciseProblem("nothing was sent") }
    return try request.jsonText()
  }
}

/// Keeps the request that a transport was to send.
private actor Record {
  private(set) var request: JSONValue?

  func keep(_ request: JSONValue) { self.request = request }
}

private struct Recorder: Transport {
  let record: Record
  let answer: Answer?

  func send(_ request: HTTPRequest, body: BodyContent?) async throws -> (HTTPResponse, ResponseBody) {
    let bytes = try body?.collect()
    let headers = request.headerFields.map { JSONValue.array([.string($0.name.rawName), .string($0.value)]) }
    await record.keep([
      "host": .string(request.authority ?? ""),
      "method": .string(request.method.rawValue),
      "path": .string(request.path ?? ""),
      "headers": .array(headers),
      "body": bytes.map { .string(Data($0).base64EncodedString()) } ?? .null,
    ])
    return answer?.response ?? (HTTPResponse(status: .noContent), ResponseBody([UInt8]()))
  }
}
