import RecastOpenAPIDocument
import RecastYAMLReader

extension TypePlanner {
  /// Plans the known values of an enumeration.
  func enumeration(_ rawType: PlannedEnumeration.RawType, _ values: [YAMLNode]) -> PlannedEnumeration {
    var scope = NameScope(reserved: ReservedWords.cases)
    var seen: Set<String> = []
    let cases = values.compactMap { value -> PlannedEnumeration.Case? in
      // Real documents list a value twice now and then; one member says it all.
      guard let text = value.scalarText, seen.insert(text).inserted else { return nil }
      return PlannedEnumeration.Case(name: scope.claim(name(of: text, rawType), else: []), rawValue: text)
    }
    return PlannedEnumeration(rawType: rawType, cases: cases)
  }

  private func name(of text: String, _ rawType: PlannedEnumeration.RawType) -> Identifier {
    if text.isEmpty { return Identifier("empty") }
    return rawType == .int && !text.hasPrefix("-") ? SwiftName.value("value_\(text)") : SwiftName.value(text)
  }
}
