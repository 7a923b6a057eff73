import RecastDiagnostics

extension DocumentComparer {
  /// The changes of the schemas that an operation uses.
  func schemaChanges(_ uses: [SchemaUse]) -> [Change] {
    var changes: [Change] = []
    var told: Set<String> = []
    for use in uses {
      for found in graph.differences(from: use.position) {
        for difference in graph.nodes[found.position].differences {
          let change = change(difference, found, use)
          // Several content types of one body may hold the same schema.
          if told.insert("\(change.id) \(change.text)").inserted { changes.append(change) }
        }
      }
    }
    return changes
  }

  private func change(_ difference: SchemaDifference, _ found: SchemaGraph.Found, _ use: SchemaUse) -> Change {
    let steps = found.path.map(\.text) + [difference.member?.name].compactMap { $0 }
    let path = steps.joined(separator: "/")
    let kind = use.place.kind(isPart: !path.isEmpty)
    let isOneWay = isOneWay(difference, found, kind)
    let rule =
      difference.member.map {
        SchemaRule(
          member: difference.aspect,
          at: kind,
          isRequired: $0.isRequired,
          hasDefault: $0.hasDefault,
          isOneWay: isOneWay
        )
      } ?? SchemaRule(difference.aspect, at: kind, isOneWay: isOneWay)
    let judgement = judgement(difference, found, use, rule)
    let places = places(difference, found)
    return Change(
      id: rule.id,
      level: rule.level,
      operation: use.operation.key,
      text: Phrase.text(difference.aspect.phrase, noun: use.place.noun(path), difference.arguments),
      wire: rule.wire,
      swift: judgement.effect,
      swiftText: judgement.text,
      old: places.old,
      new: places.new,
      arguments: use.place.arguments(path) + difference.arguments
    )
  }

  /// Where a change is shown: what only one document has is shown in the other at what it is missing from.
  private func places(_ difference: SchemaDifference, _ found: SchemaGraph.Found) -> SourcePlaces {
    guard let member = difference.member else { return SourcePlaces(old: difference.old, new: difference.new) }
    let container = graph.nodes[found.position].places
    return SourcePlaces(old: member.old ?? container.old, new: member.new ?? container.new)
  }

  /// Whether the value never travels this way.
  private func isOneWay(_ difference: SchemaDifference, _ found: SchemaGraph.Found, _ kind: SchemaPlace.Kind) -> Bool {
    let flags = graph.nodes[found.position].oneWay
    let own = kind.direction == .request ? flags.readOnly : flags.writeOnly
    guard let member = difference.member else { return own }
    return own || (kind.direction == .request ? member.isReadOnly : member.isWriteOnly)
  }

  private func judgement(
    _ difference: SchemaDifference,
    _ found: SchemaGraph.Found,
    _ use: SchemaUse,
    _ rule: SchemaRule
  ) -> SwiftJudgement {
    let node = graph.nodes[found.position]
    let places = SourcePlaces(old: node.places.old, new: node.places.new)
    let nearest = SourcePlaces(old: found.places?.old, new: found.places?.new)
    let judgement: SwiftJudgement?
    if let member = difference.member {
      judgement = surfaces.member(SourcePlaces(old: member.old, new: member.new))
    } else if [.enumValueAdded, .enumValueRemoved].contains(difference.aspect) {
      // An enumeration of one value is a constant of another type.
      judgement =
        surfaces.memberType(nearest) ?? wholeJudgement(use, found)
        ?? surfaces.value(difference.arguments.joined(), places)
    } else if [.becameNullable, .becameNotNullable].contains(difference.aspect) {
      judgement = surfaces.member(nearest) ?? wholeJudgement(use, found)
    } else if SchemaAspect.shaping.contains(difference.aspect) {
      judgement = surfaces.type(places) ?? surfaces.memberType(nearest) ?? wholeJudgement(use, found)
    } else {
      judgement = nil
    }
    if let judgement { return judgement }
    return quietJudgement(difference, use.place.direction, rule)
  }

  /// What becomes of the argument or the answer that the whole value is.
  private func wholeJudgement(_ use: SchemaUse, _ found: SchemaGraph.Found) -> SwiftJudgement? {
    guard found.places == nil else { return nil }
    switch use.place {
    case .requestBody: return bodyJudgement(use.operation)
    case .responseBody: return outputJudgement(use.operation)
    case .parameter(let location, let name): return argumentJudgement(location, name, use.operation)
    case .responseHeader: return nil
    }
  }

  /// What happens where the generated code is the same.
  private func quietJudgement(
    _ difference: SchemaDifference,
    _ direction: Direction,
    _ rule: SchemaRule
  ) -> SwiftJudgement {
    if difference.aspect == .deprecated { return SwiftJudgement(effect: .none, text: "uses are warned about") }
    switch (rule.effect, direction) {
    case (.narrows, .request), (.replaces, .request), (.unknown, .request):
      return .behaviour("calls that compile may be refused")
    case (.widens, .response), (.replaces, .response), (.unknown, .response):
      let isSeen = SchemaAspect.shaping.contains(difference.aspect) || difference.aspect == .enumValueAdded
      return isSeen || difference.member != nil ? .behaviour("values may be met that were never met before") : .none
    default:
      return [.defaultAdded, .defaultRemoved, .defaultChanged].contains(difference.aspect) && direction == .request
        ? .behaviour("what happens when the value is left out may differ") : .none
    }
  }
}

extension SchemaAspect {
  /// What decides which Swift type a schema becomes.
  static let shaping = Set(types + parts + [becameEnum, becameNotEnum, constChanged, contentEncodingChanged])
}
