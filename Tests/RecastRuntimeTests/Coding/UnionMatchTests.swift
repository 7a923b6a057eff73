import RecastRuntime
import RecastTestSupport
import Testing

/// Unions whose alternatives neither kind nor member tells apart.
@Suite("Closest case of a union")
struct UnionMatchTests {
  @Test(
    "is the one that knows most members, and keeps the others",
    arguments: [
      (#"{"radius":1}"#, "circle"), (#"{"side":2}"#, "square"), (#"{"side":2,"name":"a"}"#, "square"),
      (#"{"radius":1,"side":2}"#, "circle"), (#"{"other":true}"#, "circle"), (#"{}"#, "circle"),
    ]
  )
  func objects(_ text: String, _ name: String) throws {
    let shape = try Figure(json: text)
    #expect(shape.caseName == name)
    #expect(try shape.jsonText() == text)
  }

  @Test("is none when no alternative can be read")
  func unreadable() throws {
    let shape = try Figure(json: #"{"radius":"wide","side":"long"}"#)
    #expect(shape == .unknown(["radius": "wide", "side": "long"]))
  }

  @Test("is the one whose member has a value of its own")
  func limits() throws {
    #expect(try Turn(json: #"{"kind":"right"}"#) == .right(Direction(kind: "right")))
    #expect(try Turn(json: #"{"kind":"left"}"#) == .left(Direction(kind: "left")))
    #expect(try Turn(json: #"{"kind":"back"}"#) == .unknown(["kind": "back"]))
  }

  @Test(
    "knows most of what lies deeper, too",
    arguments: [
      (#"{"shape":{"radius":1}}"#, "round"), (#"{"shape":{"side":2}}"#, "angular"),
      (#"{"list":[{"radius":1},{"side":2},{"side":3}]}"#, "angular"), (#"{"color":"red"}"#, "round"),
      (#"{"color":"blue"}"#, "angular"), (#"{"any":{"side":1}}"#, "round"), (#"{"any":7,"color":"blue"}"#, "angular"),
    ]
  )
  func deep(_ text: String, _ name: String) throws {
    let value = try Held(json: text)
    switch value {
    case .round: #expect(name == "round")
    case .angular: #expect(name == "angular")
    case .unknown: Issue.record("no case was found")
    }
    #expect(try value.jsonText() == text)
  }

  @Test(
    "tells integers from numbers",
    arguments: [("3", "3"), ("3.5", "3.5"), ("9007199254740993", "9007199254740993")]
  )
  func numbers(_ text: String, _ expected: String) throws {
    let value = try Amount(json: text)
    #expect(try value.jsonText() == expected)
    if case .integer = value { #expect(text != "3.5") } else { #expect(text == "3.5") }
  }

  @Test("is found in time however deep such unions lie in each other", .ownThread(within: .seconds(60)))
  func depth() throws {
    let text = String(repeating: #"{"inner":"#, count: 100) + "1" + String(repeating: "}", count: 100)
    #expect(try Nest(json: text).jsonText() == text)
  }
}

private enum Figure: UnionSchema {
  case circle(Circle)
  case square(Square)
  case unknown(JSONValue)

  var caseName: String {
    switch self {
    case .circle: "circle"
    case .square: "square"
    case .unknown: "unknown"
    }
  }

  init(from json: inout JSONReader) throws {
    var match = UnionMatch(json, as: Self.self)
    match.consider(Self.circle)
    match.consider(Self.square)
    self = try match.value ?? .unknown(JSONValue(from: &json))
  }

  func write(to json: inout JSONWriter) throws {
    switch self {
    case .circle(let value): try value.write(to: &json)
    case .square(let value): try value.write(to: &json)
    case .unknown(let value): try value.write(to: &json)
    }
  }
}

private struct Circle: ObjectSchema {
  var radius: Int?
  var unknownMembers = UnknownMembers()

  init(from object: inout JSONObjectReader) throws {
    radius = object.optional("radius")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) { object.optional("radius", radius) }
}

/// Allows no other members, which are kept all the same where cases are tried.
private struct Square: ObjectSchema {
  var side: Int?
  var name: String?
  var unknownMembers = UnknownMembers()

  init(from object: inout JSONObjectReader) throws {
    side = object.optional("side")
    name = object.optional("name")
    unknownMembers = try object.closedMembers()
  }

  func write(to object: inout JSONObjectWriter) {
    object.optional("side", side)
    object.optional("name", name)
  }
}

/// Alternatives that differ in what their members hold.
private enum Held: UnionSchema {
  case round(Holder<Circle, Red>)
  case angular(Holder<Square, Blue>)
  case unknown(JSONValue)

  init(from json: inout JSONReader) throws {
    var match = UnionMatch(json, as: Self.self)
    match.consider(Self.round)
    match.consider(Self.angular)
    self = try match.value ?? .unknown(JSONValue(from: &json))
  }

  func write(to json: inout JSONWriter) throws {
    switch self {
    case .round(let value): try value.write(to: &json)
    case .angular(let value): try value.write(to: &json)
    case .unknown(let value): try value.write(to: &json)
    }
  }
}

private struct Holder<Shape: JSONCodable, Color: JSONCodable>: ObjectSchema {
  var shape: Shape?
  var list: [Shape]?
  var any: Figure?
  var color: Color?
  var unknownMembers = UnknownMembers()

  init(from object: inout JSONObjectReader) throws {
    shape = object.optional("shape")
    list = object.optional("list")
    any = object.optional("any")
    color = object.optional("color")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) {
    object.optional("shape", shape)
    object.optional("list", list)
    object.optional("any", any)
    object.optional("color", color)
  }
}

private struct Red: OpenEnum {
  let rawValue: String
  static var knownValues: [Red] { [Red(rawValue: "red")] }
}

private struct Blue: OpenEnum {
  let rawValue: String
  static var knownValues: [Blue] { [Blue(rawValue: "blue")] }
}

private enum Turn: UnionSchema {
  case left(Direction)
  case right(Direction)
  case unknown(JSONValue)

  init(from json: inout JSONReader) throws {
    var match = UnionMatch(json, as: Self.self)
    match.consider(Self.left, where: "kind", isOneOf: ["left"])
    match.consider(Self.right, where: "kind", isOneOf: ["right"])
    self = try match.value ?? .unknown(JSONValue(from: &json))
  }

  func write(to json: inout JSONWriter) throws {}
}

private struct Direction: ObjectSchema {
  var kind: String
  var unknownMembers = UnknownMembers()

  init(kind: String) { self.kind = kind }

  init(from object: inout JSONObjectReader) throws {
    kind = try object.required("kind")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) { object.required("kind", kind) }
}

private enum Amount: UnionSchema {
  case integer(Int)
  case number(Double)
  case unknown(JSONValue)

  init(from json: inout JSONReader) throws {
    var match = UnionMatch(json, as: Self.self)
    match.consider(Self.integer)
    match.consider(Self.number)
    self = try match.value ?? .unknown(JSONValue(from: &json))
  }

  func write(to json: inout JSONWriter) throws {
    switch self {
    case .integer(let value): try value.write(to: &json)
    case .number(let value): try value.write(to: &json)
    case .unknown(let value): try value.write(to: &json)
    }
  }
}

private indirect enum Nest: UnionSchema {
  case first(Inner)
  case second(Inner)
  case unknown(JSONValue)

  init(from json: inout JSONReader) throws {
    var match = UnionMatch(json, as: Self.self)
    match.consider(Self.first)
    match.consider(Self.second)
    self = try match.value ?? .unknown(JSONValue(from: &json))
  }

  func write(to json: inout JSONWriter) throws {
    switch self {
    case .first(let value): try value.write(to: &json)
    case .second(let value): try value.write(to: &json)
    case .unknown(let value): try value.write(to: &json)
    }
  }
}

private struct Inner: ObjectSchema {
  var inner: Nest
  var unknownMembers = UnknownMembers()

  init(from object: inout JSONObjectReader) throws {
    inner = try object.required("inner")
    unknownMembers = try object.unknownMembers()
  }

  func write(to object: inout JSONObjectWriter) { object.required("inner", inner) }
}
