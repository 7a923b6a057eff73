extension Deployment {
  /// The days with data, and the 730 days after them that some reports may look at.
  var predictableDays: Range<CalendarDay> { start..<(end + MediaMixModel.futureDays + 1) }
}

/// The dates of a form.
extension ReportFormReader {
  mutating func readDays(into result: inout ReportForm, limits: Range<CalendarDay>? = nil) {
    guard let days = days("start_date", "end_date") else { return }
    if let limits {
      if days.lowerBound < limits.lowerBound { errors.add("start_date", "can't be before \(limits.lowerBound.text)") }
      if days.upperBound > limits.upperBound {
        errors.add("end_date", "can't be after \((limits.upperBound - 1).text)")
      }
    }
    result.days = days
  }

  /// The `num_days` days before `date`.
  mutating func readWindow(into result: inout ReportForm) {
    let date = present("date").flatMap { day($0, field: "date") }
    let limits = result.deployment.predictableDays
    if let date, !limits.contains(date) {
      errors.add("date", "must be between \(limits.lowerBound.text) and \((limits.upperBound - 1).text)")
    }
    guard let value = present("num_days") else { return }
    guard let count = value.integer, (1...90).contains(count) else {
      return errors.add("num_days", "must be an integer between 1 and 90")
    }
    if let date { result.days = (date - count)..<date }
  }

  mutating func readPeriods(into result: inout ReportForm) {
    let previous = days("previous_start_date", "previous_end_date")
    let current = days("period_start_date", "period_end_date")
    guard let previous, let current else { return }
    if previous.upperBound > current.lowerBound {
      errors.add("period_start_date", "must be after previous_end_date")
    }
    result.previousDays = previous
    result.days = current
  }
}
