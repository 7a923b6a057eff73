/// Sums and ratios that several reports share.
extension ReportBuilder {
  typealias Series = MediaMixModel.Series

  /// The days of the form that have data, as indices.
  var indices: Range<Int> { model.indices(form.days, within: model.history) }

  /// The chosen channels, or all of them when the form has no choice.
  var selected: [Series] {
    form.channels.isEmpty ? model.channels : form.channels.compactMap { model.channel($0) }
  }

  func sum(_ values: [Int], _ indices: Range<Int>) -> Int {
    indices.reduce(0) { $0 + values[$1] }
  }

  /// KPI per spend, or spend per KPI for a cost-per-acquisition model; both sides in hundredths.
  func efficiency(effect: Double, spend: Double) -> Double? {
    switch model.deployment.kind {
    case .roi: spend > 0 ? effect / spend : nil
    case .cpa: effect > 0 && spend > 0 ? spend / effect : nil
    }
  }

  /// The efficiency of a little more spend on the days that had spend.
  func marginalEfficiency(_ series: Series, _ indices: Range<Int>, includingLowerFunnel: Bool) -> Double? {
    var gain = 0.0
    var spend = 0.0
    var direct = 0.0
    var total = 0.0
    for index in indices where series.spend[index] > 0 {
      let amount = Double(series.spend[index])
      gain += series.response.marginal(spend: amount) * amount
      spend += amount
      direct += Double(series.direct[index])
      total += Double(series.total[index])
    }
    let uplift = includingLowerFunnel && direct > 0 ? total / direct : 1
    return efficiency(effect: gain * uplift, spend: spend)
  }

  /// Half the width of the interval around an estimate for this channel, relative to the estimate.
  func uncertainty(_ channel: String) -> Double {
    0.12 + 0.25 * Noise.unit(model.deployment.seed, channel.utf8.reduce(0) { $0 &* 31 &+ Int($1) })
  }

  /// `mean`, `lower`, `upper` of an amount.
  func estimate(_ value: Int, _ uncertainty: Double) -> [Cell] {
    let half = abs(Int((Double(value) * uncertainty).rounded()))
    return [.hundredths(value), .hundredths(value - half), .hundredths(value + half)]
  }

  /// `mean`, `lower`, `upper` of a ratio.
  func estimate(_ value: Double?, _ uncertainty: Double) -> [Cell] {
    [.ratio(value), .ratio(value.map { $0 * (1 - uncertainty) }), .ratio(value.map { $0 * (1 + uncertainty) })]
  }

  /// The days of the form within `limits`, cut into slices of `grain`.
  func slices(_ grain: Grain, within limits: Range<CalendarDay>? = nil) -> [(start: CalendarDay, indices: Range<Int>)] {
    let limits = limits ?? model.history
    return grain.slices(of: form.days.clamped(to: limits)).map { ($0.start, model.indices($0.days, within: limits)) }
  }
}
