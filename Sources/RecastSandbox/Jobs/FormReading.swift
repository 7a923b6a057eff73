/// What readers of forms have in common: fields are taken one by one, and every fault is collected.
protocol FormReading {
  var form: [String: JSONValue] { get }
  var deployments: [Deployment] { get }
  var errors: FieldErrors { get set }
}

extension FormReading {
  /// A field that must be there.
  mutating func present(_ field: String) -> JSONValue? {
    guard let value = given(field) else {
      errors.add(field, "is required")
      return nil
    }
    return value
  }

  /// A field that may be left out; null says the same as leaving it out.
  func given(_ field: String) -> JSONValue? {
    form[field].flatMap { $0.isNull ? nil : $0 }
  }

  mutating func knownDeployment(_ value: JSONValue, field: String) -> Deployment? {
    guard let id = value.integer else {
      errors.add(field, "must be an integer")
      return nil
    }
    guard let deployment = deployments.first(where: { $0.id == id }) else {
      errors.add(field, "is not a deployment of this client")
      return nil
    }
    return deployment
  }

  mutating func day(_ value: JSONValue?, field: String) -> CalendarDay? {
    guard let day = value?.string.flatMap(CalendarDay.init) else {
      errors.add(field, "must be a date formatted YYYY-MM-DD")
      return nil
    }
    return day
  }

  /// The days from one field to another, which must come later.
  mutating func days(_ first: String, _ last: String) -> Range<CalendarDay>? {
    let start = present(first).flatMap { day($0, field: first) }
    let end = present(last).flatMap { day($0, field: last) }
    guard let start, let end else { return nil }
    guard start < end else {
      errors.add(last, "must be after \(first)")
      return nil
    }
    return start..<(end + 1)
  }

  /// A flag that is a JSON boolean or left out.
  mutating func flag(_ field: String) -> Bool? {
    guard let value = given(field) else { return nil }
    guard case .bool(let flag) = value else {
      errors.add(field, "must be true or false")
      return nil
    }
    return flag
  }

  /// A string out of a few.
  mutating func choice(_ field: String, _ value: JSONValue, of choices: [String]) -> String? {
    guard let text = value.string, choices.contains(text) else {
      errors.add(field, "must be one of " + choices.map { $0.isEmpty ? "\"\"" : $0 }.joined(separator: ", "))
      return nil
    }
    return text
  }
}

/// Amounts of money as the forms spell them.
enum Amount {
  /// Sums of such amounts in cents stay far from the limits of an integer.
  static let largest = 1e12

  /// A JSON number, in cents.
  static func cents(number value: JSONValue) -> Int? {
    value.double.flatMap(cents(of:))
  }

  /// A string that holds a number, in cents.
  static func cents(text: String) -> Int? {
    number(text).flatMap(cents(of:))
  }

  /// A number written as JSON writes one, perhaps without digits before the point.
  static func number(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }
    return isPlain ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
  }

  /// Nothing beyond the largest amount.
  static func cents(of amount: Double) -> Int? {
    abs(amount) <= largest ? Int((amount * 100).rounded()) : nil
  }
}
