extension PlanCatalog {
  /// The KPIs that can be forecast from a version's inputs: these must cover every channel, variable and spike that the
  /// models behind the KPI need. Lower funnel channels need no column, because the models can predict their spend.
  func compatibleKPIs(with version: PlanVersionRecord) -> [KPI] {
    let columns = Set(version.budget.columns.map(\.name))
    return kpis.filter { kpi in
      deployments(of: kpi)?.allSatisfy { deployment in
        deployment.neededColumns.isSubset(of: columns) && covers(deployment, version)
      } == true
    }
  }

  /// Custom spikes must name every spike that the model has on a day of the plan.
  private func covers(_ deployment: Deployment, _ version: PlanVersionRecord) -> Bool {
    guard version.spikeType == .custom else { return true }
    return deployment.spikes.allSatisfy { spike in
      !spike.dates.contains(where: version.budget.days.contains)
        || version.spikeGroups.contains { group in
          group.name == spike.name && group.depvars.contains { $0.slug == deployment.dashboard }
        }
    }
  }
}

extension Deployment {
  fileprivate var neededColumns: Set<String> {
    Set(upperFunnelNames + nonSpend + contextVariables.map(\.name))
  }
}

extension KPI {
  /// The name as an address would have it.
  var slug: String {
    name.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
  }
}
