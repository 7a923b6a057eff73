import Foundation

extension PlanForecastRecord {
  /// What a list shows of the forecast.
  func summary(of plan: PlanRecord, kpi: KPI?, at now: Date) -> [String: JSONValue] {
    let (status, since) = status(at: now)
    return [
      "id": .integer(id),
      "name": .null,
      "status": .string(status),
      "altcast_type": JSONValue(altcastType),
      "plan_version_id": .string(versionID),
      "plan_version_number": JSONValue(plan.version(versionID)?.number),
      "kpi_id": .string(kpiID),
      "kpi_label": JSONValue(kpi?.name),
      "created_at": .string(created.timestamp),
      "updated_at": .string(since.timestamp),
    ]
  }
}

extension PlanForecast {
  /// Everything about the forecast; figures only when it has succeeded.
  func detail(at now: Date) -> JSONValue {
    var object = record.summary(of: plan, kpi: kpi, at: now)
    object["plan_id"] = .string(plan.id)
    object["plan_label"] = .string(plan.label)
    object["start_date"] = .string(window.lowerBound.text)
    object["end_date"] = .string((window.upperBound - 1).text)
    object["form"] = form
    let succeeded = record.status(at: now).name == "success"
    if succeeded {
      let projection = projection
      object["results"] = [projection.resultJSON(downloads: files(of: projection))]
    }
    if case .goal(let target) = record.kind {
      object["goal_id"] = .integer(target.id)
      if succeeded { object["goal_highlights"] = highlights(of: target) }
    }
    return .object(object)
  }

  /// The days of the form's budget: those that the plan decides about, or of which actual spend takes the plan's place.
  private var formDays: Range<CalendarDay> {
    if case .actuals = record.kind { window } else { plannedDays }
  }

  /// The inputs, in the shape that forecasts outside of plans take them: that of a regular forecast can be sent there.
  private var form: JSONValue {
    let budget = version.budget
    let spikes = scenario.spikes
    let columns = budget.columns.filter { column in parts.contains { $0.model.deployment.knows(column.name) } }
    let header = JSONValue(["date"] + columns.map(\.name))
    let rows = budget.indices(formDays).map { index in
      JSONValue([(budget.start + index).text] + columns.map { $0.cells[index] })
    }
    let capped = version.sentCaps.filter { $0.option == .capped }
    return [
      "budget": .array([header] + rows),
      "depvar_configurations": .array(
        parts.map { part in
          let known = part.model.deployment.spikes.filter { spikes[$0.name] != nil }
          return [
            "name": .string(part.name), "deployment_id": .integer(part.model.deployment.id),
            "multiplier": .number(part.weight),
            "spikes": .array(
              known.map { ["name": .string($0.name), "dates": JSONValue((spikes[$0.name] ?? []).map(\.text))] }
            ),
          ]
        }
      ),
      "start_date": .string(window.lowerBound.text),
      "end_date": .string((window.upperBound - 1).text),
      "limit_spend": .bool(!capped.isEmpty),
      "lower_funnel_caps": .object(Dictionary(capped.map { ($0.channel, JSONValue.number($0.cap ?? 0)) }) { $1 }),
      "run_recommendations": false,
    ]
  }
}

extension Deployment {
  fileprivate func knows(_ column: String) -> Bool {
    (spendChannels + nonSpend + contextVariables.map(\.name)).contains(column)
  }
}

extension Table {
  /// Only the rows of some days, where there is a date column.
  func trimmed(to days: Range<CalendarDay>) -> Table {
    guard let place = header.firstIndex(of: "date") else { return self }
    return Table(
      header,
      rows.filter { row in
        guard row.indices.contains(place), case .day(let day) = row[place] else { return true }
        return days.contains(day)
      }
    )
  }
}
