/// A document with one operation, of which a test states what it is about.
struct SmallDocument {
  /// Entries of the operation, beside those below.
  var operation = ""
  /// Parameters in flow style.
  var parameters = ""
  /// The schema of the request body's member `x`; `nil` for a request without a body.
  var sent: String?
  /// Names of the required members of the request body.
  var sentRequired = ""
  /// The schema of the answer's member `x`.
  var answered = "{type: string}"
  /// Names of the required members of the answer.
  var answeredRequired = ""
  /// Entries of the answer of status 200, beside its content.
  var answer = ""
  /// Answers beside that of status 200.
  var answers = ""
  /// Entries at the root of the document.
  var root = ""
  /// A schema beside the operation.
  var schemas = ""
  /// Ways to authenticate.
  var schemes = "token: {type: http, scheme: bearer}, key: {type: apiKey, in: header, name: X-Key}"
  /// The path of the operation.
  var path = "/things"
  /// Another path.
  var paths = ""
  /// The name of the operation.
  var name = "make"
  /// The request body, instead of one with the member `x`.
  var body: String?
  /// The content of the answer of status 200, instead of an object with the member `x`.
  var content: String?

  /// States a part by its name.
  mutating func set(_ part: String, _ value: String) {
    switch part {
    case "operation": operation = value
    case "parameters": parameters = value
    case "sent": sent = value
    case "sentRequired": sentRequired = value
    case "answered": answered = value
    case "answeredRequired": answeredRequired = value
    case "answer": answer = value
    case "answers": answers = value
    case "root": root = value
    case "schemas": schemas = value
    case "schemes": schemes = value
    case "path": path = value
    case "paths": paths = value
    case "operationId": name = value
    case "body": body = value
    case "content": content = value
    default: preconditionFailure("a small document has no part `\(part)`")
    }
  }

  /// The text of the document.
  var text: String {
    let request =
      body
      ?? sent.map { schema in
        """
        {required: true, content: {application/json: {schema: \
        {type: object, required: [\(sentRequired)], properties: {x: \(schema)}}}}}
        """
      }
    let answerContent =
      content
        ?? """
        {application/json: {schema: \
        {type: object, required: [\(answeredRequired)], properties: {x: \(answered)}}}}
        """
    return """
      openapi: 3.1.0
      info: {title: Shop, version: "1"}
      \(root)
      paths:
        \(path):
          post:
            operationId: \(name)
            \(operation)
            parameters: [\(parameters)]
            \(request.map { "requestBody: \($0)" } ?? "")
            responses:
              "200": {description: Made., \(answer.isEmpty ? "" : "\(answer), ")content: \(answerContent)}
              \(answers)
        \(paths)
      components:
        securitySchemes: {\(schemes)}
        schemas:
          A: {type: object, required: [kind], properties: {kind: {enum: [a]}, sort: {type: string}, p: {type: string}}}
          B: {type: object, required: [kind], properties: {kind: {enum: [b]}, sort: {type: string}, q: {type: string}}}
          C: {type: object, required: [kind], properties: {kind: {enum: [c]}, sort: {type: string}, r: {type: string}}}
          \(schemas)

      """
  }
}
