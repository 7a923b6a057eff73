import Foundation

/// The numbers of a budget table with all their digits: `JSONValue` keeps a fraction or a very large number in binary only.
struct ExactNumbers: Sendable {
  private var rows: [[Decimal?]] = []

  /// Numbers of `form.budget`; none where the body has another shape.
  init(body: Data) {
    rows = (try? JSONDecoder().decode(Body.self, from: body))?.form.budget.map { $0.map(\.number) } ?? []
  }

  subscript(row: Int, column: Int) -> Decimal? {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : nil
  }

  private struct Body: Decodable {
    struct Form: Decodable { var budget: [[Cell]] }
    var form: Form
  }

  private struct Cell: Decodable {
    var number: Decimal?

    init(from decoder: any Decoder) throws {
      number = try? decoder.singleValueContainer().decode(Decimal.self)
    }
  }
}
