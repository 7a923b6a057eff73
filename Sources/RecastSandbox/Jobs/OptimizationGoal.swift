/// Objective, target, confidence and strategy, which depend on each other.
extension OptimizationFormReader {
  mutating func goal() -> (objective: OptimizationForm.Objective, confidence: Double)? {
    let objective = present("objective").flatMap { choice("objective", $0, of: ["depvar", "profit", "roi"]) }
    let target = present("target").flatMap { numberText($0, field: "target", 0...Amount.largest) }
    guard let objective else { return nil }
    if objective == "profit" {
      if given("confidence") != nil { errors.add("confidence", "must be null when objective is profit") }
      let strategies = ["conservative": 0.8, "base": 1, "aggressive": 1.25]
      let strategy = present("strategy").flatMap { choice("strategy", $0, of: ["conservative", "base", "aggressive"]) }
      guard let target, let factor = strategy.flatMap({ strategies[$0] }) else { return nil }
      // The older documentation had "0" here always; it stands for a unit of KPI being worth a unit of money.
      return (.profit(valuePerUnit: (target > 0 ? target : 1) * factor), 0.5)
    }
    if given("strategy") != nil { errors.add("strategy", "must be null unless objective is profit") }
    let percent = present("confidence").flatMap { numberText($0, field: "confidence", 0...100) }
    guard let target, let percent else { return nil }
    let floor: OptimizationForm.Objective =
      objective == "roi" ? .efficiency(floor: target) : .outcome(floor: Int((target * 100).rounded()))
    return (floor, percent / 100)
  }
}
