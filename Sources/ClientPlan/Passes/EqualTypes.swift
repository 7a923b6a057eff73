import RecastDiagnostics

extension TypePlanner {
  /// Puts one type of a schema written in place where another equal one is: the other one is declared no more.
  ///
  /// - Returns: `false`, and nothing happens, when the types are not equal or one of them is a component.
  mutating func mergeIfEqual(_ duplicate: TypeReference, into original: TypeReference) -> Bool {
    guard signature(duplicate) == signature(original) else { return false }
    merge(duplicate, into: original, depth: 0)
    return true
  }

  /// What a type is, whatever its name: two types of schemas written in place with one signature are interchangeable.
  func signature(_ type: TypeReference) -> String {
    var seen: [TypeName] = []
    return signature(type, &seen)
  }

  private func signature(_ type: TypeReference, _ seen: inout [TypeName]) -> String {
    switch type {
    case .array(let element): return "[\(signature(element, &seen))]"
    case .map(let value): return "[:\(signature(value, &seen))]"
    case .nullable(let value): return "\(signature(value, &seen))?"
    case .stringEncoded(let value): return "\"\(signature(value, &seen))\""
    case .named(let name):
      guard !isComponent(name), let declaration = declared[name] else {
        return name.path.map(\.text).joined(separator: ".")
      }
      if let position = seen.firstIndex(of: name) { return "#\(position)" }
      seen.append(name)
      return signature(declaration, &seen)
    default: return "\(type)"
    }
  }

  private func signature(_ declaration: PlannedDeclaration, _ seen: inout [TypeName]) -> String {
    switch declaration.kind {
    case .object(let object):
      let members = object.properties.map { property in
        let value = property.defaultValue.map { "=\($0)" } ?? ""
        return "\(property.wireName.debugDescription):\(property.presence)\(property.isConstant)\(value)"
          + signature(property.type, &seen)
      }
      let additional = object.additional.map { "+" + signature($0, &seen) } ?? ""
      return "{\(members.joined(separator: ","))\(additional)}"
    case .enumeration(let enumeration):
      return "<\(enumeration.rawType):\(enumeration.cases.map(\.rawValue.debugDescription).joined(separator: ","))>"
    case .union(let union):
      let cases = union.cases.map { "\($0.match)" + signature($0.type, &seen) }
      return "(\(union.discriminator.debugDescription)\(cases.joined(separator: "|")))"
    }
  }

  /// Walks two types that are equal: what the duplicate expresses in the document, the original does as well now.
  private mutating func merge(_ duplicate: TypeReference, into original: TypeReference, depth: Int) {
    switch (duplicate, original) {
    case (.array(let left), .array(let right)), (.map(let left), .map(let right)),
      (.nullable(let left), .nullable(let right)):
      merge(left, into: right, depth: depth + 1)
    case (.named(let left), .named(let right)):
      guard left != right, let removed = declared[left] else { return }
      remove(left, replacedBy: right)
      for (left, right) in zip(removed.members, declared[right]?.members ?? []) {
        merge(left, into: right, depth: depth + 1)
      }
    default: break
    }
  }
}

extension PlannedDeclaration {
  /// The types of everything inside, in order.
  fileprivate var members: [TypeReference] {
    switch kind {
    case .object(let object): object.properties.map(\.type) + (object.additional.map { [$0] } ?? [])
    case .enumeration: []
    case .union(let union): union.cases.map(\.type)
    }
  }
}
