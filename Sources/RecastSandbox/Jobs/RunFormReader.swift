import Foundation

/// Checks the `form` of a run, collecting every fault.
struct RunFormReader {
  private let form: [String: JSONValue]
  private(set) var errors = FieldErrors()

  init(_ form: [String: JSONValue]) {
    self.form = form
  }

  /// The training data, or nothing when there are `errors`.
  mutating func read() -> String? {
    checkRunType()
    checkPriorsURL()
    let cleanData = cleanData()
    // A setting that belongs to another run type is ignored, as "only used when" in the documentation suggests; but it
    // must be what it claims to be.
    checkCount("n_holdout")
    checkCount("days_per_holdout")
    checkHoldoutDays()
    return errors.isEmpty ? cleanData : nil
  }

  /// Whether a model can be trained on the data: it needs a `date` column, one more column and a row.
  static func isTrainable(_ cleanData: String) -> Bool {
    let lines = cleanData.split(separator: "\n", maxSplits: 2)
    guard lines.count >= 2 else { return false }
    let columns = lines[0].split(separator: ",").map { $0.trimmingCharacters(in: ["\"", " "]) }
    return columns.count >= 2 && columns.contains("date")
  }

  private mutating func text(_ field: String) -> String? {
    guard let value = form[field], !value.isNull else {
      errors.add(field, "is required")
      return nil
    }
    guard let text = value.string else {
      errors.add(field, "must be a string")
      return nil
    }
    guard !text.isEmpty else {
      errors.add(field, "can't be empty")
      return nil
    }
    return text
  }

  private mutating func checkRunType() {
    let types = ["model_run", "parameter_recovery", "stability_loop", "holdout"]
    guard let type = text("run_type") else { return }
    if !types.contains(type) { errors.add("run_type", "must be one of " + types.joined(separator: ", ")) }
  }

  private mutating func checkPriorsURL() {
    guard let url = text("google_sheet_priors_url") else { return }
    let scheme = url.lowercased().hasPrefix("https://") || url.lowercased().hasPrefix("http://")
    if !scheme { errors.add("google_sheet_priors_url", "must be the URL of a Google Sheet") }
  }

  private mutating func cleanData() -> String? {
    guard let data = text("clean_data") else { return nil }
    if data.utf8.contains(UInt8(ascii: "\r")) {
      errors.add("clean_data", "must end its lines with \\n only, without \\r")
    }
    return data
  }

  private mutating func checkCount(_ field: String) {
    guard let value = form[field], !value.isNull else { return }
    if (value.integer ?? 0) < 1 { errors.add(field, "must be an integer of at least 1") }
  }

  private mutating func checkHoldoutDays() {
    guard let value = form["holdout_days"], !value.isNull else { return }
    guard let days = value.array, !days.isEmpty, days.allSatisfy({ ($0.integer ?? 0) >= 1 }) else {
      return errors.add("holdout_days", "must be an array of integers of at least 1")
    }
  }
}
