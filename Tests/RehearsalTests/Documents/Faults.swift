/// Says everything that the published document is known to say wrongly, and leaves out what it is known to lack.
enum Faults {
  static func document(_ own: DocumentValue) -> DocumentValue {
    var document = own
    moveReportType(&document)
    narrow(&document)
    dropNewParts(&document)
    writeOldNames(&document)
    writeNumbers(&document)
    document = document.rebuilt { value in
      var value = value
      value["nullable"] = nil
      if let values = value["enum"]?.items { value["enum"] = .list(values.filter { $0 != .literal("null") }) }
      return value
    }
    document = document.changingOperations { _, _, operation in
      var operation = operation
      let answers = operation["responses"]?.entries.filter { ["200", "201", "204"].contains($0.key) } ?? []
      operation["responses"] = .mapping(answers)
      return operation
    }
    return withoutUnused(document)
  }

  /// A document without the schemas and parameters that nothing refers to any more.
  private static func withoutUnused(_ document: DocumentValue) -> DocumentValue {
    var document = document
    while true {
      let text = document.json
      var rest = document
      for kind in ["schemas", "parameters", "responses"] {
        let used = document["components"]?[kind]?.entries.filter {
          text.contains("\"#/components/\(kind)/\($0.key)\"")
        }
        rest["components"]?[kind] = used.map { .mapping($0) }
      }
      guard rest != document else { return document }
      document = rest
    }
  }

  /// `report_type` stands beside the form.
  private static func moveReportType(_ document: inout DocumentValue) {
    document[schema: "ReportForm"]?["properties"]?["report_type"] = nil
    document[schema: "ReportForm"]?["required"] = ["deployment_id"]
    document[schema: "ReportCreateRequest"]?["properties"]?["report_type"] = ["$ref": "#/components/schemas/ReportType"]
    document[schema: "ReportCreateRequest"]?["required"] = ["report_type", "form"]
    document[schema: "ReportForm"]?["properties"]?["include_lower_funnel_effects"] = ["type": "boolean"]
  }

  /// Enumerations from before they grew.
  private static func narrow(_ document: inout DocumentValue) {
    document[schema: "OptimizationCapOption"]?["enum"] = ["uncapped", "capped", "optimize"]
    document[schema: "OptimizationStatus"]?["enum"] = ["processing", "success", "canceled", "error"]
    document[schema: "Report"]?["required"] = [
      "id", "report_type", "status", "form", "created_at", "updated_at", "results",
    ]
  }

  /// What has come since the first plugin release.
  private static func dropNewParts(_ document: inout DocumentValue) {
    for name in ["Report", "ReportSummary"] {
      document[schema: name]?["properties"]?["prerendered"] = nil
      let required = document[schema: name]?["required"]?.items ?? []
      document[schema: name]?["required"] = .list(required.filter { $0 != "prerendered" })
    }
    let old = ["depvars", "expected_outcome", "expected_roi", "downloads"]
    let results = document[schema: "ForecastResult"]?["properties"]?.entries.filter { old.contains($0.key) } ?? []
    document[schema: "ForecastResult"]?["properties"] = .mapping(results)
    document[schema: "ForecastResult"]?["properties"]?["paid_roi"] = ["type": "number"]
    document[schema: "ForecastResult"]?["required"] = ["paid_roi"]
    for member in ["goal_id", "goal_highlights"] { document[schema: "PlanForecast"]?["properties"]?[member] = nil }
    document[schema: "Deployment"]?["properties"]?["drop_days"] = nil
    let parameters: Set<String> = [
      "include_prerendered", "extra_fields[]", "granularity", "goal_id", "altcast_types",
    ]
    document = document.changingOperations { path, method, operation in
      guard !path.contains("/goals") || method == "get" else { return nil }
      var operation = operation
      let isTrimmed = path.hasSuffix("/budget") || path.hasSuffix("/forecasts/{forecast_id}/downloads/{key}")
      let kept = operation["parameters"]?.items.filter { parameter in
        guard let name = parameter["name"]?.text else { return true }
        return !parameters.contains(name) && !(isTrimmed && name.hasSuffix("_date"))
      }
      operation["parameters"] = kept.map { .list($0) }
      return operation
    }
    document["paths"]?["/v1/clients/{client_slug}/plans/{plan_id}/goals/{goal_id}"] = nil
  }

  private static func writeOldNames(_ document: inout DocumentValue) {
    rename("goal_value", to: "value", in: "Goal", &document)
    rename("budget_summary", to: "budget", in: "PlanVersion", &document)
  }

  private static func rename(_ old: String, to new: String, in schema: String, _ document: inout DocumentValue) {
    let properties = document[schema: schema]?["properties"]?.entries ?? []
    document[schema: schema]?["properties"] = .mapping(
      properties.map { .init(key: $0.key == old ? new : $0.key, value: $0.value) }
    )
    let required = document[schema: schema]?["required"]?.items ?? []
    document[schema: schema]?["required"] = .list(required.map { $0.text == old ? .text(new) : $0 })
  }

  /// Numbers and booleans where the API has text.
  private static func writeNumbers(_ document: inout DocumentValue) {
    let members = [
      "OptimizationForm": ["target", "confidence", "total_spend", "exact_spend"],
      "OptimizationChannelBudget": ["min", "max"], "OptimizationLowerFunnelCap": ["cap", "min", "max"],
      "OptimizationResult": ["goal_value"],
    ]
    for (schema, names) in members {
      for name in names {
        document[schema: schema]?["properties"]?[name] = [
          "type": "number", "format": "float", "minimum": .literal("0"),
        ]
      }
    }
    document[schema: "OptimizationForm"]?["properties"]?["optimize_for_insample_effect"] = ["type": "boolean"]
  }
}
