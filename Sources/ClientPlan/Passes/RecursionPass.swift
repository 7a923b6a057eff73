/// Boxes the properties through which a struct would otherwise hold a value of its own type.
///
/// Arrays and dictionaries keep their elements elsewhere, and unions are indirect, so only properties that hold another
/// struct directly can form such a circle.
enum RecursionPass {
  /// The declarations, with `isBoxed` set on every property that closes a circle of structs.
  static func apply(to declarations: consuming [PlannedDeclaration]) -> [PlannedDeclaration] {
    var edges: [TypeName: [TypeName]] = [:]
    visit(declarations) { declaration in
      guard case .object(let object) = declaration.kind else { return }
      edges[declaration.name] = object.properties.compactMap(\.heldStruct)
    }
    let circles = components(of: edges)
    guard !circles.isEmpty else { return declarations }
    box(&declarations, circles)
    return declarations
  }

  private static func visit(_ declarations: [PlannedDeclaration], _ body: (PlannedDeclaration) -> Void) {
    for declaration in declarations {
      body(declaration)
      visit(declaration.nested, body)
    }
  }

  private static func box(_ declarations: inout [PlannedDeclaration], _ circles: [TypeName: Int]) {
    for index in declarations.indices {
      box(&declarations[index].nested, circles)
      guard let circle = circles[declarations[index].name], case .object(var object) = declarations[index].kind
      else { continue }
      for position in object.properties.indices {
        guard let held = object.properties[position].heldStruct, circles[held] == circle else { continue }
        object.properties[position].isBoxed = true
      }
      declarations[index].kind = .object(object)
    }
  }

  /// A number for every type that can reach itself; types that reach each other share one.
  private static func components(of edges: [TypeName: [TypeName]]) -> [TypeName: Int] {
    // Types that hold no others are in no circle, and numbers are compared faster than names.
    let names = edges.filter { !$0.value.isEmpty }.keys.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    var search = Tarjan(edges: names.map { name in (edges[name] ?? []).compactMap { numbers[$0] } })
    for number in names.indices { search.search(from: number) }
    return Dictionary(uniqueKeysWithValues: search.circles.map { (names[$0.key], $0.value) })
  }
}

/// Strongly connected components (Tarjan's algorithm), without recursion: a document decides how deep the graph is.
private struct Tarjan {
  let edges: [[Int]]
  var circles: [Int: Int] = [:]
  private var order: [Int?]
  private var low: [Int]
  private var entered = 0
  private var stack: [Int] = []
  private var onStack: [Bool]

  init(edges: [[Int]]) {
    self.edges = edges
    order = Array(repeating: nil, count: edges.count)
    low = Array(repeating: 0, count: edges.count)
    onStack = Array(repeating: false, count: edges.count)
  }

  mutating func search(from root: Int) {
    guard order[root] == nil else { return }
    var work: [(node: Int, next: Int)] = []
    enter(root)
    work.append((root, 0))
    while let (node, next) = work.last {
      if next < edges[node].count {
        work[work.count - 1].next += 1
        let target = edges[node][next]
        if let place = order[target] {
          if onStack[target] { low[node] = min(low[node], place) }
        } else {
          enter(target)
          work.append((target, 0))
        }
      } else {
        work.removeLast()
        if let parent = work.last?.node { low[parent] = min(low[parent], low[node]) }
        if low[node] == order[node] { close(node) }
      }
    }
  }

  private mutating func enter(_ node: Int) {
    order[node] = entered
    low[node] = entered
    entered += 1
    stack.append(node)
    onStack[node] = true
  }

  private mutating func close(_ node: Int) {
    var members: [Int] = []
    while let member = stack.popLast() {
      onStack[member] = false
      members.append(member)
      if member == node { break }
    }
    let isCircle = members.count > 1 || edges[node].contains(node)
    guard isCircle else { return }
    for member in members { circles[member] = node }
  }
}

extension PlannedProperty {
  /// The struct that the property holds in place, if it does.
  fileprivate var heldStruct: TypeName? {
    if case .named(let name) = type { name } else { nil }
  }
}
