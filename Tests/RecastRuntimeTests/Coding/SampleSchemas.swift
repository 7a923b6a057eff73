import RecastRuntime

// Types as the generator emits them, written by hand: the runtime is tested without the generator.

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

    func write(to object: inout JSONObjectWriter) {
      object.required("type", type)
      object.required("radius", radius)
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

    func write(to object: inout JSONObjectWriter) {
      object.required("side", side)
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
    parentBox = Indirect(object.optional("parent"))
    children = object.optional("children")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) {
    object.required("name", name)
    object.optional("parent", parent)
    object.optional("children", children)
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

  func write(to object: inout JSONObjectWriter) {
    object.required("total", total)
    object.additional(additional)
  }
}
