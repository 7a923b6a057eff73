import Foundation
import RecastRuntime

// Types as the generator emits them, written by hand: the runtime is tested without the generator.

/// A form with required, optional, nullable and nested members.
nonisolated struct SampleForm: ObjectSchema {
  var deploymentID: Int
  var status: SampleStatus
  var level: SampleLevel?
  var startDate: CalendarDate?
  var createdAt: Date?
  var strategy: String?
  var budget: Decimal?
  var share: Double?
  var minimum: StringEncoded<Decimal>?
  var includeLowerFunnel: StringEncoded<Bool>?
  var comment: String?
  var channels: [SampleChannel]
  var limits: [String: Double]?
  var grid: [[JSONValue]]?
  var gaps: [Double?]?
  var shape: SampleShape?
  var anything: JSONValue?
  var unknownMembers: UnknownMembers

  init(
    deploymentID: Int,
    status: SampleStatus,
    comment: String?,
    channels: [SampleChannel],
    level: SampleLevel? = nil,
    startDate: CalendarDate? = nil,
    createdAt: Date? = nil,
    strategy: String? = nil,
    budget: Decimal? = nil,
    share: Double? = nil,
    minimum: StringEncoded<Decimal>? = nil,
    includeLowerFunnel: StringEncoded<Bool>? = nil,
    limits: [String: Double]? = nil,
    grid: [[JSONValue]]? = nil,
    gaps: [Double?]? = nil,
    shape: SampleShape? = nil,
    anything: JSONValue? = nil,
    unknownMembers: UnknownMembers = [:]
  ) {
    self.deploymentID = deploymentID
    self.status = status
    self.level = level
    self.startDate = startDate
    self.createdAt = createdAt
    self.strategy = strategy
    self.budget = budget
    self.share = share
    self.minimum = minimum
    self.includeLowerFunnel = includeLowerFunnel
    self.comment = comment
    self.channels = channels
    self.limits = limits
    self.grid = grid
    self.gaps = gaps
    self.shape = shape
    self.anything = anything
    self.unknownMembers = unknownMembers
  }

  init(from object: inout JSONObjectReader) throws {
    deploymentID = try object.required("deployment_id")
    status = try object.required("status")
    level = try object.optional("level")
    startDate = try object.optional("start_date")
    createdAt = try object.optional("created_at")
    strategy = try object.optional("strategy")
    budget = try object.optional("budget")
    share = try object.optional("share")
    minimum = try object.optional("min")
    includeLowerFunnel = try object.optional("include_lower_funnel_effects")
    comment = try object.requiredNullable("comment")
    channels = try object.required("channels")
    limits = try object.optional("limits")
    grid = try object.optional("grid")
    gaps = try object.optional("gaps")
    shape = try object.optional("shape")
    anything = try object.optional("anything")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) throws {
    try object.required("deployment_id", deploymentID)
    try object.required("status", status)
    try object.optional("level", level)
    try object.optional("start_date", startDate)
    try object.optional("created_at", createdAt)
    try object.optional("strategy", strategy)
    try object.optional("budget", budget)
    try object.optional("share", share)
    try object.optional("min", minimum)
    try object.optional("include_lower_funnel_effects", includeLowerFunnel)
    try object.requiredNullable("comment", comment)
    try object.required("channels", channels)
    try object.optional("limits", limits)
    try object.optional("grid", grid)
    try object.optional("gaps", gaps)
    try object.optional("shape", shape)
    try object.optional("anything", anything)
  }
}

nonisolated extension SampleForm: NullableMembersProviding {
  struct NullableMembers: Sendable {
    init() {}
    var strategy: NullableMember<SampleForm> { .init("strategy") { $0.strategy = nil } }
    var limits: NullableMember<SampleForm> { .init("limits") { $0.limits = nil } }
  }

  static var nullableMembers: NullableMembers { NullableMembers() }
}

nonisolated struct SampleChannel: ObjectSchema {
  var name: String
  var spend: Decimal?
  var unknownMembers: UnknownMembers

  init(name: String, spend: Decimal? = nil, unknownMembers: UnknownMembers = [:]) {
    self.name = name
    self.spend = spend
    self.unknownMembers = unknownMembers
  }

  init(from object: inout JSONObjectReader) throws {
    name = try object.required("name")
    spend = try object.optional("spend")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) throws {
    try object.required("name", name)
    try object.optional("spend", spend)
  }
}
