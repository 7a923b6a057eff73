import RecastClientPlan
import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

/// Compares two schemas: what they say themselves, not what their parts say.
struct SchemaComparison: SchemaPairReading {
  let old: ResolvedSchema
  let new: ResolvedSchema
  /// Whether descriptions count.
  let comparesDescriptions: Bool
  /// What differs.
  var differences: [SchemaDifference] = []
  /// Whether the schemas are of one type, so that it makes sense to look into their parts.
  private(set) var isComparable = true

  init(_ old: ResolvedSchema, _ new: ResolvedSchema, comparesDescriptions: Bool) {
    self.old = old
    self.new = new
    self.comparesDescriptions = comparesDescriptions
    compareTypes()
    compareWords()
    guard isComparable else { return }
    compareValues()
    compareDefaults()
    compareLimits()
  }

  private mutating func compareTypes() {
    if old.schema.nullable != new.schema.nullable {
      add(new.schema.nullable ? .becameNullable : .becameNotNullable)
    }
    // Alternatives have types of their own.
    guard old.schema.oneOf.isEmpty, new.schema.oneOf.isEmpty else { return }
    let (before, after) = (SchemaType.Description(old.schema), SchemaType.Description(new.schema))
    guard before != after else { return }
    let aspect = SchemaType.Description.aspect(from: before, to: after)
    isComparable = !before.types.isDisjoint(with: after.types) || before.types.isEmpty || after.types.isEmpty
    add(aspect, before.text, after.text)
  }

  private mutating func compareWords() {
    if old.schema.deprecated != new.schema.deprecated { add(new.schema.deprecated ? .deprecated : .reactivated) }
    guard comparesDescriptions else { return }
    let (before, after) = (old.schema.description ?? "", new.schema.description ?? "")
    if before.split(whereSeparator: \.isWhitespace) != after.split(whereSeparator: \.isWhitespace) {
      add(.descriptionChanged)
    }
  }

  private mutating func compareValues() {
    switch (old.schema.enumValues, new.schema.enumValues) {
    case (nil, nil): break
    case (nil, let values?): add(.becameEnum, values.map(\.shortText).joined(separator: ", "), new: values.first?.span)
    case (let values?, nil):
      add(.becameNotEnum, values.map(\.shortText).joined(separator: ", "), old: values.first?.span)
    case (let before?, let after?):
      if before.count == 1, after.count == 1, let first = before.first, let second = after.first {
        if !first.saysSame(as: second) {
          add(.constChanged, first.shortText, second.shortText, old: first.span, new: second.span)
        }
        return
      }
      let (known, left) = (Set(before.map(\.comparisonText)), Set(after.map(\.comparisonText)))
      for value in before where !left.contains(value.comparisonText) {
        add(.enumValueRemoved, value.shortText, old: value.span)
      }
      for value in after where !known.contains(value.comparisonText) {
        add(.enumValueAdded, value.shortText, new: value.span)
      }
    }
  }

  private mutating func compareDefaults() {
    switch (old.schema.defaultValue, new.schema.defaultValue) {
    case (nil, nil): break
    case (nil, let value?): add(.defaultAdded, value.shortText, new: value.span)
    case (let value?, nil): add(.defaultRemoved, value.shortText, old: value.span)
    case (let before?, let after?):
      if !before.saysSame(as: after) {
        add(.defaultChanged, before.shortText, after.shortText, old: before.span, new: after.span)
      }
    }
  }

  private mutating func compareLimits() {
    let (before, after) = (Limits(old.schema), Limits(new.schema))
    guard before.values != after.values else { return }
    for bound in SchemaAspect.bounds {
      switch (before.values[bound.keyword], after.values[bound.keyword]) {
      case (nil, let value?): add(.set(bound), value)
      case (let value?, nil): add(.unset(bound), value)
      case (let first?, let second?) where first != second:
        add(.moved(bound, up: (Double(first) ?? 0) < (Double(second) ?? 0)), first, second)
      default: break
      }
    }
    compare("pattern", before, after, .patternAdded, .patternRemoved, .patternChanged)
    compare("multipleOf", before, after, .multipleOfSet, .multipleOfUnset, .multipleOfChanged)
    compare("uniqueItems", before, after, .uniqueItemsSet, .uniqueItemsUnset, nil)
    for (keyword, aspect) in [
      ("contentEncoding", SchemaAspect.contentEncodingChanged), ("contentMediaType", .contentMediaTypeChanged),
    ] where before.values[keyword] != after.values[keyword] {
      add(aspect, before.values[keyword] ?? "none", after.values[keyword] ?? "none")
    }
  }

  private mutating func compare(
    _ keyword: String,
    _ before: Limits,
    _ after: Limits,
    _ added: SchemaAspect,
    _ removed: SchemaAspect,
    _ changed: SchemaAspect?
  ) {
    switch (before.values[keyword], after.values[keyword]) {
    case (nil, let value?): add(added, value)
    case (let value?, nil): add(removed, value)
    case (let first?, let second?) where first != second: if let changed { add(changed, first, second) }
    default: break
    }
  }
}

/// The limits of a schema in one spelling, by keyword.
private struct Limits {
  private(set) var values: [String: String] = [:]

  init(_ schema: Schema) {
    for constraint in schema.constraints { values[constraint.keyword] = Self.canonical(constraint.value) }
    // Until OpenAPI 3.0 a boolean said that the limit itself is not allowed.
    for (flag, limit) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")]
    where values[flag] == "true" {
      values[flag] = values.removeValue(forKey: limit)
    }
  }

  /// `5`, `5.0` and `5e0` are one number.
  private static func canonical(_ text: String) -> String {
    guard let number = Double(text), number.isFinite else { return text }
    return Int(exactly: number).map(String.init) ?? String(number)
  }
}

extension YAMLNode {
  /// The value for people.
  var shortText: String { scalarText ?? ShortJSON.text(self) ?? "…" }

  /// A text that is the same for values that say the same.
  fileprivate var comparisonText: String {
    if let text = scalarText, kind == .integer || kind == .float, let number = Double(text) { return "n\(number)" }
    return "\(kind == .string ? "s" : "v")\(shortText)"
  }

  /// Whether both values say the same: `1` and `1.0` do.
  fileprivate func saysSame(as other: YAMLNode) -> Bool {
    isEqual(to: other) || (scalarText != nil && comparisonText == other.comparisonText)
  }
}
