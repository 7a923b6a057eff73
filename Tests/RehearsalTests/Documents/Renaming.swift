/// Calls every schema and every operation something else, some of them by a name that another schema is to have.
enum Renaming {
  /// Names that the vendor's guides mention, and names that are taken elsewhere.
  private static let names = [
    "ReportSummary": "Report", "Report": "ReportDetail", "OptimizationSummary": "Optimization",
    "Optimization": "OptimizationDetail", "KPISummary": "KPI", "KPI": "KPIDetail",
    "PlanVersion": "PlanVersionDetail", "PlanForecast": "PlanForecastDetail",
    "PlanVersionForm": "PlanVersionCreateForm",
    "FromScratchPlanForm": "PlanCreateForm", "CreatedPlan": "PlanCreateResponse", "BudgetTable": "PlanBudgetTable",
  ]

  static func document(_ own: DocumentValue) -> DocumentValue {
    var document = own.rebuilt { value in
      guard case .text(let text) = value, text.hasPrefix(prefix) else { return value }
      return .text(prefix + name(String(text.dropFirst(prefix.count))))
    }
    document.schemas = document.schemas.map { .init(key: name($0.key), value: $0.value) }
    return document.changingOperations { path, method, operation in
      var operation = operation
      let words = path.split(separator: "/").filter { !$0.hasPrefix("{") }
      operation["operationId"] = .text("\(method)_\(words.joined(separator: "_"))")
      return operation
    }
  }

  private static let prefix = "#/components/schemas/"

  private static func name(_ own: String) -> String {
    if let name = names[own] { return name }
    var words = ""
    for character in own {
      if character.isUppercase, words.last?.isLowercase == true { words += "_" }
      words += character.lowercased()
    }
    return words + "_payload"
  }
}
