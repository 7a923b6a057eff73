/// One event of a `text/event-stream`, as the server sent it (WHATWG HTML, section 9.2).
public struct ServerSentEvent: Sendable, Hashable {
  /// The kind of event; `message` when the server names none.
  public let event: String
  /// The lines of data, with line feeds between them.
  public let data: String
  /// The id that the server last gave, for resuming; empty when it gave none.
  public let id: String
  /// How long to wait before reconnecting, if the server said so since the event before.
  public let retry: Duration?

  /// Creates an event.
  public init(event: String = "message", data: String, id: String = "", retry: Duration? = nil) {
    self.event = event
    self.data = data
    self.id = id
    self.retry = retry
  }

  /// The data as JSON.
  ///
  /// - Throws: `JSONError` when it is no JSON, or not of that type.
  public func decoded<Value: JSONCodable>(as type: Value.Type = Value.self) throws -> Value {
    try Value(json: data)
  }

  /// The event as an object with the members `event`, `data`, `id` and `retry`, which is how OpenAPI 3.2 describes it.
  ///
  /// - Parameter jsonData: Whether the data is taken as the JSON that it holds, if it holds any.
  func object(jsonData: Bool) -> JSONValue {
    let content = jsonData ? try? JSONValue(json: data) : nil
    var members: [(String, JSONValue)] = [("event", .string(event)), ("data", content ?? .string(data))]
    if !id.isEmpty { members.append(("id", .string(id))) }
    if let retry { members.append(("retry", .number(JSONNumber(Int(retry.inSeconds * 1000))))) }
    return .object(JSONObject(members))
  }
}
