import Foundation

extension Router {
  func deployments(_ path: [String]) async -> SandboxResponse {
    switch (path.count, method) {
    case (1, "GET"): return listDeployments()
    case (2, "GET"): return await showDeployment(path[1])
    case (1, _), (2, _): return notAllowed("GET")
    default: return noSuchPath
    }
  }

  private func listDeployments() -> SandboxResponse {
    let dashboard = target.value("dashboard_slug")
    let active = target.flag("active")
    let deployments = state.deployments.filter { deployment in
      (dashboard == nil || dashboard == deployment.dashboard) && (active == nil || active == deployment.active)
    }
    return .json(Page(target).envelope(deployments) { .object($0.summary) })
  }

  private func showDeployment(_ segment: String) async -> SandboxResponse {
    guard let id = id(segment), let deployment = state.deployments.first(where: { $0.id == id }) else {
      return .notFound("There is no deployment \(segment)")
    }
    var object = deployment.detail
    let extraFields = Set(target.values("extra_fields[]"))
    if extraFields.contains("drop_days") { object["drop_days"] = deployment.dropDays }
    if extraFields.contains("spend") {
      let model = await state.model(of: deployment)
      object["spend"] = model.budget(model.history)
    }
    if extraFields.contains("default_budget") {
      let model = await state.model(of: deployment)
      let first = deployment.end + 1
      object["default_budget"] = model.budget(first..<(first + deployment.forecastDays))
    }
    return .json(.object(object))
  }
}

extension Deployment {
  /// What a list shows of the deployment.
  fileprivate var summary: [String: JSONValue] {
    let created = Date(timeIntervalSince1970: Double((modelDate + 1).number * 86_400 + 18_000))
    return [
      "id": .integer(id),
      "dashboard_slug": .string(dashboard),
      "active": .bool(active),
      "model_date": .string(modelDate.text),
      "created_at": .string(created.timestamp),
      "updated_at": .string(created.addingTimeInterval(1800).timestamp),
    ]
  }

  fileprivate var detail: [String: JSONValue] {
    let defaults = contextVariables.map { ($0.name, JSONValue.number($0.usual)) }
    let fields: [String: JSONValue] = [
      "start_date": .string(start.text),
      "end_date": .string(end.text),
      "n_forecast": .integer(forecastDays),
      "spend_channels_labels": JSONValue(spendChannels),
      "upper_funnel_channel_labels": JSONValue(upperFunnelNames),
      "lower_funnel_channel_labels": JSONValue(lowerFunnelNames),
      "non_spend_channels_labels": JSONValue(nonSpend),
      "contextual_variable_defaults": .object(Dictionary(defaults) { $1 }),
      "spikes": spikesJSON,
      "currency_symbol": "$",
      "currency_name": "USD",
    ]
    return summary.merging(fields) { $1 }
  }

  /// `[{name, dates}]`, as forms take it too.
  var spikesJSON: JSONValue {
    .array(spikes.map { ["name": .string($0.name), "dates": JSONValue($0.dates.map(\.text))] })
  }

  fileprivate var dropDays: JSONValue {
    .object(Dictionary(upperFunnel.map { ($0.name, JSONValue.integer($0.dropDays)) }) { $1 })
  }
}

extension MediaMixModel {
  /// A budget table: a header row, then one row per day with amounts in whole units and cents.
  fileprivate func budget(_ days: Range<CalendarDay>) -> JSONValue {
    let header = JSONValue(["date"] + channels.map(\.name))
    let rows = indices(days, within: horizon).map { index -> JSONValue in
      .array(
        [.string((deployment.start + index).text)] + channels.map { .number(Double($0.spend[index]) / 100) }
      )
    }
    return .array([header] + rows)
  }
}
