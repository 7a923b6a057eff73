/// The items of all pages of a list, in order; pages are fetched while they are read.
///
/// Items that are created or removed meanwhile can shift the pages, so that an item comes twice or is missed; the API's
/// page numbers allow no better.
public struct PageItems<Page: Sendable, Item: Hashable & Sendable>: AsyncSequence, Sendable {
  /// One item.
  public typealias Element = Item

  let pages: PageSequence<Page, Item>

  /// Begins at the first item.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(pages: pages.makeAsyncIterator(), itemsOfPage: pages.itemsOfPage)
  }

  /// Reads items page by page.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var pages: PageSequence<Page, Item>.AsyncIterator
    fileprivate let itemsOfPage: @Sendable (Page) -> [Item]
    private var current: ArraySlice<Item> = []

    fileprivate init(
      pages: PageSequence<Page, Item>.AsyncIterator,
      itemsOfPage: @escaping @Sendable (Page) -> [Item]
    ) {
      self.pages = pages
      self.itemsOfPage = itemsOfPage
    }

    /// The next item; nil after the last.
    ///
    /// - Throws: As `Connection.send`, and `PageError`.
    public mutating func next() async throws -> Item? {
      while true {
        if let item = current.popFirst() { return item }
        guard let page = try await pages.next() else { return nil }
        current = itemsOfPage(page)[...]
      }
    }
  }
}
