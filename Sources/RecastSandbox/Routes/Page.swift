/// One slice of a list, asked for with `page` (from 1) and `per_page` (25 unless told, never more than 100).
struct Page {
  let number: Int
  let size: Int

  /// A value that is no positive number counts as absent.
  init(_ target: RequestTarget) {
    func positive(_ name: String) -> Int? {
      target.value(name).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }
    number = positive("page") ?? 1
    size = min(positive("per_page") ?? 25, 100)
  }

  /// What `per_page` in an answer says.
  enum SizeReport {
    case asked
    /// The number of rows on this page, thus 0 past the end.
    case rowsReturned
  }

  /// The list envelope around the items of this page. A page past the end is empty.
  func envelope<Item>(
    _ items: [Item],
    pageSize: SizeReport = .asked,
    _ json: (Item) -> JSONValue
  ) -> JSONValue {
    let pages = (items.count + size - 1) / size
    let slice = number > pages ? [] : items[((number - 1) * size)..<min(number * size, items.count)]
    return [
      "data": .array(slice.map(json)),
      "pagination": [
        "page": .integer(number),
        "per_page": .integer(pageSize == .asked ? size : slice.count),
        "total_pages": .integer(pages),
        "total_count": .integer(items.count),
      ],
    ]
  }
}
