public import Foundation

extension BudgetTable {
  /// A cell exactly as it was received or made: `1650.50` and `"1650.50"` are different cells of the same amount.
  public enum Cell: Hashable, Sendable {
    /// A number.
    case number(JSONNumber)
    /// A string: a name in the header, a day, an amount.
    case text(String)
    /// Anything else, kept as it is.
    case other(JSONValue)

    /// An amount as a number.
    public init(_ amount: Decimal) {
      self = JSONNumber(amount.literalText).map { .number($0) } ?? .text("")
    }

    init(_ value: JSONValue) {
      self =
        switch value {
        case .number(let number): .number(number)
        case .string(let text): .text(text)
        default: .other(value)
        }
    }

    var json: JSONValue {
      switch self {
      case .number(let number): .number(number)
      case .text(let text): .string(text)
      case .other(let value): value
      }
    }

    /// The cell as it stands in a CSV file; nothing for null.
    public var text: String {
      switch self {
      case .number(let number): number.text
      case .text(let text): text
      case .other(let value): value.isNull ? "" : value.description
      }
    }

    /// The amount, whether it is a number or a text that holds one; nil for anything else, and for an amount that
    /// `Decimal` cannot hold exactly.
    public var amount: Decimal? {
      switch self {
      case .number(let number): number.decimal
      case .text(let text): Decimal(encodedText: text)
      case .other: nil
      }
    }

    /// Whether there is nothing in it: an empty text, white space, or null.
    public var isBlank: Bool {
      switch self {
      case .number: false
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .other(let value): value.isNull
      }
    }

    /// The day, in a cell of the first column.
    public var date: CalendarDate? {
      if case .text(let text) = self { CalendarDate(text) } else { nil }
    }

    /// Another amount in the way of this cell: text stays text.
    func holding(_ amount: Decimal?) -> Cell {
      guard let amount else { return .text("") }
      if case .text(let text) = self, !text.isEmpty { return .text(amount.encodedText(like: text)) }
      return Cell(amount)
    }
  }
}

extension BudgetTable.Cell: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  /// An amount as a number.
  public init(integerLiteral value: Int) {
    self = .number(JSONNumber(value))
  }

  /// A text.
  public init(stringLiteral value: String) {
    self = .text(value)
  }
}
