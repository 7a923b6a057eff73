import RecastDiagnostics
import RecastOpenAPIDocument

/// Which components include which others by `allOf`.
struct SchemaFamilies {
  private var children: [String: [String]] = [:]
  private var parents: [String: [String]] = [:]

  init(_ components: [Components.Named<SchemaOrReference>], _ index: ComponentIndex) {
    // References that lead nowhere are reported where they are followed to some end.
    var ignored = DiagnosticLog()
    for component in components {
      guard case .schema(let schema) = component.object else { continue }
      for case .reference(let reference, _) in schema.allOf {
        guard let parent = index.schema(reference, log: &ignored)?.name, parent != component.name else { continue }
        children[parent, default: []].append(component.name)
        parents[component.name, default: []].append(parent)
      }
    }
  }

  /// Components that include the given one, directly or through others, in document order as far as it goes.
  func descendants(of name: String) -> [String] { Self.all(beyond: name, children) }

  /// Components that the given one includes, directly or through others, nearest first.
  func ancestors(of name: String) -> [String] { Self.all(beyond: name, parents) }

  private static func all(beyond name: String, _ next: [String: [String]]) -> [String] {
    var found: [String] = []
    var seen: Set<String> = [name]
    var waiting = next[name] ?? []
    var position = 0
    while position < waiting.count {
      let current = waiting[position]
      position += 1
      guard seen.insert(current).inserted else { continue }
      found.append(current)
      waiting += next[current] ?? []
    }
    return found
  }
}

extension TypePlanner {
  /// The components that a component with a discriminator and no alternatives stands for: those that include it, or
  /// that its mapping names. Where the parent is referred to, any of them may come.
  mutating func family(
    of component: String,
    _ written: Schema,
    _ merged: Schema
  ) -> (children: [SchemaOrReference], base: Schema)? {
    guard let discriminator = written.ownDiscriminator, merged.oneOf.isEmpty, !merged.properties.isEmpty else {
      return nil
    }
    var seen: Set<String> = [component]
    var members: [SchemaOrReference] = []
    for entry in discriminator.mapping {
      guard let target = index.schema(entry.target, log: &log), seen.insert(target.name).inserted else { continue }
      members.append(.reference(entry.target, .init()))
    }
    for child in families.descendants(of: component) where seen.insert(child).inserted {
      members.append(.reference(Reference(toSchema: child, span: discriminator.span), .init()))
    }
    guard !members.isEmpty else { return nil }
    var base = merged
    base.discriminator = nil
    base.title = nil
    base.nullable = false
    base.extensions.name = nil
    return (members, base)
  }

  /// Whether a component includes one that stands for it among others: there its members are meant, not the choice.
  func isChild(_ component: String?, of parent: String) -> Bool {
    guard let component, self.component(parent)?.ownDiscriminator != nil else { return false }
    return families.descendants(of: parent).contains(component)
  }

  /// The discriminator of the nearest component that all of several ones include: it tells them apart as well.
  func inheritedDiscriminator(of components: [String]) -> Discriminator? {
    guard components.count > 1, let first = components.first else { return nil }
    let others = components.dropFirst().map { Set(families.ancestors(of: $0)) }
    return families.ancestors(of: first).lazy
      .filter { ancestor in others.allSatisfy { $0.contains(ancestor) } }
      .compactMap { self.component($0)?.ownDiscriminator }
      .first
  }
}

extension Schema {
  /// The discriminator that the schema states itself, be it in a part that it does not share with others.
  fileprivate var ownDiscriminator: Discriminator? {
    if let discriminator { return discriminator }
    for case .schema(let part) in allOf {
      if let discriminator = part.discriminator { return discriminator }
    }
    return nil
  }
}
