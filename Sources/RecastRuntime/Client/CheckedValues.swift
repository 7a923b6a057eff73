/// Where a value stands in a request.
struct CheckedPlace: Hashable {
  var steps: [JSONError.PathComponent]

  /// As people write it: `form.constraints[0].end_date`.
  var description: String { JSONError(.invalidValue, "", path: steps).pathDescription }
}

/// Finds the values that a rule is about.
struct CheckedValues {
  /// The body, if it is JSON.
  let body: JSONValue?
  /// The query parameters by name.
  let query: [String: [String]]

  /// A value with its place; an absent one where a pointer leads to nothing.
  struct Found {
    var place: CheckedPlace
    /// Nil for absent and for null.
    var value: JSONValue?
  }

  /// What is found for one item of an array, or for the request as a whole.
  struct Group {
    /// The values that the rule is about, in the order of its places.
    var members: [Found]
    /// The values that decide whether the rule holds.
    var decisive: [Found]
  }

  /// The values at several places, taken together: where pointers with a `*` begin with the same steps, the same items
  /// of an array are meant by it. What stands elsewhere is compared with each item.
  func groups(_ places: [String], condition: String?) -> [Group] {
    let pointers = places.filter { !$0.hasPrefix("?") }.map(Self.tokens).filter { $0.contains("*") }
    let common = pointers.dropFirst().reduce(pointers.first ?? []) { shared, tokens in
      Array(zip(shared, tokens).prefix { $0 == $1 }.map(\.0))
    }
    // The last wildcard that all share is as far as they go together.
    let shared = common.lastIndex(of: "*").map { Array(common.prefix($0 + 1)) } ?? []
    let whole = Found(place: CheckedPlace(steps: []), value: body)
    return follow(shared[...], from: whole).map { root in
      func values(_ place: String) -> [Found] {
        if place.hasPrefix("?") { return [parameter(place)] }
        let tokens = Self.tokens(place)
        return tokens.starts(with: shared)
          ? follow(tokens.dropFirst(shared.count), from: root) : follow(tokens[...], from: whole)
      }
      return Group(members: places.flatMap(values), decisive: condition.map(values) ?? [])
    }
  }

  private static func tokens(_ pointer: String) -> [String] {
    pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  private func parameter(_ place: String) -> Found {
    let name = String(place.dropFirst())
    let values = query[name] ?? []
    return Found(
      place: CheckedPlace(steps: [.member(name)]),
      value: values.isEmpty ? nil : values.count == 1 ? .string(values[0]) : .array(values.map { .string($0) })
    )
  }

  private func follow(_ tokens: ArraySlice<String>, from found: Found) -> [Found] {
    guard let token = tokens.first else { return [found] }
    let rest = tokens.dropFirst()
    guard token == "*" else {
      let value = found.value?[token]
      let place = found.place.appending(.member(token))
      return follow(rest, from: Found(place: place, value: value?.isNull == true ? nil : value))
    }
    switch found.value {
    case .array(let items)?:
      return items.enumerated().flatMap { position, item in
        follow(rest, from: Found(place: found.place.appending(.index(position)), value: item))
      }
    case .object(let members)?:
      return members.flatMap { name, member in
        follow(rest, from: Found(place: found.place.appending(.member(name)), value: member))
      }
    default: return []
    }
  }
}

extension CheckedPlace {
  fileprivate func appending(_ step: JSONError.PathComponent) -> CheckedPlace { CheckedPlace(steps: steps + [step]) }
}
