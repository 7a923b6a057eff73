import RecastOpenAPIDocument
import RecastYAMLReader

extension TypePlanner {
  /// The shape of a schema that lists its values; `nil` when they say no more than the type does.
  mutating func enumeration(_ schema: Schema, _ values: [YAMLNode]) -> SchemaShape? {
    // Values of an array or object that are neither are those of its elements.
    if schema.types == [.array], values.allSatisfy({ $0.scalarText != nil }) {
      return arrayOfValues(schema, values)
    }
    if let rawType = EnumerationValues.rawType(of: values, schema.types) {
      if values.count == 1, rawType == .string { return .primitive(.string, constant: values[0]) }
      return .enumeration(rawType, values)
    }
    if schema.types == [.boolean] || values.allSatisfy({ $0.kind == .bool }) {
      return .primitive(.bool, constant: values.count == 1 ? values[0] : nil)
    }
    if let kinds = EnumerationValues.byKind(values, schema) { return .union(kinds) }
    let areNumbers = values.allSatisfy { [.integer, .float].contains($0.kind) }
    log.warning(
      .mixedEnumeration,
      areNumbers
        ? "not all of these numbers are values of a Swift type" : "these values are not all strings or all numbers",
      at: values.first?.span ?? schema.span,
      label: "the type is generated, its values are not"
    )
    return nil
  }

  private mutating func arrayOfValues(_ schema: Schema, _ values: [YAMLNode]) -> SchemaShape {
    log.warning(
      .mixedEnumeration,
      "the values of this array are no arrays",
      at: values.first?.span ?? schema.span,
      label: "read as the values of its elements",
      help: "write `enum` below `items`"
    )
    guard case .schema(var items)? = schema.items else {
      var items = Schema(span: values.first?.span ?? schema.span)
      if case .reference? = schema.items { return .array(schema.items) }
      items.types = values.allSatisfy { $0.kind == .string } ? [.string] : []
      items.enumValues = values
      return .array(.schema(items))
    }
    items.enumValues = items.enumValues ?? values
    return .array(.schema(items))
  }

  /// Plans the known values of an enumeration.
  mutating func enumeration(
    _ rawType: PlannedEnumeration.RawType,
    _ values: [YAMLNode],
    _ meanings: [String: Schema.ValueMeaning],
    _ name: TypeName
  ) -> PlannedEnumeration {
    var scope = NameScope(
      reserved: ReservedWords.cases,
      kept: known.names(.member, in: name.path, of: values.lazy.compactMap { EnumerationValues.text(of: $0, rawType) })
    )
    var seen: Set<String> = []
    let cases = values.compactMap { value -> PlannedEnumeration.Case? in
      // Real documents list a value twice now and then; one member says it all.
      guard let text = EnumerationValues.text(of: value, rawType), seen.insert(text).inserted else { return nil }
      let meaning = value.scalarText.flatMap { meanings[$0] }
      let wanted = meaning?.name.map(SwiftName.value) ?? self.name(of: value.scalarText ?? text, rawType)
      return PlannedEnumeration.Case(
        name: scope.claim(wanted, else: ReservedWords.substitutes(for: wanted), for: text),
        rawValue: text,
        documentation: Documentation(paragraphs: [meaning?.description].compactMap { $0 })
      )
    }
    keep(scope.contested(among: cases.lazy.map { ($0.rawValue, $0.name) }), .member, in: name.path)
    return PlannedEnumeration(rawType: rawType, cases: cases)
  }

  private func name(of text: String, _ rawType: PlannedEnumeration.RawType) -> Identifier {
    if text.isEmpty { return Identifier("empty") }
    guard rawType != .string, !text.hasPrefix("-") else { return SwiftName.value(text) }
    return SwiftName.value("value_\(text)")
  }
}

/// What the values of an enumeration have in common.
enum EnumerationValues {
  /// What travels: strings, integers or numbers; `nil` when the values are of several kinds or of none of these.
  static func rawType(of values: [YAMLNode], _ types: [SchemaType]) -> PlannedEnumeration.RawType? {
    guard types.count <= 1 else {
      return values.allSatisfy({ $0.kind == .string }) ? .string : nil
    }
    switch types.first {
    case .string: return values.allSatisfy { $0.scalarText != nil } ? .string : nil
    case .integer: return values.allSatisfy { text(of: $0, .int) != nil } ? .int : nil
    case .number:
      return values.allSatisfy { text(of: $0, .double) != nil } ? .double : nil
    case nil:
      if values.allSatisfy({ $0.kind == .string }) { return .string }
      if values.allSatisfy({ $0.kind == .integer && text(of: $0, .int) != nil }) { return .int }
      return values.allSatisfy { [.integer, .float].contains($0.kind) && text(of: $0, .double) != nil } ? .double : nil
    default: return nil
    }
  }

  /// The text of a raw value; numbers in quotes are numbers where the type says so.
  static func text(of value: YAMLNode, _ rawType: PlannedEnumeration.RawType) -> String? {
    guard let text = value.scalarText else { return nil }
    switch rawType {
    case .string: return text
    // `1.0` is an integer.
    case .int: return (Int(text) ?? Self.integer(text)).map(String.init)
    case .double: return Double(text).flatMap { $0.isFinite ? "\($0)" : nil }
    }
  }

  /// An integer that is written with a point or an exponent, as far as such a number is exact.
  private static func integer(_ text: String) -> Int? {
    Double(text).flatMap { $0.magnitude < 0x1p53 ? Int(exactly: $0) : nil }
  }

  /// One schema for each kind of value; `nil` when there are values of no such kind.
  static func byKind(_ values: [YAMLNode], _ schema: Schema) -> [SchemaOrReference]? {
    let kinds: [(SchemaType, [YAMLNode.Kind])] = [
      (.string, [.string]),
      values.contains { $0.kind == .float } ? (.number, [.integer, .float]) : (.integer, [.integer]),
      (.boolean, [.bool]),
    ]
    var alternatives: [SchemaOrReference] = []
    var count = 0
    for (type, kinds) in kinds {
      let matching = values.filter { kinds.contains($0.kind) }
      guard !matching.isEmpty else { continue }
      count += matching.count
      var alternative = Schema(span: schema.span)
      alternative.types = [type]
      alternative.enumValues = matching
      alternative.valueMeanings = schema.valueMeanings
      alternatives.append(.schema(alternative))
    }
    return count == values.count && alternatives.count > 1 ? alternatives : nil
  }
}
