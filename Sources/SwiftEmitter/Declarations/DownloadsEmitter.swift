import RecastClientPlan

/// Prints the method that makes downloads out of a fetched value that lists files.
///
///     public func downloads(of value: Report) -> Downloads {
///       core.downloads(
///         (value.results?.downloads ?? []).map { DownloadReference(key: $0.key, description: $0.description) }
///       ) { Calls.downloadReport(client: client, id: value.id, key: $0) }
///     }
struct DownloadsEmitter {
  let spelling: TypeSpelling
  let downloads: PlannedDownloads
  /// The scope's argument, where there is one.
  let scope: Identifier?
  let method: Identifier

  func emit(_ documentation: DocComment, _ writer: inout SourceWriter) {
    writer.doc(documentation)
    writer.function(
      "\(spelling.access)func \(method)",
      ["of value: \(spelling(downloads.value))"],
      effects: " -> \(spelling.runtime(Identifier("Downloads")))"
    ) { writer in
      writer.expression(.call("core.downloads", [.init(references)], closure: .init(body: fetch)))
    }
  }

  private var references: Expression {
    let items = MemberPathEmitter.value(downloads.items, of: "value", else: "[]")
    let list: Code = downloads.items.isOptional ? "(\(items))" : items
    var reference: [Expression.Argument] = [.init("key", .code("$0.\(MemberPathEmitter.required(downloads.key))"))]
    if let description = downloads.description {
      reference.append(.init("description", .code(MemberPathEmitter.value(description, of: "$0"))))
    }
    return .call(
      "\(list).map",
      [],
      closure: .init(body: .call(spelling.runtime(Identifier("DownloadReference")), reference))
    )
  }

  private var fetch: Expression {
    let ids = downloads.ids.map { id in
      Expression.Argument(.argumentLabel(id.parameter), .code(MemberPathEmitter.value(id.path, of: "value")))
    }
    return .call(
      "Calls.\(Code.plain(downloads.call))",
      (scope.map { [Expression.Argument(.argumentLabel($0), .code("\($0)"))] } ?? []) + ids
        + [.init(.argumentLabel(downloads.keyParameter), .code("$0"))]
    )
  }
}
