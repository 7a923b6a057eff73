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

/// A string with known values.
nonisolated struct SampleStatus: OpenEnum {
  let rawValue: String
  init(rawValue: String) { self.rawValue = rawValue }
  static var ready: SampleStatus { SampleStatus(rawValue: "ready") }
  static var success: SampleStatus { SampleStatus(rawValue: "success") }
  static var knownValues: [SampleStatus] { [.ready, .success] }
}

/// An integer with known values.
nonisolated struct SampleLevel: OpenEnum {
  let rawValue: Int
  init(rawValue: Int) { self.rawValue = rawValue }
  static var low: SampleLevel { SampleLevel(rawValue: 1) }
  static var knownValues: [SampleLevel] { [.low] }
}

/// One of several, told apart by a discriminator, then by members, then by kind.
nonisolated enum SampleShape: UnionSchema {
  case circle(Circle)
  case square(Square)
  case text(String)
  case unknown(JSONValue)

  init(from json: inout JSONReader) throws {
    switch json.discriminator("type") {
    case "circle": self = .circle(try Circle(from: &json))
    case "square": self = .square(try Square(from: &json))
    default:
      if json.kind == .string {
        self = .text(try String(from: &json))
      } else if json.hasMembers(["side"]) {
        self = .square(try Square(from: &json))
      } else {
        self = .unknown(try JSONValue(from: &json))
      }
    }
  }

  func write(to json: inout JSONWriter) throws {
    switch self {
    case .circle(let value): try value.write(to: &json)
    case .square(let value): try value.write(to: &json)
    case .text(let value): try value.write(to: &json)
    case .unknown(let value): try value.write(to: &json)
    }
  }

  struct Circle: ObjectSchema {
    var type: String
    var radius: Double
    var unknownMembers: UnknownMembers

    init(radius: Double) {
      type = "circle"
      self.radius = radius
      unknownMembers = [:]
    }

    init(from object: inout JSONObjectReader) throws {
      type = try object.required("type")
      radius = try object.required("radius")
      unknownMembers = try object.unknownMembers()
    }

    func write(to object: inout JSONObjectWriter) throws {
      try object.required("type", type)
      try object.required("radius", radius)
    }
  }

  struct Square: ObjectSchema {
    var side: Double
    var unknownMembers: UnknownMembers

    init(side: Double) {
      self.side = side
      unknownMembers = [:]
    }

    init(from object: inout JSONObjectReader) throws {
      side = try object.required("side")
      unknownMembers = try object.unknownMembers()
    }

    func write(to object: inout JSONObjectWriter) throws {
      try object.required("side", side)
    }
  }
}

/// Contains itself.
nonisolated struct SampleCategory: ObjectSchema {
  var name: String
  private var parentBox: Indirect<SampleCategory?>
  var parent: SampleCategory? {
    get { parentBox.wrappedValue }
    set { parentBox.wrappedValue = newValue }
  }
  var children: [SampleCategory]?
  var unknownMembers: UnknownMembers

  init(name: String, parent: SampleCategory? = nil, children: [SampleCategory]? = nil) {
    self.name = name
    parentBox = Indirect(parent)
    self.children = children
    unknownMembers = [:]
  }

  init(from object: inout JSONObjectReader) throws {
    name = try object.required("name")
    parentBox = Indirect(try object.optional("parent"))
    children = try object.optional("children")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) throws {
    try object.required("name", name)
    try object.optional("parent", parent)
    try object.optional("children", children)
  }
}

/// Additional properties of one type.
nonisolated struct SampleTotals: ObjectSchema {
  var total: Int
  var additional: [String: Int]
  var unknownMembers: UnknownMembers

  init(total: Int, additional: [String: Int] = [:]) {
    self.total = total
    self.additional = additional
    unknownMembers = [:]
  }

  init(from object: inout JSONObjectReader) throws {
    total = try object.required("total")
    additional = try object.additional()
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) throws {
    try object.required("total", total)
    try object.additional(additional)
  }
}
