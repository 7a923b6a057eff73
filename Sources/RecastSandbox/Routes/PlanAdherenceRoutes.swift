extension Router {
  /// `path` is what follows `adherence`.
  func planAdherence(of plan: PlanRecord, _ path: [String]) async -> SandboxResponse {
    let isDownload = path.count == 3 && path[1] == "downloads"
    guard path.count <= 1 || isDownload else { return noSuchPath }
    guard method == "GET" else { return notAllowed("GET") }
    let records = await state.plans().adherence.filter { $0.planID == plan.id }
    guard let segment = path.first else { return listAdherence(records, of: plan) }
    guard let id = id(segment), let record = records.first(where: { $0.id == id }) else {
      return .notFound("The plan has no adherence report \(segment)")
    }
    let adherence = await adherence(record, of: plan)
    guard isDownload else { return showAdherence(record, adherence, of: plan) }
    guard let file = adherence?.files.first(where: { $0.key == path[2] }) else {
      return .notFound("Adherence report \(id) has no download named “\(path[2])”")
    }
    return .csv(file.table().csv)
  }

  private func listAdherence(_ records: [AdherenceRecord], of plan: PlanRecord) -> SandboxResponse {
    let version = target.value("plan_version_id")?.lowercased()
    let wanted = records.reversed().filter { version == nil || $0.versionID == version }
    return .json(Page(target).envelope(wanted) { .object($0.summary(in: plan)) })
  }

  private func showAdherence(
    _ record: AdherenceRecord,
    _ adherence: Adherence?,
    of plan: PlanRecord
  ) -> SandboxResponse {
    var object = record.summary(in: plan)
    object["plan_id"] = .string(plan.id)
    // Whether a failed report has highlights is not documented; here it has nothing to highlight.
    if let adherence { object["highlights"] = adherence.highlights }
    object["downloads"] = .downloads(adherence?.files ?? [])
    return .json(.object(object))
  }

  private func adherence(_ record: AdherenceRecord, of plan: PlanRecord) async -> Adherence? {
    guard let day = record.through, let version = plan.version(record.versionID) else { return nil }
    let models = await state.models(of: state.planCatalog.deployments)
    return Adherence(version, through: day, models, lowerFunnel: state.planCatalog.names(of: .lowerFunnel))
  }
}

extension AdherenceRecord {
  fileprivate func summary(in plan: PlanRecord) -> [String: JSONValue] {
    [
      "id": .integer(id),
      "plan_version_id": .string(versionID),
      "plan_version_number": JSONValue(plan.version(versionID)?.number),
      "status": .string(status),
      "report_through_date": JSONValue(through?.text),
      "created_at": .string(created.timestamp),
      "updated_at": .string(created.timestamp),
    ]
  }
}
