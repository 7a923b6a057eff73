import RecastDiagnostics
import RecastYAMLReader

/// `x-client-scope`: a leading path parameter that becomes an object of its own, `recast.client("acme")`.
package struct ScopeExtension: Sendable {
  /// The path parameter's name on the wire.
  package var parameter: String
  /// The method that makes the scope.
  package var name: String
  /// Where the extension was written.
  package var span: SourceSpan
}

/// What overlays say about an operation.
package struct OperationExtensions: Sendable {
  /// `x-client-name`: the method's name.
  package var name: String?
  /// `x-client-resource`: the property under which the method stands.
  package var resource: String?
  /// `x-client-ignore`: whether the operation is left out.
  package var ignore = false
  /// `x-client-parameters`: the Swift labels of parameters, for documents that share or repeat their descriptions.
  package var parameterNames: [ParameterNameExtension] = []
  /// `x-client-job`: the operation starts a job that is polled.
  package var job: JobExtension?
  /// `x-client-page`: the operation answers with one slice of a list.
  package var page: PageExtension?
  /// `x-client-download`: the operation sends one of the files that a job lists.
  package var download: DownloadExtension?
  /// `x-client-rate-limit`: how often the operation may be called.
  package var rateLimit: RateLimitExtension?
  /// `x-client-download-keys`: the known download keys per discriminator value of the request's union.
  package var downloadKeys: [DownloadKeysExtension] = []
  /// `x-client-checks`: what a request has to be like.
  package var checks: [CheckExtension] = []
  /// `x-client-edit`: the operation changes what others may change meanwhile.
  package var edit: EditExtension?

  /// Nothing is said.
  package init() {}
}

/// One entry of `x-client-parameters`.
package struct ParameterNameExtension: Sendable {
  /// The parameter's name on the wire.
  package var wireName: String
  /// The Swift label.
  package var name: String
  /// Where the name on the wire was written.
  package var span: SourceSpan
}

/// `x-client-job`: how the job that an operation starts is followed.
package struct JobExtension: Sendable {
  /// The path of the GET operation that shows the job.
  package var get: String
  /// Where the id stands in the answer of the starting operation.
  package var id: JSONPointer
  /// Where the status stands in the shown job.
  package var status: JSONPointer
  /// Statuses of a job that goes on.
  package var pending: [String]
  /// Statuses of a job that has succeeded.
  package var success: [String]
  /// Statuses of a job that has ended otherwise.
  package var failure: [String]
  /// Seconds between two looks at the job.
  package var intervalSeconds: Int
  /// Seconds after which waiting ends.
  package var timeoutSeconds: Int
  /// Where the extension was written.
  package var span: SourceSpan
}

/// `x-client-page`: how a list is walked.
package struct PageExtension: Sendable {
  /// The query parameter that holds the page number, counted from 1.
  package var parameter: String
  /// Where the items stand in the answer.
  package var items: JSONPointer
  /// Where the number of pages stands in the answer.
  package var totalPages: JSONPointer?
  /// Where the extension was written.
  package var span: SourceSpan
}

/// `x-client-download`: which job lists the keys of a download operation.
package struct DownloadExtension: Sendable {
  /// The path of the GET operation that shows the job.
  package var of: String
  /// Where the values of path parameters stand in the shown job, by their names on the wire.
  package var parameters: [String: JSONPointer]
  /// Where the files are listed in the shown job; `*` stands for every entry of a list.
  package var items: JSONPointer
  /// Where the key stands in one listed file.
  package var key: JSONPointer
  /// Where the description stands in one listed file.
  package var description: JSONPointer?
  /// Keys that are known to be listed, whatever the job is about.
  package var keys: [String]
  /// Where the extension was written.
  package var span: SourceSpan
}

/// `x-client-rate-limit`: how often operations of one scope may be called.
package struct RateLimitExtension: Sendable {
  /// At most so many calls in so many seconds.
  package struct Limit: Sendable {
    /// The number of calls.
    package var calls: Int
    /// The length of the window in seconds.
    package var seconds: Int
  }

  /// Operations that name the same scope share the limits.
  package var scope: String
  /// The limits, all of which hold.
  package var limits: [Limit]
  /// Where the extension was written.
  package var span: SourceSpan
}

/// One entry of `x-client-download-keys`.
package struct DownloadKeysExtension: Sendable {
  /// The value of the discriminator.
  package var value: String
  /// The known keys, in document order.
  package var keys: [String]
  /// Where the value was written.
  package var span: SourceSpan
}

/// What overlays say about a schema.
package struct SchemaExtensions: Sendable {
  /// `x-client-name`: the Swift name.
  package var name: String?
  /// `x-client-type`: the Swift type, from a fixed list.
  package var type: TypeExtension?
  /// `x-client-factories`: named ways to make a value.
  package var factories: FactoriesExtension?
  /// `x-client-optional-members`: required members that nevertheless may be missing, with where each is named.
  package var optional: [(name: String, span: SourceSpan)] = []
  /// `x-ms-discriminator-value`: the value of an inherited discriminator that selects the schema.
  package var discriminatorValue: String?

  /// `x-client-type`: types of the runtime for values that JSON has no type for.
  package enum TypeExtension: String, Sendable, CaseIterable {
    case stringEncodedDecimal = "StringEncoded<Decimal>"
    case stringEncodedInt = "StringEncoded<Int>"
    case stringEncodedBool = "StringEncoded<Bool>"
    case stringEncodedLetterBool = "StringEncoded<LetterBool>"
    case budgetTable = "BudgetTable"
    case csvText = "CSVText"
  }
}
