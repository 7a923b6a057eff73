import RecastDiagnostics
import RecastOpenAPIDocument

/// Which components include which others by `allOf`.
struct SchemaFamilies {
  private var children: [String: [String]] = [:]

  init(_ components: [Components.Named<SchemaOrReference>], _ index: ComponentIndex) {
    // References that lead nowhere are reported where they are followed to some end.
    var ignored = DiagnosticLog()
    for component in components {
      guard case .schema(let schema) = component.object else { continue }
      for case .reference(let reference, _) in schema.allOf {
        guard let parent = index.schema(reference, log: &ignored)?.name, parent != component.name else { continue }
        children[parent, default: []].append(component.name)
      }
    }
  }

  /// Components that include the given one, directly or through others, in document order as far as it goes.
  func descendants(of name: String) -> [String] {
    var found: [String] = []
    var seen: Set<String> = [name]
    var waiting = children[name] ?? []
    var position = 0
    while position < waiting.count {
      let next = waiting[position]
      position += 1
      guard seen.insert(next).inserted else { continue }
      found.append(next)
      waiting += children[next] ?? []
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
    guard let discriminator = written.discriminator, merged.oneOf.isEmpty, !merged.properties.isEmpty else {
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
    guard let component, self.component(parent)?.discriminator != nil else { return false }
    return families.descendants(of: parent).contains(component)
  }
}
