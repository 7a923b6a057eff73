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
    deploymentID = object.int("deployment_id")
    status = try object.required("status")
    level = object.optional("level")
    startDate = object.optional("start_date")
    createdAt = object.optionalDate("created_at")
    strategy = object.optionalString("strategy")
    budget = object.optional("budget")
    share = object.optionalDouble("share")
    minimum = object.optional("min")
    includeLowerFunnel = object.optional("include_lower_funnel_effects")
    comment = object.requiredNullable("comment")
    channels = object.array("channels")
    limits = object.optional("limits")
    grid = object.optional("grid")
    gaps = object.optional("gaps")
    shape = object.optional("shape")
    anything = object.optional("anything")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) {
    object.int("deployment_id", deploymentID)
    object.required("status", status)
    object.optional("level", level)
    object.optional("start_date", startDate)
    object.optionalDate("created_at", createdAt)
    object.optionalString("strategy", strategy)
    object.optional("budget", budget)
    object.optionalDouble("share", share)
    object.optional("min", minimum)
    object.optional("include_lower_funnel_effects", includeLowerFunnel)
    object.requiredNullable("comment", comment)
    object.array("channels", channels)
    object.optional("limits", limits)
    object.optional("grid", grid)
    object.optional("gaps", gaps)
    object.optional("shape", shape)
    object.optional("anything", anything)
  }
}

nonisolated extension NullableMembers<SampleForm> {
  var strategy: NullableMember<SampleForm> { .init("strategy") { $0.strategy = nil } }
  var limits: NullableMember<SampleForm> { .init("limits") { $0.limits = nil } }
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
    name = object.string("name")
    spend = object.optional("spend")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) {
    object.string("name", name)
    object.optional("spend", spend)
  }
}
