/// The pages of a list, fetched one after the other while they are read. Nothing is sent before the first is asked for.
///
/// It ends at the page count that the server tells, or at an empty page when it tells none. A list whose second page
/// repeats the first has no pages: it ends there too. When the server tells of more pages and repeats one, the list
/// would come out wrong, and `PageError` is thrown instead.
public struct PageSequence<Page: Sendable, Item: Hashable & Sendable>: AsyncSequence, Sendable {
  /// One page.
  public typealias Element = Page

  let connection: Connection
  let options: CallOptions
  let firstPage: Int
  let maximumPages: Int
  let itemsOfPage: @Sendable (Page) -> [Item]
  let totalPages: @Sendable (Page) -> Int?
  let call: @Sendable (Int) -> Call<Page>

  /// Begins at the first page.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(sequence: self, page: firstPage) }

  /// The items of all pages, in order.
  public var items: PageItems<Page, Item> { PageItems(pages: self) }

  /// Fetches one page after the other.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let sequence: PageSequence
    fileprivate var page: Int
    private var previous: [Item] = []
    private var isOver = false

    fileprivate init(sequence: PageSequence, page: Int) {
      self.sequence = sequence
      self.page = page
    }

    /// The next page; nil after the last. An empty page is returned only when it is the first.
    ///
    /// - Throws: As `Connection.send`, and `PageError`.
    public mutating func next() async throws -> Page? {
      guard !isOver else { return nil }
      let number = page
      guard number - sequence.firstPage < sequence.maximumPages else {
        isOver = true
        throw PageError(.tooManyPages, page: number, operationID: sequence.call(number).operationID)
      }
      do {
        let call = sequence.call(number)
        let result = try await sequence.connection.send(call, options: sequence.options)
        return try take(result, number: number, operationID: call.operationID)
      } catch {
        isOver = true
        throw error
      }
    }

    private mutating func take(_ result: Page, number: Int, operationID: String) throws -> Page? {
      let items = sequence.itemsOfPage(result)
      let total = sequence.totalPages(result)
      let isFirst = number == sequence.firstPage
      if !isFirst, !items.isEmpty, items == previous {
        isOver = true
        guard total == nil else { throw PageError(.repeatedPage, page: number, operationID: operationID) }
        return nil
      }
      isOver = items.isEmpty || total.map { number >= $0 } ?? false
      previous = items
      page += 1
      return items.isEmpty && !isFirst ? nil : result
    }
  }
}

extension Connection {
  /// A list that comes in pages.
  ///
  /// - Parameters:
  ///   - items: The items of a page.
  ///   - totalPages: The number of the last page, if the page tells it.
  ///   - startingAt: The number of the first page to fetch; pages count from 1.
  ///   - maximumPages: How many pages to fetch at most, as a guard against a list that never ends.
  ///   - page: The call that fetches a page.
  public func pages<Page, Item>(
    items: @escaping @Sendable (Page) -> [Item],
    totalPages: @escaping @Sendable (Page) -> Int? = { _ in nil },
    startingAt: Int = 1,
    maximumPages: Int = 10_000,
    options: CallOptions = CallOptions(),
    page: @escaping @Sendable (Int) -> Call<Page>
  ) -> PageSequence<Page, Item> {
    PageSequence(
      connection: self,
      options: options,
      firstPage: startingAt,
      maximumPages: maximumPages,
      itemsOfPage: items,
      totalPages: totalPages,
      call: page
    )
  }
}
