/// Levers, and bounds on the sums of those that belong together. Amounts are in cents.
struct LeverGroups: Sendable {
  struct Bounds: Sendable {
    var least: Int
    var most: Int
    /// How far the sandbox goes if nobody says how much to spend: far beyond saturation.
    var sensible: Int
  }

  var levers: [Lever] = []
  var bounds: [Bounds] = []
  /// Upper funnel spend that is there already; every amount includes it.
  var uploaded = 0

  /// The least and the most that an open amount may come to.
  var open: ClosedRange<Int> {
    let least = allocation(of: 0).reduce(uploaded, +)
    return least...max(least, bounds.reduce(uploaded) { $0 + $1.sensible })
  }

  /// Gives out `amount` in small steps, each to the lever where it brings most, after every group has what it must have.
  /// - Parameter worth: the KPI per unit of money at which it is no longer worth going on.
  func allocation(of amount: Int, worth: Double = 0) -> [Int] {
    var spend = levers.map(\.start)
    for group in bounds.indices {
      let places = levers.indices.filter { levers[$0].group == group }
      fill(bounds[group].least - places.reduce(0) { $0 + spend[$1] }, among: places, &spend)
    }
    fill(amount - spend.reduce(uploaded, +), among: Array(levers.indices), worth: worth, &spend)
    return spend
  }

  private func fill(_ amount: Int, among places: [Int], worth: Double? = nil, _ spend: inout [Int]) {
    var rest = amount
    var room = bounds.map(\.most)
    for place in levers.indices { room[levers[place].group] -= spend[place] }
    let step = max(1, amount / 200)
    while rest > 0 {
      var best: (place: Int, value: Double)?
      for place in places where room[levers[place].group] > 0 {
        let value = levers[place].marginal(at: spend[place])
        if value > best?.value ?? -1 { best = (place, value) }
      }
      guard let best, best.value >= worth ?? 0 else { return }
      let group = levers[best.place].group
      let given = min(step, rest, room[group])
      spend[best.place] += given
      room[group] -= given
      rest -= given
    }
  }
}
