extension PlanRecord {
  /// What a list shows of the plan.
  func summary(at today: CalendarDay) -> JSONValue {
    [
      "id": .string(id),
      "label": .string(label),
      "plan_type": .string(kind.rawValue),
      "status": .string(CalendarStatus(start, end, at: today).rawValue),
      "start_date": .string(start.text),
      "end_date": .string(end.text),
      "created_by": .string(createdBy),
      "primary_version": [
        "id": .string(primary.id),
        "label": JSONValue(primary.label),
        "version_number": JSONValue(primary.number),
        "total_spend": .number(primary.totalSpend),
      ],
      "created_at": .string(created.timestamp),
      "updated_at": .string(updated.timestamp),
    ]
  }

  /// What a list shows of one of the plan's versions.
  func summary(of version: PlanVersionRecord) -> [String: JSONValue] {
    [
      "id": .string(version.id),
      "plan_id": .string(id),
      "version_number": JSONValue(version.number),
      "label": JSONValue(version.label),
      "primary": .bool(version.id == primary.id),
      "total_spend": .number(version.totalSpend),
      "created_by": .string(version.createdBy),
      "created_at": .string(version.created.timestamp),
      "updated_at": .string(version.updated.timestamp),
    ]
  }

  /// Everything about one of the plan's versions but its amounts.
  func detail(of version: PlanVersionRecord, _ catalog: PlanCatalog, at today: CalendarDay) -> JSONValue {
    let compatible = catalog.compatibleKPIs(with: version).map(\.id)
    let budget = version.budget
    let caps = catalog.names(of: .lowerFunnel).map { version.cap(of: $0).json }
    let fields: [String: JSONValue] = [
      "status": .string(CalendarStatus(budget.start, budget.end, at: today).rawValue),
      "start_date": .string(budget.start.text),
      "end_date": .string(budget.end.text),
      "spike_type": JSONValue(version.spikeType?.rawValue),
      "budget_summary": [
        "spend_channels": JSONValue(budget.names(of: .spend)),
        "non_spend_channels": JSONValue(budget.names(of: .nonSpend)),
        "contextual_variables": JSONValue(budget.names(of: .context)),
        "lower_funnel_channels": JSONValue(budget.names(of: .lowerFunnel)),
      ],
      "lower_funnel_channel_caps": .array(caps),
      "depvar_spike_groups": .array(version.spikeGroups.map(\.json)),
      "compatible_kpis": .array(catalog.kpis.filter { compatible.contains($0.id) }.map(\.planJSON)),
      "incompatible_kpis": .array(catalog.kpis.filter { !compatible.contains($0.id) }.map(\.planJSON)),
    ]
    return .object(summary(of: version).merging(fields) { $1 })
  }
}

extension LowerFunnelCap {
  fileprivate var json: JSONValue {
    [
      "channel_name": .string(channel), "option": .string(option.rawValue),
      "cap": cap.map(JSONValue.number) ?? .null,
    ]
  }
}

extension SpikeGroup {
  fileprivate var json: JSONValue {
    let depvars = depvars.map { depvar -> JSONValue in
      ["depvar_slug": .string(depvar.slug), "dates": JSONValue(depvar.dates.map(\.text))]
    }
    return ["spike_name": .string(name), "depvars": .array(depvars)]
  }
}

extension KPI {
  /// How plans name a KPI.
  fileprivate var planJSON: JSONValue {
    ["id": .string(id), "slug": .string(slug), "label": .string(name)]
  }
}
