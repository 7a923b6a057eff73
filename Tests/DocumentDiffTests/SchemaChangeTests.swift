import RecastDocumentDiff
import Testing

/// One row per thing that can change about a schema: the schema of a member before and after, and what is reported when
/// the member is part of a request, and when it is part of an answer.
@Suite("Changes of schemas")
struct SchemaChangeTests {
  static let table = ChangeTable("schemas.txt")

  @Test("are told by what they do to requests and answers")
  func rows() throws {
    try Self.table.check { row in
      (
        try Comparing.changes(row.document(.old).text, row.document(.new).text),
        try Comparing.changes(row.document(.old, x: "answered").text, row.document(.new, x: "answered").text)
      )
    }
  }

  @Test("are not there between a schema and itself")
  func same() throws {
    for row in Self.table.rows {
      let text = row.document(.new).text
      #expect(try Comparing.changes(text, text).isEmpty, "\(row)")
    }
  }
}

@Suite("Changes of operations")
struct OperationChangeTests {
  static let table = ChangeTable("operations.txt")

  @Test("are told by what they do to callers")
  func rows() throws {
    try Self.table.check { row in
      (try Comparing.changes(row.document(.old).text, row.document(.new).text, descriptions: true), [])
    }
  }

  @Test("have a row each, and those of schemas as well")
  func coverage() throws {
    let seen = (Self.table.rows + SchemaChangeTests.table.rows).flatMap { $0.first + $0.second }
    let ids = Set(seen.compactMap { $0.split(separator: " ").first.map(String.init) })
    for group in ChangeCatalog.groups where group.title != "Notes of people" {
      for entry in group.entries where !entry.isOfSchema {
        #expect(ids.contains(entry.id), "\(entry.id) is never reported by a row")
      }
    }
    for suffix in ChangeCatalog.schemaSuffixes {
      #expect(ids.contains { $0.hasSuffix(suffix) }, "\(suffix) is never reported by a row")
    }
    #expect(ids.isSubset(of: ChangeCatalog.ids), "\(ids.subtracting(ChangeCatalog.ids))")
  }
}
