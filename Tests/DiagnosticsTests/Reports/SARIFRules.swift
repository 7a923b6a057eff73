import Foundation

/// What the schema of SARIF 2.1.0 asks of the objects that a report consists of: the members that an object may have
/// (the schema allows no others), those that it must have, and their values.
enum SARIFRules {
  private struct Rule: Sendable {
    var required: Set<String> = []
    var members: [String: Kind]
  }

  private indirect enum Kind: Sendable {
    case text
    case uri
    case number(least: Int)
    case oneOf(Set<String>)
    case object(String)
    case list(Kind)
  }

  private static let levels: Set = ["none", "note", "warning", "error"]

  private static let rules: [String: Rule] = [
    "log": Rule(
      required: ["version", "runs"],
      members: ["$schema": .uri, "version": .oneOf(["2.1.0"]), "runs": .list(.object("run"))]
    ),
    "run": Rule(
      required: ["tool"],
      members: [
        "tool": .object("tool"), "results": .list(.object("result")),
        "columnKind": .oneOf(["utf16CodeUnits", "unicodeCodePoints"]),
      ]
    ),
    "tool": Rule(required: ["driver"], members: ["driver": .object("component")]),
    "component": Rule(required: ["name"], members: ["name": .text, "rules": .list(.object("descriptor"))]),
    "descriptor": Rule(
      required: ["id"],
      members: [
        "id": .text, "shortDescription": .object("message"), "fullDescription": .object("message"),
        "help": .object("message"), "defaultConfiguration": .object("configuration"),
      ]
    ),
    "configuration": Rule(members: ["level": .oneOf(levels)]),
    "message": Rule(required: ["text"], members: ["text": .text, "markdown": .text]),
    "result": Rule(
      required: ["message"],
      members: [
        "ruleId": .text, "ruleIndex": .number(least: -1), "level": .oneOf(levels), "message": .object("message"),
        "locations": .list(.object("location")), "relatedLocations": .list(.object("location")),
      ]
    ),
    "location": Rule(members: ["physicalLocation": .object("physicalLocation"), "message": .object("message")]),
    "physicalLocation": Rule(
      required: ["artifactLocation"],
      members: ["artifactLocation": .object("artifactLocation"), "region": .object("region")]
    ),
    "artifactLocation": Rule(members: ["uri": .uri, "uriBaseId": .text]),
    "region": Rule(
      members: [
        "startLine": .number(least: 1), "startColumn": .number(least: 1), "endLine": .number(least: 1),
        "endColumn": .number(least: 1),
      ]
    ),
  ]

  /// What is wrong with a log, with the places.
  static func faults(_ log: [String: Any]) -> [String] { faults(log, as: .object("log"), at: "$") }

  private static func faults(_ value: Any, as kind: Kind, at place: String) -> [String] {
    switch kind {
    case .text:
      return (value as? String)?.isEmpty == false ? [] : ["\(place) is not text"]
    case .uri:
      let allowed = CharacterSet(charactersIn: "-._~:/?#[]@!$&'()*+,;=%").union(.alphanumerics)
      let text = value as? String ?? " "
      let isURI = text.unicodeScalars.allSatisfy { $0.isASCII && allowed.contains($0) }
      return isURI && !text.hasPrefix("./") ? [] : ["\(place) is not a URI"]
    case .number(let least):
      return (value as? Int).map { $0 >= least } == true ? [] : ["\(place) is not a number from \(least)"]
    case .oneOf(let values):
      return (value as? String).map(values.contains) == true ? [] : ["\(place) is none of \(values.sorted())"]
    case .list(let kind):
      guard let list = value as? [Any] else { return ["\(place) is not a list"] }
      return list.enumerated().flatMap { faults($1, as: kind, at: "\(place)[\($0)]") }
    case .object(let name):
      guard let object = value as? [String: Any], let rule = rules[name] else { return ["\(place) is not an object"] }
      return rule.required.subtracting(object.keys).map { "\(place) lacks \($0)" }
        + object.flatMap { key, value in
          rule.members[key].map { faults(value, as: $0, at: "\(place).\(key)") } ?? ["\(place) must not have \(key)"]
        }
    }
  }
}
