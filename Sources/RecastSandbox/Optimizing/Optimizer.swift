/// Finds the budget that an optimization asks for: a greedy allocation within the bounds for each amount of money, and a
/// search for the amount where the form leaves it open.
struct Optimizer: Sendable {
  let form: OptimizationForm
  let parts: [Projection.Part]
  private let groups: LeverGroups

  init(_ form: OptimizationForm, _ parts: [Projection.Part]) {
    self.form = form
    self.parts = parts
    groups = LeverGroups(form, parts)
  }

  /// Nothing when no amount within the bounds reaches the goal.
  func optimized() -> OptimizedBudget? {
    switch form.amount {
    case .upperFunnel(let amount): return budget(of: amount)
    case .total(let amount):
      // What the lower funnel will spend follows from what the upper funnel gets.
      return budget(of: smallest(in: 0...amount) { scenario(of: $0).budget.total >= amount } ?? amount)
    case .open: break
    }
    let range = groups.open
    switch form.objective {
    case .profit(let valuePerUnit):
      let spend = groups.allocation(of: range.upperBound, worth: 1 / valuePerUnit)
      return OptimizedBudget(form.scenario(parts, groups, spend), parts)
    case .outcome(let floor):
      return smallest(in: range) { sureOutcome(budget(of: $0)) >= floor }.map(budget)
    case .efficiency(let floor):
      func isEfficient(_ amount: Int) -> Bool {
        let budget = budget(of: amount)
        return Double(sureOutcome(budget)) >= floor * Double(budget.projection.totalSpend)
      }
      guard isEfficient(range.lowerBound) else { return nil }
      let excess = smallest(in: range) { !isEfficient($0) }
      return budget(of: excess.map { $0 - Self.precision } ?? range.upperBound)
    }
  }

  private func budget(of amount: Int) -> OptimizedBudget {
    OptimizedBudget(scenario(of: amount), parts)
  }

  private func scenario(of amount: Int) -> Scenario {
    form.scenario(parts, groups, groups.allocation(of: amount))
  }

  /// The KPI that is reached with the demanded probability.
  private func sureOutcome(_ budget: OptimizedBudget) -> Int {
    budget.projection.outcome(quantile: 1 - form.confidence).reduce(0, +)
  }

  /// A hundred units of money.
  private static let precision = 10_000

  /// Bisection for a condition that is false up to some amount and true from there on.
  private func smallest(in range: ClosedRange<Int>, _ isEnough: (Int) -> Bool) -> Int? {
    guard !isEnough(range.lowerBound) else { return range.lowerBound }
    guard isEnough(range.upperBound) else { return nil }
    var (low, high) = (range.lowerBound, range.upperBound)
    while high - low > Self.precision {
      let middle = low + (high - low) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
