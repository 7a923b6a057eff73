import RecastDiagnostics
import RecastOpenAPIDocument

/// Decides what methods make of their calls: jobs, pages, downloads.
///
/// A convention names members by JSON pointer; they are looked up in the planned types here, so that what cannot work
/// is said now and not by the Swift compiler.
struct ConventionPass {
  let document: Document
  let declared: [TypeName: PlannedDeclaration]
  var log: DiagnosticLog
  private let extensions: [Identifier: OperationExtensions]
  private let calls: [Identifier: PlannedOperation]
  private let gets: [String: PlannedOperation]

  init(
    _ operations: [PlannedOperation],
    extensions: [Identifier: OperationExtensions],
    document: Document,
    declared: [TypeName: PlannedDeclaration],
    log: DiagnosticLog
  ) {
    self.document = document
    self.declared = declared
    self.log = log
    self.extensions = extensions
    calls = Dictionary(operations.map { ($0.callName, $0) }, uniquingKeysWith: { first, _ in first })
    gets = Dictionary(
      operations.filter { $0.httpMethod == "GET" }.map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The operation with its convention.
  mutating func applied(to operation: PlannedOperation) -> PlannedOperation {
    var operation = operation
    let extensions = extensions[operation.callName] ?? OperationExtensions()
    if let download = extensions.download { check(download, operation) }
    if let job = extensions.job.flatMap({ self.job($0, operation) }) {
      operation.convention = .job(job)
    } else if let pages = extensions.page.flatMap({ self.pages($0, operation) }) {
      operation.convention = .pages(pages)
    } else if case .stream("text/csv") = operation.output, operation.httpMethod == "GET" {
      let key =
        extensions.download == nil
        ? nil : operation.parameters.last { $0.encoding == .path && !$0.isScope && $0.type == .string }
      operation.convention = .download(
        fileName: key.map { .parameter($0.name) } ?? .fixed(fixedName(operation)),
        listed: extensions.download.flatMap { listed($0, by: operation) }
      )
    }
    return operation
  }

  /// A download convention without a job, or on an operation that sends no file, would be without effect.
  private mutating func check(_ download: DownloadExtension, _ operation: PlannedOperation) {
    _ = get(download.of, download.span)
    guard case .stream = operation.output else {
      let _: Never? = unusable(download.span, "the operation does not answer with a file", operation)
      return
    }
  }

  /// The last fixed part of the path: `clean_data` of `/runs/{id}/downloads/clean_data`.
  private func fixedName(_ operation: PlannedOperation) -> String {
    let literals = operation.pathPieces.compactMap { piece -> String? in
      if case .literal(let text) = piece { text } else { nil }
    }
    return literals.last?.split(separator: "/").last.map(String.init) ?? operation.methodName.text
  }

  private mutating func job(_ job: JobExtension, _ operation: PlannedOperation) -> PlannedJob? {
    guard let poll = get(job.get, job.span), case .json(let created) = operation.output,
      case .json(let value) = poll.output,
      let id = member(job.id, of: created), let status = member(job.status, of: value),
      let idParameter = poll.parameters.last(where: { $0.encoding == .path && !$0.isScope })
    else { return nil }
    guard poll.needsOnly([idParameter.name]) else {
      return unusable(job.span, "`\(poll.operationID)` needs more arguments than the id", operation)
    }
    guard idParameter.type == id.type, !id.isOptional else {
      return unusable(job.id.span, "the id in the answer is not of the type of the path parameter", operation)
    }
    guard isString(status.type) else {
      return unusable(job.status.span, "the status is neither a string nor an enumeration of strings", operation)
    }
    reportUnknownStates(job, status.type)
    let name = poll.callName.text.hasPrefix("get") ? String(poll.callName.text.dropFirst(3)) : poll.callName.text
    return PlannedJob(
      definitionName: SwiftName.value(name),
      name: SwiftName.words(of: name).joined(separator: " "),
      value: value,
      pollCall: poll.callName,
      idParameter: (idParameter.name, idParameter.type),
      id: id,
      status: status,
      statusIsEnumeration: status.type != .string,
      pending: job.pending,
      success: job.success,
      failure: job.failure,
      intervalSeconds: job.intervalSeconds,
      timeoutSeconds: job.timeoutSeconds,
      downloads: downloads(of: poll, value)
    )
  }

  /// A status that the document does not know is most often a misspelling, and no job would ever have it.
  private mutating func reportUnknownStates(_ job: JobExtension, _ type: TypeReference) {
    guard case .named(let name) = type, case .enumeration(let enumeration)? = declared[name]?.kind else { return }
    let known = enumeration.cases.map(\.rawValue)
    for state in job.pending + job.success + job.failure where !known.contains(state) {
      log.warning(
        .unusableConvention,
        "`\(state)` is not a value of `\(name.last.text)`",
        at: job.span,
        label: "listed here",
        help: Suggestion.help(for: state, in: known)
      )
    }
  }

  /// The files that a fetched value lists, for the operation that fetches one of them; `nil` where a job brings them
  /// along.
  private mutating func listed(_ download: DownloadExtension, by fetch: PlannedOperation) -> PlannedDownloads? {
    guard !extensions.values.contains(where: { $0.job?.get == download.of }), let get = gets[download.of],
      case .json(let value) = get.output
    else { return nil }
    let planned = downloads(of: get, value)
    return planned?.call == fetch.callName ? planned : nil
  }

  /// The files that a fetched value lists, if an operation fetches them.
  private mutating func downloads(of get: PlannedOperation, _ value: TypeReference) -> PlannedDownloads? {
    let fetching = calls.values.filter { extensions[$0.callName]?.download?.of == get.path }
    guard let fetch = fetching.min(by: { $0.callName < $1.callName }),
      let download = extensions[fetch.callName]?.download
    else { return nil }
    let parameters = fetch.parameters.filter { $0.encoding == .path && !$0.isScope }
    guard parameters.count > 1, let keyParameter = parameters.last, keyParameter.type == .string,
      fetch.needsOnly(parameters.map(\.name)),
      let items = member(download.items, of: value, throughLists: true), case .array(let item) = items.type,
      let key = member(download.key, of: item), key.type == .string, !key.isOptional,
      let ids = ids(of: value, parameters.dropLast(), download)
    else {
      return unusable(download.span, "it needs ids and a key in the path, and a list of objects with keys", fetch)
    }
    return PlannedDownloads(
      value: value,
      items: items,
      key: key,
      description: download.description.flatMap { member($0, of: item) }.flatMap { $0.type == .string ? $0 : nil },
      call: fetch.callName,
      ids: ids,
      keyParameter: keyParameter.name
    )
  }

  /// Where the value of each path parameter stands in the value that lists the files: under the parameter's own name,
  /// unless the convention says otherwise.
  private mutating func ids(
    of value: TypeReference,
    _ parameters: ArraySlice<PlannedParameter>,
    _ download: DownloadExtension
  ) -> [(parameter: Identifier, path: MemberPath)]? {
    var ids: [(parameter: Identifier, path: MemberPath)] = []
    for parameter in parameters {
      let name = parameter.wireName
      guard let pointer = download.parameters[name] ?? JSONPointer("/" + name, span: download.span),
        let path = member(pointer, of: value), path.type == parameter.type, !path.isOptional
      else { return nil }
      ids.append((parameter.name, path))
    }
    return ids
  }

  private mutating func pages(_ page: PageExtension, _ operation: PlannedOperation) -> PlannedPages? {
    guard case .json(let type) = operation.output, let items = member(page.items, of: type) else { return nil }
    guard case .array(let item) = items.type else {
      return unusable(page.items.span, "`\(page.items)` is not a list", operation)
    }
    guard
      let parameter = operation.parameters.first(where: { $0.wireName == page.parameter && $0.encoding == .query }),
      parameter.type.isInteger, !parameter.required
    else {
      return unusable(
        page.span,
        "there is no optional query parameter `\(page.parameter)` of type `integer`",
        operation
      )
    }
    let total = page.totalPages.flatMap { member($0, of: type) }
    if let pointer = page.totalPages, let total, !total.type.isInteger {
      return unusable(pointer.span, "`\(pointer)` is not an integer", operation)
    }
    return PlannedPages(
      page: type,
      item: item,
      items: items,
      totalPages: total,
      pageParameter: parameter.name,
      pageType: parameter.type
    )
  }

  mutating func get(_ path: String, _ span: SourceSpan) -> PlannedOperation? {
    if let operation = gets[path] { return operation }
    log.error(
      .unusableConvention,
      "there is no operation `GET \(path)`",
      at: span,
      help: Suggestion.help(for: path, in: gets.keys.sorted())
    )
    return nil
  }

  private func isString(_ type: TypeReference) -> Bool {
    if type == .string { return true }
    guard case .named(let name) = type, case .enumeration(let enumeration)? = declared[name]?.kind else { return false }
    return enumeration.rawType == .string
  }

  mutating func unusable<T>(_ span: SourceSpan, _ reason: String, _ operation: PlannedOperation) -> T? {
    log.error(
      .unusableConvention,
      "this convention does not fit `\(operation.operationID)`",
      at: span,
      label: reason
    )
    return nil
  }

  /// Follows a pointer through planned types; `*` stands for every entry of a list, where that makes sense.
  mutating func member(
    _ pointer: JSONPointer,
    of type: TypeReference,
    throughLists: Bool = false
  ) -> MemberPath? {
    var path = MemberPath(steps: [], type: type)
    for token in pointer.tokens {
      if throughLists, token == "*", case .array(let item) = path.type, let last = path.steps.indices.last {
        path.steps[last].isEach = true
        path.type = item
        continue
      }
      guard case .named(let name) = path.type, case .object(let object)? = declared[name]?.kind else {
        return missing(token, pointer, [])
      }
      guard let property = object.properties.first(where: { $0.wireName == token }) else {
        return missing(token, pointer, object.properties.map(\.wireName))
      }
      path.steps.append(MemberPath.Step(name: property.name, isOptional: property.isOptional))
      path.type = property.type
    }
    return path
  }

  private mutating func missing(_ token: String, _ pointer: JSONPointer, _ names: [String]) -> MemberPath? {
    // What an earlier error left without a type has no members either; that error says it all.
    guard !names.isEmpty || !log.hasErrors else { return nil }
    log.error(
      .unusableConvention,
      "nothing stands at `\(pointer)`",
      at: pointer.span,
      label: "there is no member `\(token)`",
      help: Suggestion.help(for: token, in: names)
    )
    return nil
  }
}

extension TypeReference {
  /// Whether values are integers of some size.
  fileprivate var isInteger: Bool { [.int, .int32, .int64, .uint64].contains(self) }
}

extension PlannedOperation {
  /// Whether these arguments, and those of the scope, are all that the call needs.
  fileprivate func needsOnly(_ names: [Identifier]) -> Bool {
    body == nil && parameters.allSatisfy { $0.isScope || !$0.required || $0.constant != nil || names.contains($0.name) }
  }
}
