/// The deployments of the demo client.
///
/// Between them they hold what a client program has to cope with: names with spaces, `&` and commas, an inactive
/// deployment, one without contextual variables, one that backs no KPI.
enum DemoDeployments {
  static let all: [Deployment] = [
    revenue(id: 5716, active: true, end: CalendarDay(year: 2026, month: 8, day: 30)),
    revenue(id: 5689, active: false, end: CalendarDay(year: 2026, month: 8, day: 23)),
    newCustomers,
    appInstalls,
    revenue(id: 456, active: false, end: CalendarDay(year: 2025, month: 8, day: 31)),
  ]

  private static let start = CalendarDay(year: 2023, month: 1, day: 1)

  private static func revenue(id: Int, active: Bool, end: CalendarDay) -> Deployment {
    Deployment(
      id: id,
      dashboard: "revenue",
      active: active,
      kind: .roi,
      start: start,
      end: end,
      baseline: 11_500_000,
      upperFunnel: [
        .init(name: "linear_tv", dailySpend: 900_000, dropDays: 7, response: .daily(13_000_000, half: 7_500_000, 0.85)),
        .init(name: "meta", dailySpend: 650_000, dropDays: 1, response: .daily(3_900_000, half: 900_000, 0.55)),
        .init(name: "youtube", dailySpend: 400_000, dropDays: 1, response: .daily(1_700_000, half: 500_000, 0.7)),
        .init(name: "tiktok", dailySpend: 250_000, dropDays: 1, response: .daily(1_200_000, half: 400_000, 0.5)),
        .init(name: "podcast", dailySpend: 120_000, dropDays: 14, response: .daily(2_600_000, half: 900_000, 0.8)),
        .init(
          name: "Radio & Audio",
          dailySpend: 90_000,
          dropDays: 1,
          response: .daily(420_000, half: 150_000, 0.75)
        ),
      ],
      lowerFunnel: [
        .init(
          name: "search_branded",
          baseSpend: 140_000,
          pull: ["linear_tv": 0.09, "meta": 0.06, "youtube": 0.05],
          response: .daily(1_900_000, half: 450_000, 0.2)
        ),
        .init(
          name: "affiliates",
          baseSpend: 60_000,
          pull: ["meta": 0.03, "tiktok": 0.05, "podcast": 0.04],
          response: .daily(500_000, half: 160_000, 0.3)
        ),
      ],
      nonSpend: ["email_sends"],
      contextVariables: [
        .init(name: "consumer_confidence", usual: 100, influence: 0.4),
        .init(name: "average_price", usual: 49.9, influence: -0.3),
      ],
      spikes: [
        .init(
          name: "Black Friday",
          dates: [day(2023, 11, 24), day(2024, 11, 29), day(2025, 11, 28)],
          lift: 30_000_000,
          pull: 0.4
        ),
        .init(
          name: "Spring Sale",
          dates: [day(2023, 4, 14), day(2024, 4, 12), day(2025, 4, 11), day(2026, 4, 10)],
          lift: 9_000_000,
          pull: 0.3
        ),
      ]
    )
  }

  /// A cost-per-acquisition model whose channel names need quoting in CSV and escaping in paths.
  private static let newCustomers = Deployment(
    id: 5702,
    dashboard: "new_customers",
    active: true,
    kind: .cpa,
    start: start,
    end: CalendarDay(year: 2026, month: 8, day: 30),
    baseline: 42_000,
    upperFunnel: [
      .init(name: "linear_tv", dailySpend: 900_000, dropDays: 7, response: .daily(200_000, half: 7_500_000, 0.85)),
      .init(name: "meta", dailySpend: 650_000, dropDays: 1, response: .daily(40_000, half: 900_000, 0.55)),
      .init(
        name: "Out of Home, Transit",
        dailySpend: 110_000,
        dropDays: 30,
        response: .daily(60_000, half: 4_000_000, 0.9)
      ),
    ],
    lowerFunnel: [
      .init(
        name: "search_branded",
        baseSpend: 140_000,
        pull: ["linear_tv": 0.09, "meta": 0.06],
        response: .daily(14_000, half: 450_000, 0.2)
      )
    ],
    nonSpend: [],
    contextVariables: [.init(name: "consumer_confidence", usual: 100, influence: 0.3)],
    spikes: [
      .init(name: "New Year", dates: [day(2024, 1, 1), day(2025, 1, 1), day(2026, 1, 1)], lift: 30_000, pull: 0.2)
    ]
  )

  /// Young, without contextual variables, and part of no KPI.
  private static let appInstalls = Deployment(
    id: 5698,
    dashboard: "app_installs",
    active: true,
    kind: .cpa,
    start: CalendarDay(year: 2025, month: 3, day: 1),
    end: CalendarDay(year: 2026, month: 8, day: 30),
    baseline: 130_000,
    upperFunnel: [
      .init(name: "tiktok", dailySpend: 250_000, dropDays: 1, response: .daily(70_000, half: 400_000, 0.4)),
      .init(name: "influencers", dailySpend: 80_000, dropDays: 10, response: .daily(90_000, half: 1_200_000, 0.6)),
    ],
    lowerFunnel: [
      .init(
        name: "app_store_search",
        baseSpend: 50_000,
        pull: ["tiktok": 0.08],
        response: .daily(20_000, half: 120_000, 0.1)
      )
    ],
    nonSpend: ["push_notifications"],
    contextVariables: [],
    spikes: []
  )

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day)
  }
}

extension Response {
  fileprivate static func daily(_ ceiling: Double, half: Double, _ carryOver: Double) -> Response {
    Response(ceiling: ceiling, halfway: half, carryOver: carryOver)
  }
}
