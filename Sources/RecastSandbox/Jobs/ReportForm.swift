/// The inputs of a report, checked: only the fields of the type's form group are meaningful.
struct ReportForm: Sendable {
  struct ChannelGroup: Sendable {
    var name: String
    var channels: [String]
  }

  var type: ReportType
  var deployment: Deployment
  /// The days from `start_date` to `end_date`, or the period under examination.
  var days: Range<CalendarDay>
  var previousDays: Range<CalendarDay>
  var channels: [String] = []
  var groups: [ChannelGroup] = []
  var includesSpikes = false
  var includesLowerFunnelEffects = false
  var grain = Grain.monthly
  /// Spend per day in cents.
  var spend = 0.0

  /// A form over the whole of the data.
  init(type: ReportType, deployment: Deployment) {
    self.type = type
    self.deployment = deployment
    days = deployment.start..<(deployment.end + 1)
    previousDays = days
  }
}
