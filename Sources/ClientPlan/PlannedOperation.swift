import RecastDiagnostics

/// One operation: a factory for the call, and a method that sends it.
package struct PlannedOperation: Sendable {
  /// The name of the operation, for people and logs.
  package var operationID: String
  /// The factory's name.
  package var callName: Identifier
  /// The method's name in its resource.
  package var methodName: Identifier
  /// The HTTP method, in capitals.
  package var httpMethod: String
  /// The path template as written.
  package var path: String
  /// The path in pieces.
  package var pathPieces: [PathPiece]
  /// Query parameters that are part of the path as the document writes it.
  package var fixedQuery: [(name: String, value: String)] = []
  /// Parameters: those of the scope first, then required ones, then optional ones.
  package var parameters: [PlannedParameter]
  /// The request body.
  package var body: PlannedBody?
  /// What a call answers.
  package var output: PlannedOutput
  /// The media type that is asked for; `nil` stands for what the output implies.
  package var accept: String?
  /// The errors whose bodies the document describes, in document order.
  package var errors: [PlannedError]
  /// The header fields of successful answers, in document order.
  package var headers: [PlannedHeader]
  /// The server that the operation has for itself: a URL, or a path; `nil` for that of the client.
  package var server: String?
  /// What the call needs to authenticate.
  package var security: PlannedSecurity
  /// How often the operation may be called.
  package var rateLimit: PlannedRateLimit?
  /// What is checked before a call is sent.
  package var checks: [PlannedCheck] = []
  /// The method that reads what is current before it changes it.
  package var edit: PlannedEdit?
  /// What the method makes of the call.
  package var convention: PlannedConvention
  /// What the document says about the operation.
  package var documentation: Documentation
  /// Where the operation was written.
  package var span: SourceSpan
}

/// A part of a path template.
package enum PathPiece: Sendable {
  /// Text that is sent as it is.
  case literal(String)
  /// A parameter, by its Swift name, and how it is written if not as plain text.
  case parameter(Identifier, PlannedPathStyle? = nil)
}

/// Limits that operations of one scope share.
package struct PlannedRateLimit: Sendable {
  /// The scope's name.
  package var scope: String
  /// Calls and seconds, all of which hold.
  package var limits: [(calls: Int, seconds: Int)]
}

/// What a method makes of a call.
package enum PlannedConvention: Sendable {
  /// Sends it and hands over the answer.
  case send
  /// Sends it and hands over the job that it started.
  case job(PlannedJob)
  /// Walks the list that it is a slice of.
  case pages(PlannedPages)
  /// Hands over a file that is fetched when asked for; and all files that a fetched value lists, where it lists them.
  case download(fileName: PlannedFileName, listed: PlannedDownloads?)
}

/// The name under which a download is saved.
package enum PlannedFileName: Sendable {
  /// The value of a parameter.
  case parameter(Identifier)
  /// A fixed name.
  case fixed(String)
}

/// A way from a value to one of its members.
package struct MemberPath: Sendable {
  /// A member and whether it may be absent.
  package struct Step: Sendable {
    /// The property's name.
    package var name: Identifier
    /// Whether the property is optional.
    package var isOptional: Bool
    /// Whether the property is a list, each entry of which the way goes on from.
    package var isEach = false
  }

  /// The members from the value down.
  package var steps: [Step]
  /// The type of the last member.
  package var type: TypeReference

  /// Whether any member on the way may be absent; a list of what several entries hold is always there.
  package var isOptional: Bool { steps.contains(where: \.isOptional) && !steps.contains(where: \.isEach) }
}

/// How a job is followed.
package struct PlannedJob: Sendable {
  /// The property of `Jobs` that holds the definition, and the resource's method that makes a job out of an id.
  package var definitionName: Identifier
  /// The job's name for people.
  package var name: String
  /// The type of the polled answer.
  package var value: TypeReference
  /// The factory of the call that is polled.
  package var pollCall: Identifier
  /// The Swift name and type of the id parameter of that factory.
  package var idParameter: (name: Identifier, type: TypeReference)
  /// Where the id stands in the answer that started the job.
  package var id: MemberPath
  /// Where the status stands in the polled answer.
  package var status: MemberPath
  /// Whether the status is a generated enumeration rather than a string.
  package var statusIsEnumeration: Bool
  /// Statuses by what they mean.
  package var pending: [String]
  package var success: [String]
  package var failure: [String]
  /// Seconds between looks, and until waiting ends.
  package var intervalSeconds: Int
  package var timeoutSeconds: Int
  /// The files that a finished job lists.
  package var downloads: PlannedDownloads?
  /// Whether the definition goes with this operation: several operations may start jobs of one kind.
  package var ownsDefinition = true
  /// Whether the resource's method for a job's id goes with this operation.
  package var ownsMethods = true
}

/// The files that a fetched value lists, most often a job.
package struct PlannedDownloads: Sendable {
  /// The type of the value.
  package var value: TypeReference
  /// Where the files are listed in the value.
  package var items: MemberPath
  /// Where the key stands in a listed file.
  package var key: MemberPath
  /// Where the description stands in a listed file.
  package var description: MemberPath?
  /// The factory of the call that fetches one file.
  package var call: Identifier
  /// The Swift names of that factory's parameters that say which value is meant, and where they stand in the value.
  package var ids: [(parameter: Identifier, path: MemberPath)]
  /// The Swift name of that factory's parameter for the file's key.
  package var keyParameter: Identifier
}

/// How a list is walked.
package struct PlannedPages: Sendable {
  /// The type of one page.
  package var page: TypeReference
  /// The type of one item.
  package var item: TypeReference
  /// Where the items stand in a page.
  package var items: MemberPath
  /// Where the number of pages stands in a page.
  package var totalPages: MemberPath?
  /// The Swift name of the parameter for the page number.
  package var pageParameter: Identifier
  /// The integer type of that parameter.
  package var pageType: TypeReference
}
