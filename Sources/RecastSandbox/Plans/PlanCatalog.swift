import Foundation

/// What the client's plans can be made of: channels, variables and spikes of the active deployments behind its KPIs.
///
/// An active deployment that backs no KPI has channels too, but a plan does not know them.
struct PlanCatalog: Sendable {
  /// What a budget column holds, in the order in which the columns of a plan are listed.
  enum ColumnKind: String, Codable, CaseIterable, Sendable { case spend, nonSpend, context, lowerFunnel }

  /// A column that a budget may have, spelled as the models spell it.
  struct Column: Hashable, Codable, Sendable {
    var name: String
    var kind: ColumnKind
  }

  /// How far a plan may reach past the data of the model that ends first.
  static let futureDays = 730

  /// The average of what the data of non-spend channels holds.
  private static let usualActivity = 10_000

  let kpis: [KPI]
  let deployments: [Deployment]
  let columns: [Column]
  private let columnsByLowercasedName: [String: Column]

  init(deployments: [Deployment], kpis: [KPI]) {
    let dashboards = Set(kpis.flatMap { $0.parts.map(\.dashboard) })
    let linked = deployments.filter { $0.active && dashboards.contains($0.dashboard) }
    var columns: [Column] = []
    for kind in ColumnKind.allCases {
      for name in linked.flatMap({ $0.names(of: kind) }) {
        let column = Column(name: name, kind: kind)
        if !columns.contains(column) { columns.append(column) }
      }
    }
    self.kpis = kpis
    self.deployments = linked
    self.columns = columns
    self.columnsByLowercasedName = Dictionary(columns.map { ($0.name.lowercased(), $0) }) { first, _ in first }
  }

  /// Columns are matched without regard to case.
  func column(_ name: String) -> Column? { columnsByLowercasedName[name.lowercased()] }

  func names(of kind: ColumnKind) -> [String] { columns.filter { $0.kind == kind }.map(\.name) }

  /// The first day for which every model has data.
  var firstDay: CalendarDay { deployments.map(\.start).max() ?? CalendarDay(number: 0) }

  /// The last day of data of the model that ends first.
  var dataEnd: CalendarDay { deployments.map(\.end).min() ?? CalendarDay(number: 0) }

  /// The last day that a plan may have.
  var lastDay: CalendarDay { dataEnd + Self.futureDays }

  func deployment(of dashboard: String) -> Deployment? {
    deployments.filter { $0.dashboard == dashboard }.max { $0.end < $1.end }
  }

  /// The active deployments of a KPI's parts, in their order; nothing when a part has none.
  func deployments(of kpi: KPI) -> [Deployment]? {
    let found = kpi.parts.compactMap { deployment(of: $0.dashboard) }
    return found.count == kpi.parts.count ? found : nil
  }

  /// The last day for which all models of a KPI have data.
  func dataEnd(of kpi: KPI) -> CalendarDay? { deployments(of: kpi)?.map(\.end).min() }

  func kpi(_ id: String) -> KPI? { kpis.first { $0.id == id.lowercased() } }

  /// Channels that are upper funnel in one model and lower funnel in another: no plan can be made of these models.
  var contradictoryChannels: [String] {
    let lower = Set(names(of: .lowerFunnel))
    return names(of: .spend).filter(lower.contains)
  }

  /// What a day has of a contextual variable or a non-spend channel that nobody decides about; nothing for spend.
  func usualCell(of column: Column) -> String? {
    switch column.kind {
    case .context:
      deployments.flatMap(\.contextVariables).first { $0.name == column.name }.map {
        "\(Decimal(hundredths: $0.usual))"
      }
    case .nonSpend: String(Self.usualActivity)
    case .spend, .lowerFunnel: nil
    }
  }
}

extension Deployment {
  fileprivate func names(of kind: PlanCatalog.ColumnKind) -> [String] {
    switch kind {
    case .spend: upperFunnelNames
    case .nonSpend: nonSpend
    case .context: contextVariables.map(\.name)
    case .lowerFunnel: lowerFunnelNames
    }
  }
}

extension Decimal {
  /// A value with at most two decimals, which binary fractions would print with more.
  fileprivate init(hundredths value: Double) {
    self = Decimal(Int((value * 100).rounded())) / 100
  }
}
