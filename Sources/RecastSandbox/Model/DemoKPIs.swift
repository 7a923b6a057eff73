/// A business outcome made of one or several modelled ones.
struct KPI: Sendable {
  var id: String
  var name: String
  var parts: [(dashboard: String, weight: Double)]
}

/// The KPIs of the demo client.
enum DemoKPIs {
  static let all: [KPI] = [
    KPI(id: "d66d6adb-1d17-40cc-9bc7-f4bc6c78ec2e", name: "Revenue", parts: [("revenue", 1)]),
    KPI(id: "0b6f7f4e-52a3-4c57-9a0b-6f2d0f0b9c31", name: "New customers", parts: [("new_customers", 1)]),
    KPI(
      id: "7c1d9a52-8a1e-4e0f-b6a3-94a1f1c2d3e4",
      name: "Revenue and customer value",
      parts: [("revenue", 1), ("new_customers", 62.5)]
    ),
  ]
}
