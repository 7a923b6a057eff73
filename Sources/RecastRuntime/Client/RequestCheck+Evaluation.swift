internal import Foundation

extension RequestCheck {
  /// Checks a request.
  ///
  /// - Throws: `InvalidRequest` naming the member and what to do.
  func check(_ values: CheckedValues) throws {
    let sets = rule.comparesPlaces ? [rule.places] : rule.places.map { [$0] }
    for group in sets.flatMap({ values.groups($0, condition: condition?.place) }) {
      guard condition?.holds(group.decisive) ?? true, let problem = problem(group.members) else { continue }
      let advice = remedy.map { "; \($0)" } ?? ""
      throw InvalidRequest(
        "\(problem.place.description) \(problem.words)\(advice)",
        broken: BrokenRule(member: problem.place.description, rule: rule.name)
      )
    }
  }

  /// What is wrong with a value.
  struct Problem {
    var place: CheckedPlace
    var words: String

    init(_ found: CheckedValues.Found, _ words: String) {
      place = found.place
      self.words = words
    }
  }

  private func problem(_ group: [CheckedValues.Found]) -> Problem? {
    let present = group.filter { $0.value != nil }
    switch rule {
    case .ascending(_, let strictly): return disorder(group, strictly)
    case .notEmpty: return present.first { $0.value?.isEmpty == true }.map { Problem($0, "is empty") }
    case .range(_, let bounds): return present.lazy.compactMap { outside($0, bounds) }.first
    case .allowed(_, let allowed):
      return present.lazy.compactMap { found in
        let texts = (found.value?.array ?? [found.value].compactMap { $0 }).compactMap(\.string)
        guard let text = texts.first(where: { !allowed.contains($0) }) else { return nil }
        return Problem(found, "is \(JSONError.quoted(text)), and has to be one of \(allowed.joined(separator: ", "))")
      }.first
    case .atMostOne:
      let given = present.filter { $0.value?.isEmpty == false }
      guard let first = given.first, let second = given.dropFirst().first else { return nil }
      return Problem(second, "cannot be sent together with \(first.place.description)")
    case .atLeastOne:
      guard present.isEmpty, let first = group.first else { return nil }
      let others = group.dropFirst().map { " or \($0.place.description)" }.joined()
      return Problem(first, "\(others.isEmpty ? "" : "\(others.dropFirst()) ")has to be there")
    case .required: return group.first { $0.value == nil }.map { Problem($0, "has to be there\(circumstance)") }
    case .forbidden: return present.first.map { Problem($0, "has to be left out\(circumstance)") }
    case .table(_, let firstColumn, let complete):
      guard let table = group.first, let value = table.value else { return nil }
      let days = group.dropFirst().map { $0.value?.string.flatMap(CalendarDate.init) }
      let check = TableCheck(
        firstColumn: firstColumn,
        isComplete: complete,
        firstDay: days.first ?? nil,
        lastDay: days.dropFirst().first ?? nil
      )
      return check.problem(value).map { Problem(table, $0) }
    }
  }

  private var circumstance: String {
    guard let condition else { return "" }
    let member = condition.place.split(whereSeparator: { $0 == "/" || $0 == "?" }).joined(separator: ".")
    let values = condition.values.map(JSONError.quoted).joined(separator: " or ")
    return values.isEmpty ? " when \(member) is" : " when \(member) is \(values)"
  }

  private func disorder(_ group: [CheckedValues.Found], _ strictly: Bool) -> Problem? {
    for (before, after) in zip(group, group.dropFirst()) {
      guard let left = before.value, let right = after.value else { continue }
      let order: (less: Bool, equal: Bool)
      if let left = left.string.flatMap(CalendarDate.init), let right = right.string.flatMap(CalendarDate.init) {
        order = (left < right, left == right)
      } else if let left = left.amount, let right = right.amount {
        order = (left < right, left == right)
      } else {
        continue
      }
      guard !order.less, strictly || !order.equal else { continue }
      let words = left.string.flatMap(CalendarDate.init) == nil ? ("more than", "at least") : ("after", "not before")
      return Problem(
        after,
        "is \(right.plainText), and has to be \(strictly ? words.0 : words.1) \(before.place.description), "
          + "which is \(left.plainText)"
      )
    }
    return nil
  }

  private func outside(_ found: CheckedValues.Found, _ bounds: Bounds) -> Problem? {
    guard let value = found.value, let amount = value.amount else { return nil }
    let number = NSDecimalNumber(decimal: amount).doubleValue
    guard number < bounds.from ?? number || number > bounds.to ?? number || number <= bounds.above ?? -.infinity
    else { return nil }
    return Problem(found, "is \(value.plainText), and has to be \(bounds.words)")
  }
}

extension RequestCheck.Bounds {
  /// The bounds for people.
  fileprivate var words: String {
    let parts = [("at least", from), ("more than", above), ("at most", to)].compactMap { words, bound in
      bound.map { "\(words) \(NumberText.shortest($0.description))" }
    }
    return parts.joined(separator: " and ")
  }
}

extension RequestCheck.Condition {
  fileprivate func holds(_ found: [CheckedValues.Found]) -> Bool {
    found.contains { found in
      guard let value = found.value else { return false }
      return values.isEmpty || values.contains(value.plainText)
    }
  }
}

extension JSONValue {
  /// Whether there is nothing in a list, object or text; white space is nothing.
  fileprivate var isEmpty: Bool {
    switch self {
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    case .string(let text): text.allSatisfy(\.isWhitespace)
    default: false
    }
  }

  /// The number, whether it travels as one or as text.
  fileprivate var amount: Decimal? {
    switch self {
    case .number(let number): number.decimal
    case .string(let text): Decimal(encodedText: text)
    default: nil
    }
  }

  /// The value for people: a text without quotes.
  fileprivate var plainText: String {
    switch self {
    case .string(let text): OneLine.text(text, limit: 80)
    default: OneLine.text(description, limit: 80)
    }
  }
}
