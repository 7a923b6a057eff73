import RecastClientPlan
import RecastSwiftEmitter

/// What callers see of an operation.
struct SwiftMethod {
  /// An argument for a parameter.
  struct Argument: Equatable {
    /// The label.
    var name: String
    /// The type with its optionality.
    var type: String
    /// Whether callers have to give a value.
    var isNeeded: Bool

    /// The type without optionality, which is not the schema's.
    var bareType: Substring { type.hasSuffix("?") ? type.dropLast() : type[...] }
  }

  /// The method with its resource, such as `reports.create`.
  let name: String
  /// Arguments by the place and name of their parameters on the wire.
  let arguments: [String: Argument]
  /// The labels of all arguments in order.
  let labels: [String]
  /// The type of the body; `nil` when there is none, or when its members are arguments.
  let body: String?
  /// Whether callers have to give the body.
  let needsBody: Bool
  /// What the method answers.
  let output: String
  /// The types of described errors by their statuses.
  let errors: [String: String]

  init(_ operation: PlannedOperation, of resource: PlannedResource, _ spelling: TypeText) {
    name = "\(resource.name.text).\(operation.methodName.text)"
    arguments = Dictionary(
      operation.parameters.map { parameter in
        let type = spelling.text(parameter.type)
        let argument = Argument(
          name: parameter.name.text,
          type: parameter.required ? type : "\(type)?",
          isNeeded: parameter.hasNoDefault
        )
        return (Self.key(parameter.location, parameter.wireName), argument)
      },
      uniquingKeysWith: { first, _ in first }
    )
    let scope = Set(operation.parameters.filter(\.isScope).map(\.name))
    labels = operation.methodArguments.map(\.name).filter { !scope.contains($0) }.map(\.text)
    body = operation.body?.flattened == nil ? operation.body?.type.map(spelling.text) : nil
    needsBody = operation.body?.methodArguments.contains(where: \.hasNoDefault) ?? false
    output = Self.text(operation.convention, operation.output, spelling)
    errors = Dictionary(
      operation.errors.map { ($0.status, spelling.text($0.type)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Whether calls of another method, as far as this one has their arguments, state them in the order of this one.
  func keepsOrder(of other: SwiftMethod) -> Bool {
    let (mine, theirs) = (Set(labels), Set(other.labels))
    return labels.filter(theirs.contains) == other.labels.filter(mine.contains)
  }

  /// The argument for a parameter.
  func argument(_ location: String, _ name: String) -> Argument? { arguments["\(location) \(name)"] }

  private static func key(_ location: PlannedParameter.Location, _ name: String) -> String {
    switch location {
    case .path: "path \(name)"
    case .query: "query \(name)"
    case .header: "header \(name)"
    case .cookie: "cookie \(name)"
    }
  }

  private static func text(_ convention: PlannedConvention, _ output: PlannedOutput, _ spelling: TypeText) -> String {
    switch convention {
    case .send: text(output, spelling)
    case .job(let job): "Job<\(spelling.text(job.value))>"
    case .pages(let pages): "pages of \(spelling.text(pages.page))"
    case .download: "a download"
    }
  }

  private static func text(_ output: PlannedOutput, _ spelling: TypeText) -> String {
    switch output {
    case .empty: "nothing"
    case .json(let type): spelling.text(type)
    case .optionalJSON(let type): "\(spelling.text(type))?"
    case .text: "String"
    case .stream: "a download"
    case .values(let stream): "a sequence of \(stream.element.map(spelling.text) ?? "events")"
    case .cases(let answers):
      "\(spelling.text(answers.name)) with "
        + answers.cases.map { "\($0.name.text): \(text($0.output, spelling))" }
        .joined(separator: ", ")
    }
  }
}
