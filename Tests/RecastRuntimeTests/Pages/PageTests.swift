import Foundation
import Testing

@testable import RecastRuntime

@Suite("Pages")
struct PageTests {
  private func page(_ ids: [Int], total: Int?) -> RecordingTransport.Answer {
    let pets = ids.map { #"{"id":\#($0),"name":"x"}"# }.joined(separator: ",")
    return .json(#"{"data":[\#(pets)]\#(total.map { ",\"total_pages\":\($0)" } ?? "")}"#)
  }

  private func ids(_ transport: RecordingTransport) async throws -> [Int] {
    var ids: [Int] = []
    for try await pet in CheckupsResource(core: try .test(transport)).pets().items { ids.append(pet.id) }
    return ids
  }

  @Test("items of all pages come in order, and no page beyond the last is asked for")
  func items() async throws {
    let transport = RecordingTransport(page([1, 2], total: 2), page([3], total: 2))
    #expect(try await ids(transport) == [1, 2, 3])
    #expect(transport.sent.map(\.request.path) == ["/v2/pets?page=1", "/v2/pets?page=2"])
  }

  @Test("without a page count the list ends at an empty page")
  func emptyPage() async throws {
    let transport = RecordingTransport(page([1], total: nil), page([2], total: nil), page([], total: nil))
    #expect(try await ids(transport) == [1, 2])
    #expect(transport.sent.count == 3)
  }

  @Test("an empty list is one page without items")
  func emptyList() async throws {
    let transport = RecordingTransport(page([], total: 0))
    #expect(try await ids(transport).isEmpty)
    var pages = 0
    for try await _ in CheckupsResource(core: try .test(transport)).pets() { pages += 1 }
    #expect(pages == 1)
  }

  @Test("a list that ignores the page number comes once")
  func unpaged() async throws {
    let transport = RecordingTransport(page([1, 2], total: nil))
    #expect(try await ids(transport) == [1, 2])
    #expect(transport.sent.count == 2)
  }

  @Test("a repeated page among several is an error: the list would be incomplete")
  func repeated() async throws {
    let error = await #expect(throws: PageError.self) { try await ids(RecordingTransport(page([1, 2], total: 5))) }
    #expect(error?.reason == .repeatedPage)
    #expect(error?.page == 2)
  }

  @Test("a list that never ends is ended")
  func endless() async throws {
    let transport = RecordingTransport { _, number in page([number], total: nil) }
    let pages = try Connection.test(transport).pages(items: { (page: PetPage) in page.data }, maximumPages: 3) { page in
      Calls.listPets(page: page)
    }
    let error = await #expect(throws: PageError.self) { for try await _ in pages {} }
    #expect(error?.reason == .tooManyPages)
    #expect(transport.sent.count == 3)
  }

  @Test("reading stops where the reader stops")
  func early() async throws {
    let transport = RecordingTransport(page([1, 2], total: 9))
    for try await _ in CheckupsResource(core: try .test(transport)).pets().items { break }
    #expect(transport.sent.count == 1)
  }

  @Test("an error ends the sequence")
  func failing() async throws {
    let transport = RecordingTransport(page([1], total: 3), .json("", status: 500))
    var iterator = CheckupsResource(core: try .test(transport)).pets().makeAsyncIterator()
    _ = try await iterator.next()
    await #expect(throws: APIError.self) { try await iterator.next() }
    #expect(try await iterator.next() == nil)
  }
}
