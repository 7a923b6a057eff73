public import Foundation

/// A list whose pages make no sense, so that reading on would give a wrong list or never end.
public struct PageError: Error, Sendable {
  /// What is wrong with the pages.
  public struct Reason: Hashable, Sendable {
    private let name: String

    /// A page is the same as the one before although the server tells of more.
    public static let repeatedPage = Reason(name: "repeatedPage")
    /// There are more pages than the caller allows.
    public static let tooManyPages = Reason(name: "tooManyPages")
  }

  /// What is wrong.
  public let reason: Reason
  /// The number of the page.
  public let page: Int
  /// The operation that lists.
  public let operationID: String

  init(_ reason: Reason, page: Int, operationID: String) {
    self.reason = reason
    self.page = page
    self.operationID = operationID
  }
}

extension PageError: CustomStringConvertible, LocalizedError {
  /// One line.
  public var description: String {
    reason == .repeatedPage
      ? "\(operationID): page \(page) repeats the page before it; the list would be incomplete"
      : "\(operationID): the list does not end before page \(page); allow more pages, or filter it"
  }
  /// The description.
  public var errorDescription: String? { description }
}
