/// Query parameters of the plans family.
extension RequestTarget {
  /// The values of a parameter that may hold several, as `name=a,b` or as `name[]=a&name[]=b`; nothing when it is absent.
  /// A blank value is in the list too.
  func list(_ name: String) -> [String]? {
    let separated = values(name).flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let all = separated + values(name + "[]")
    return all.isEmpty ? nil : all
  }

  /// One value out of few; a blank one counts as absent.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String,
    of choices: Choice.Type,
    _ errors: inout FieldErrors
  ) -> Choice? where Choice.RawValue == String {
    guard let text = value(name), !text.isEmpty else { return nil }
    guard let choice = Choice(rawValue: text) else {
      errors.add(name, "must be one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
      return nil
    }
    return choice
  }

  /// Several values out of few; nothing when the parameter is absent.
  func choices<Choice: RawRepresentable & CaseIterable>(
    _ name: String,
    of choices: Choice.Type,
    _ errors: inout FieldErrors
  ) -> [Choice]? where Choice.RawValue == String {
    guard let texts = list(name) else { return nil }
    return texts.compactMap { text in
      if let choice = Choice(rawValue: text) { return choice }
      errors.add(name, "must be among " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
      return nil
    }
  }

  /// The days from `start_date` to `end_date`; without one of them the range is open on that side.
  func days(_ errors: inout FieldErrors) -> Range<CalendarDay> {
    let first = day("start_date", &errors) ?? CalendarDay(number: -1_000_000)
    let last = day("end_date", &errors) ?? CalendarDay(number: 10_000_000)
    guard first <= last else {
      errors.add("end_date", "can't be before start_date")
      return first..<first
    }
    return first..<(last + 1)
  }

  private func day(_ name: String, _ errors: inout FieldErrors) -> CalendarDay? {
    guard let text = value(name), !text.isEmpty else { return nil }
    guard let day = CalendarDay(text) else {
      errors.add(name, "must be a date formatted YYYY-MM-DD")
      return nil
    }
    return day
  }
}
