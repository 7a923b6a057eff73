/// Structs of eight members that are both generated and written with synthesized `Codable`.
enum ComparedStructs {
  /// Every so many structs share an enumeration.
  static let structsPerEnumeration = 4
  /// The cases of each enumeration.
  static let statuses = ["active", "paused", "done", "failed"]

  /// Whether a member can be absent or null.
  enum Presence {
    case required, optional, optionalNullable, requiredNullable

    var isRequired: Bool { self == .required || self == .requiredNullable }
    var isNullable: Bool { self == .optionalNullable || self == .requiredNullable }
  }

  /// A member of a struct.
  struct Member {
    var wireName: String
    var swiftName: String
    var type: String
    var schema: String
    var presence: Presence

    /// The type with its optionality.
    var spelled: String { presence == .required ? type : type + "?" }

    fileprivate init(_ wire: String, _ swift: String, _ type: String, _ schema: String, _ presence: Presence) {
      (wireName, swiftName, self.type, self.presence) = (wire, swift, type, presence)
      self.schema = presence.isNullable ? "{\(schema), nullable: true}" : "{\(schema)}"
    }
  }

  /// The members of a struct.
  static func members(_ number: Int) -> [Member] {
    let status = number - number % structsPerEnumeration
    return [
      Member("id", "id", "Int", "type: integer", .required),
      Member("name", "name", "String", "type: string, description: What it is called.", .required),
      number % 3 == 2
        ? Member("updatedAt", "updatedAt", "Date", "type: string, format: date-time", .requiredNullable)
        : Member("createdAt", "createdAt", "Date", "type: string, format: date-time", .required),
      Member("amount", "amount", "Double", "type: number", .optionalNullable),
      Member("tags", "tags", "[String]", "type: array, items: {type: string}", .required),
      Member("status", "status", "Status\(status)", "$ref: '#/components/schemas/Status\(status)'", .required),
      last(number),
      number % 2 == 0
        ? Member("isActive", "isActive", "Bool", "type: boolean", .required)
        : Member("note", "note", "String", "type: string, maxLength: 80", .optional),
    ]
  }

  /// Every tenth struct has none of the others inside, the others have that one, and a few have another in between.
  private static func last(_ number: Int) -> Member {
    guard number % 10 != 9 else {
      return Member(
        "labels",
        "labels",
        "[String: String]",
        "type: object, additionalProperties: {type: string}",
        .optional
      )
    }
    let other = number % 10 == 0 ? number + 1 : number - number % 10 + 9
    return Member("parent", "parent", "Item\(other)", "$ref: '#/components/schemas/Item\(other)'", .optional)
  }

  /// A struct as one would write it for `JSONDecoder`.
  static func codable(_ number: Int) -> String {
    let members = members(number)
    let ordered = members.filter { $0.presence == .required } + members.filter { $0.presence != .required }
    let parameters = ordered.map { "\($0.swiftName): \($0.spelled)\($0.presence == .required ? "" : " = nil")" }
    return """
      public import Foundation

      public struct Item\(number): Codable, Hashable, Sendable {
      \(members.map { "  public var \($0.swiftName): \($0.spelled)" }.joined(separator: "\n"))

        public init(\(parameters.joined(separator: ", "))) {
      \(members.map { "    self.\($0.swiftName) = \($0.swiftName)" }.joined(separator: "\n"))
        }
      }

      """
  }

  /// An enumeration as one would write it for `JSONDecoder`.
  static func codableEnumeration(_ number: Int) -> String {
    """
    public enum Status\(number): String, Codable, Hashable, Sendable, CaseIterable {
      case \(statuses.joined(separator: ", "))
    }

    """
  }
}
