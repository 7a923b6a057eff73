import Foundation

/// What somebody wants a KPI to reach over a range of a plan's days.
struct GoalForm: Codable, Sendable {
  var kpiID: String
  var name: String
  var start: CalendarDay
  var end: CalendarDay
  var value: Double
}

/// A goal of a plan.
struct GoalRecord: Codable, Sendable {
  /// What a forecast of the goal is measured against: the goal as it was when the forecast ran.
  struct Target: Codable, Hashable, Sendable {
    var id: Int
    var start: CalendarDay
    var end: CalendarDay
    var value: Double
  }

  var id: Int
  var planID: String
  var form: GoalForm
  /// The latest forecast.
  var forecastID: Int
  var created: Date
  var updated: Date

  init(_ form: GoalForm, id: Int, planID: String, at date: Date) {
    self.id = id
    self.planID = planID
    self.form = form
    forecastID = 0
    created = date
    updated = date
  }

  var kpiID: String { form.kpiID }
  var target: Target { Target(id: id, start: form.start, end: form.end, value: form.value) }

  /// Relative to the data of the KPI's models, not to today.
  func status(dataEnd: CalendarDay) -> CalendarStatus { CalendarStatus(form.start, form.end, at: dataEnd) }
}
