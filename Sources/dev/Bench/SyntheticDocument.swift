/// Documents of any size that are alike.
enum SyntheticDocument {
  /// A document with object schemas of eight members, an enumeration for every fourth of them, and an operation each.
  static func text(schemas count: Int) -> String {
    let head = "openapi: 3.0.3\ninfo:\n  title: Synthetic\n  version: '1'\n"
    let paths = (0..<count).map(path).joined()
    let schemas = (0..<count).map(schema).joined()
    return "\(head)paths:\n\(paths)components:\n  schemas:\n\(schemas)\(enumerations(count))"
  }

  private static func path(_ number: Int) -> String {
    """
      /items\(number)/{id}:
        get:
          operationId: getItem\(number)
          summary: Reads item \(number) of those that there are.
          parameters:
            - {name: id, in: path, required: true, schema: {type: integer}}
            - {name: expand, in: query, description: What comes along with it., schema: {type: string}}
          responses:
            '200':
              description: The item.
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Item\(number)'}

    """
  }

  private static func schema(_ number: Int) -> String {
    var members = ComparedStructs.members(number).map { member in
      "        \(member.wireName): \(member.schema)\n"
    }.joined()
    members = members.isEmpty ? "        {}\n" : members
    let required = ComparedStructs.members(number).filter { $0.presence.isRequired }.map(\.wireName)
    return """
          Item\(number):
            type: object
            required: [\(required.joined(separator: ", "))]
            properties:
      \(members)
      """
  }

  private static func enumerations(_ count: Int) -> String {
    stride(from: 0, to: count, by: ComparedStructs.structsPerEnumeration).map { number in
      "    Status\(number): {type: string, enum: [\(ComparedStructs.statuses.joined(separator: ", "))]}\n"
    }.joined()
  }
}
