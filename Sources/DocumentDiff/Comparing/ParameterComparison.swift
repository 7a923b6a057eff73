import RecastClientPlan
import RecastDiagnostics
import RecastOpenAPIDocument

extension DocumentComparer {
  /// Compares the parameters of an operation, those of its path included.
  mutating func compareParameters(_ matched: MatchedOperation) {
    let before = documents.old.parameters(of: matched.old)
    let after = documents.new.parameters(of: matched.new)
    for parameter in before.list where after.match(for: parameter, in: before) == nil { remove(parameter, matched) }
    for parameter in after.list {
      if let known = before.match(for: parameter, in: after) {
        compare(known, parameter, matched)
      } else {
        add(parameter, matched)
      }
    }
  }

  private mutating func remove(_ parameter: Parameter, _ matched: MatchedOperation) {
    let argument = surfaces.old.methods[matched.old.key]?.argument(parameter)
    report(
      parameter.deprecated ? .parameterRemovedAfterDeprecation : .parameterRemoved,
      of: matched.key,
      parameter.location.rawValue,
      parameter.name,
      at: SourcePlaces(old: parameter.span, new: matched.places.new),
      argument.map { .breaking("the argument `\($0.name)` is gone") } ?? .none
    )
  }

  private mutating func add(_ parameter: Parameter, _ matched: MatchedOperation) {
    let argument = surfaces.new.methods[matched.key]?.argument(parameter)
    let judgement = argument.map { argument -> SwiftJudgement in
      argument.isNeeded
        ? .breaking("the argument `\(argument.name)` is new, and has to be given")
        : .additive("the argument `\(argument.name)` is new")
    }
    report(
      parameter.required ? .requiredParameterAdded : .optionalParameterAdded,
      of: matched.key,
      parameter.location.rawValue,
      parameter.name,
      at: SourcePlaces(old: matched.places.old, new: parameter.span),
      judgement ?? .none
    )
  }

  private mutating func compare(_ old: Parameter, _ new: Parameter, _ matched: MatchedOperation) {
    let places = SourcePlaces(old: old.span, new: new.span)
    let location = new.location.rawValue
    let judgement = judgement(old, new, matched)
    if old.name != new.name, new.location == .path {
      report(.pathParameterRenamed, of: matched.key, old.name, new.name, at: places, judgement ?? .none)
    }
    if old.required != new.required {
      let rule: OperationRule = new.required ? .parameterBecameRequired : .parameterBecameOptional
      let quiet: SwiftJudgement = new.required ? .behaviour("calls without it may be refused") : .none
      report(rule, of: matched.key, location, new.name, at: places, judgement ?? quiet)
    }
    if old.deprecated != new.deprecated {
      let rule: OperationRule = new.deprecated ? .parameterDeprecated : .parameterReactivated
      report(rule, of: matched.key, location, new.name, at: places, .none)
    }
    compareStyles(old, new, matched, judgement ?? .behaviour("the same value is sent differently"))
    if descriptions, old.words != new.words {
      report(.parameterDescriptionChanged, of: matched.key, location, new.name, at: places, .none)
    }
    use(
      old.schema ?? old.content?.schema,
      new.schema ?? new.content?.schema,
      .parameter(location: location, name: new.name),
      matched,
      places
    )
  }

  private mutating func compareStyles(
    _ old: Parameter,
    _ new: Parameter,
    _ matched: MatchedOperation,
    _ judgement: SwiftJudgement
  ) {
    let places = SourcePlaces(old: old.span, new: new.span)
    let location = new.location.rawValue
    if old.content == nil, new.content == nil {
      let isScalar = documents.old.isScalar(old.schema) && documents.new.isScalar(new.schema)
      if old.effectiveStyle != new.effectiveStyle {
        report(
          .styleChanged,
          of: matched.key,
          location,
          new.name,
          old.effectiveStyle,
          new.effectiveStyle,
          at: places,
          judgement
        )
      } else if old.effectiveExplode != new.effectiveExplode, !isScalar {
        report(
          .explodeChanged,
          of: matched.key,
          location,
          new.name,
          "\(old.effectiveExplode)",
          "\(new.effectiveExplode)",
          at: places,
          judgement
        )
      }
    }
    guard old.allowsReserved != new.allowsReserved, new.location == .query else { return }
    report(
      new.allowsReserved ? .becameReserved : .becameNotReserved,
      of: matched.key,
      location,
      new.name,
      at: places,
      judgement
    )
  }

  /// What becomes of the argument; `nil` when callers see no difference.
  private func judgement(_ old: Parameter, _ new: Parameter, _ matched: MatchedOperation) -> SwiftJudgement? {
    guard let first = surfaces.old.methods[matched.old.key], let second = surfaces.new.methods[matched.key],
      let before = first.argument(old), let after = second.argument(new)
    else { return nil }
    if before.name != after.name { return .breaking("the argument `\(before.name)` is called `\(after.name)` now") }
    if after.type == "\(before.type)?", before.isNeeded, !after.isNeeded {
      return second.keepsOrder(of: first)
        ? .additive("the argument `\(after.name)` can be left out")
        : .breaking("the argument `\(after.name)` stands behind others now")
    }
    if before.type != after.type {
      return .breaking("the argument `\(after.name)` is `\(after.type)` now, and was `\(before.type)`")
    }
    return after.isNeeded && !before.isNeeded ? .breaking("the argument `\(after.name)` has to be given now") : nil
  }

  /// What becomes of the argument whose value a schema describes.
  func argumentJudgement(_ location: String, _ name: String, _ matched: MatchedOperation) -> SwiftJudgement? {
    guard let before = surfaces.old.methods[matched.old.key]?.argument(location, name),
      let after = surfaces.new.methods[matched.key]?.argument(location, name), before.bareType != after.bareType
    else { return nil }
    return .breaking("the argument `\(after.name)` is `\(after.type)` now, and was `\(before.type)`")
  }
}

/// The parameters of an operation.
private struct ParameterList {
  var list: [Parameter]
  /// The names of path parameters from left to right.
  var path: [String]

  /// The parameter that has the place of one of another list.
  func match(for parameter: Parameter, in other: ParameterList) -> Parameter? {
    if parameter.location == .path, let position = other.path.firstIndex(of: parameter.name) {
      guard path.indices.contains(position) else { return nil }
      return list.first { $0.location == .path && $0.name == path[position] }
    }
    return list.first { $0.isSame(as: parameter) }
  }
}

extension ResolvedDocument {
  /// The parameters of an operation and those of its path that it does not replace.
  fileprivate mutating func parameters(of placed: PlacedOperation) -> ParameterList {
    var list: [Parameter] = []
    for referenced in placed.operation.parameters + placed.item.parameters {
      guard let parameter = parameter(referenced), !list.contains(where: { $0.isSame(as: parameter) }) else { continue }
      list.append(parameter)
    }
    return ParameterList(list: list, path: PathShape(placed.item.path).parameters)
  }

  /// Whether all values of a schema are single ones.
  fileprivate mutating func isScalar(_ schema: SchemaOrReference?) -> Bool {
    guard let schema = schema.map({ self.schema($0).schema }), schema.oneOf.isEmpty, !schema.types.isEmpty else {
      return false
    }
    return Set(schema.types).isDisjoint(with: [.array, .object])
  }
}

extension SwiftMethod {
  fileprivate func argument(_ parameter: Parameter) -> Argument? {
    argument(parameter.location.rawValue, parameter.name)
  }
}

extension Parameter {
  /// The names of header fields are the same in upper and lower case.
  fileprivate func isSame(as other: Parameter) -> Bool {
    guard location == other.location else { return false }
    return name == other.name || (location == .header && name.lowercased() == other.name.lowercased())
  }

  fileprivate var effectiveStyle: String {
    style ?? ([.query, .cookie, .querystring].contains(location) ? "form" : "simple")
  }

  fileprivate var effectiveExplode: Bool { explode ?? (effectiveStyle == "form") }

  fileprivate var words: [Substring] { (description ?? "").split(whereSeparator: \.isWhitespace) }
}
