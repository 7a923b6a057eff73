/// How finely a table cuts time.
enum Grain: String, CaseIterable, Sendable {
  case daily, weekly, monthly

  /// First day of the slice that `day` falls into. Weeks start on Monday.
  func start(of day: CalendarDay) -> CalendarDay {
    switch self {
    case .daily: day
    case .weekly: day.startOfWeek
    case .monthly: day.startOfMonth
    }
  }

  /// The days of `range` cut into slices, in order. The first and the last slice may be partial.
  func slices(of range: Range<CalendarDay>) -> [(start: CalendarDay, days: Range<CalendarDay>)] {
    var slices: [(start: CalendarDay, days: Range<CalendarDay>)] = []
    var day = range.lowerBound
    while day < range.upperBound {
      let label = start(of: day)
      var end = day + 1
      while end < range.upperBound, start(of: end) == label { end = end + 1 }
      slices.append((label, day..<end))
      day = end
    }
    return slices
  }
}
