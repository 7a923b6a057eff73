import RecastAPI

/// The period and the channel groups that the reports are about, out of what a deployment covers.
struct ReportDates {
  /// The first day.
  let start: CalendarDate
  /// The last day.
  let end: CalendarDate
  /// Two groups with all upper funnel channels.
  let groups: [ChannelGroup]

  /// The last 91 days of the deployment's data, or less if it has less.
  ///
  /// - Throws: `UnsuitableDeployment` when the deployment states no dates or has fewer than two channels.
  static func latest(of deployment: Deployment) throws -> ReportDates {
    let channels = deployment.upperFunnelChannelLabels
    guard channels.count > 1 else { throw UnsuitableDeployment(id: deployment.id) }
    let half = channels.count / 2
    return ReportDates(
      start: max(deployment.startDate, deployment.endDate.advanced(by: -90)),
      end: deployment.endDate,
      groups: [
        ChannelGroup(name: "First & foremost", channels: Array(channels[..<half])),
        ChannelGroup(name: "All the others", channels: Array(channels[half...])),
      ]
    )
  }
}

/// A deployment that the reports of the quickstart cannot be made of.
struct UnsuitableDeployment: Error, CustomStringConvertible {
  let id: Int

  var description: String { "deployment \(id) has too few channels for this tour; choose another with --deployment" }
}
