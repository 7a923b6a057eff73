/// Boxes the properties through which a struct would otherwise hold a value of its own type.
///
/// Arrays and dictionaries keep their elements elsewhere, and unions are indirect, so only properties that hold another
/// struct directly can form such a circle.
enum RecursionPass {
  /// The declarations, with `isBoxed` set on every property that closes a circle of structs.
  static func apply(to declarations: [PlannedDeclaration]) -> [PlannedDeclaration] {
    var edges: [TypeName: [TypeName]] = [:]
    visit(declarations) { declaration in
      guard case .object(let object) = declaration.kind else { return }
      edges[declaration.name] = object.properties.compactMap(\.heldStruct)
    }
    let circles = components(of: edges)
    return declarations.map { boxed($0, circles) }
  }

  private static func visit(_ declarations: [PlannedDeclaration], _ body: (PlannedDeclaration) -> Void) {
    for declaration in declarations {
      body(declaration)
      visit(declaration.nested, body)
    }
  }

  private static func boxed(_ declaration: PlannedDeclaration, _ circles: [TypeName: Int]) -> PlannedDeclaration {
    var declaration = declaration
    declaration.nested = declaration.nested.map { boxed($0, circles) }
    guard case .object(var object) = declaration.kind, let circle = circles[declaration.name] else {
      return declaration
    }
    for position in object.properties.indices {
      guard let held = object.properties[position].heldStruct, circles[held] == circle else { continue }
      object.properties[position].isBoxed = true
    }
    declaration.kind = .object(object)
    return declaration
  }

  /// A number for every type that can reach itself; types that reach each other share one (Tarjan's algorithm).
  private static func components(of edges: [TypeName: [TypeName]]) -> [TypeName: Int] {
    var state = Tarjan(edges: edges)
    for name in edges.keys.sorted(by: { $0.path.lexicographicallyPrecedes($1.path) }) { state.search(from: name) }
    return state.circles
  }
}

/// Strongly connected components, without recursion: a document decides how deep the graph is.
private struct Tarjan {
  let edges: [TypeName: [TypeName]]
  var circles: [TypeName: Int] = [:]
  private var order: [TypeName: Int] = [:]
  private var low: [TypeName: Int] = [:]
  private var stack: [TypeName] = []
  private var onStack: Set<TypeName> = []

  init(edges: [TypeName: [TypeName]]) { self.edges = edges }

  mutating func search(from root: TypeName) {
    guard order[root] == nil else { return }
    var work: [(name: TypeName, next: Int)] = []
    enter(root)
    work.append((root, 0))
    while let (name, next) = work.last {
      let targets = edges[name] ?? []
      if next < targets.count {
        work[work.count - 1].next += 1
        let target = targets[next]
        if order[target] == nil {
          enter(target)
          work.append((target, 0))
        } else if onStack.contains(target) {
          low[name] = min(low[name] ?? 0, order[target] ?? 0)
        }
      } else {
        work.removeLast()
        if let parent = work.last?.name { low[parent] = min(low[parent] ?? 0, low[name] ?? 0) }
        if low[name] == order[name] { close(name) }
      }
    }
  }

  private mutating func enter(_ name: TypeName) {
    order[name] = order.count
    low[name] = order[name]
    stack.append(name)
    onStack.insert(name)
  }

  private mutating func close(_ name: TypeName) {
    var members: [TypeName] = []
    while let member = stack.popLast() {
      onStack.remove(member)
      members.append(member)
      if member == name { break }
    }
    let isCircle = members.count > 1 || (edges[name] ?? []).contains(name)
    guard isCircle else { return }
    for member in members { circles[member] = order[name] }
  }
}

extension PlannedProperty {
  /// The struct that the property holds in place, if it does.
  fileprivate var heldStruct: TypeName? {
    if case .named(let name) = type { name } else { nil }
  }
}
