import RecastDiagnostics
import RecastYAMLReader

/// A place that a reference leads to.
struct ReferencePlace {
  /// The path of the file.
  let file: String
  /// The JSON pointer in the file, without escapes.
  let tokens: [String]
  /// What stands there.
  let node: YAMLNode
  /// The key that it stands under, or else the value.
  let span: SourceSpan

  /// What kind of object the place is for, as far as its tokens say.
  var kind: Components.Kind? {
    if tokens.count >= 3, tokens[0] == "components" {
      return tokens.count == 3 ? Components.Kind(rawValue: tokens[1]) : nil
    }
    guard tokens.first == "paths", !tokens.contains("schema"), let last = tokens.last else { return nil }
    if last == "requestBody" { return .requestBodies }
    switch tokens.dropLast().last {
    case "responses": return .responses
    case "parameters": return .parameters
    case "headers": return .headers
    case "content": return .mediaTypes
    default: return nil
    }
  }
}

/// Why a reference leads nowhere.
enum ReferenceFailure: Error {
  /// It names an address on a network.
  case address
  /// There is no such file, for a reason that may be known.
  case noFile(String, reason: String?)
  /// The file cannot be understood, which was reported.
  case unreadable(String)
  /// A value of the file has no such part.
  case noPlace(missing: String, in: YAMLNode?)
  /// References on the way lead back to each other.
  case circular
}

extension ReferenceTable {
  /// References inside references deeper than this are no document that anybody writes.
  private static let mostSteps = 50

  /// The place that a reference leads to.
  mutating func place(
    of text: ReferenceText,
    at span: SourceSpan,
    steps: Int = 0,
    log: inout DiagnosticLog
  ) throws(ReferenceFailure) -> ReferencePlace {
    guard steps < Self.mostSteps else { throw .circular }
    let path = files.path(of: text.isAddress ? "" : text.file, from: span)
    if let node = identified(text, path, log: &log) {
      if case .root = text.place { return place(of: node, called: TargetName.stem(of: text.file), in: path) }
      return try follow(text, from: node, in: path, steps: steps, log: &log)
    }
    if text.isAddress { throw .address }
    if text.file.hasPrefix("/") { throw .noFile(text.file, reason: "it is an absolute path") }
    guard let root = files.root(path, log: &log) else {
      throw files.isPresent(path) ? .unreadable(path) : .noFile(path, reason: files.refusal(of: path))
    }
    return try follow(text, from: root, in: path, steps: steps, log: &log)
  }

  /// The schema or document that calls itself by the address in a reference.
  private mutating func identified(_ text: ReferenceText, _ path: String, log: inout DiagnosticLog) -> YAMLNode? {
    guard !text.file.isEmpty, text.isAddress || !files.isPresent(path) else { return nil }
    return files.labelled(text.file, in: files.mainPath, log: &log)
  }

  private mutating func follow(
    _ text: ReferenceText,
    from root: YAMLNode,
    in path: String,
    steps: Int,
    log: inout DiagnosticLog
  ) throws(ReferenceFailure) -> ReferencePlace {
    switch text.place {
    case .root: return ReferencePlace(file: path, tokens: [], node: root, span: root.span)
    case .pointer(let tokens):
      do {
        return try walk(files.tokens(tokens, in: path), from: root, in: path, steps: steps, log: &log)
      } catch {
        // What the upgrade has moved into a body stands where it stood in the file itself.
        guard case .noPlace = error, let old = files.original(path),
          let place = try? walk(tokens, from: old, in: path, steps: steps, log: &log)
        else { throw error }
        return place
      }
    case .anchor(let name):
      guard let node = files.labelled(name, in: path, log: &log) else {
        throw .noPlace(missing: name, in: nil)
      }
      return place(of: node, called: name, in: path)
    }
  }

  /// The place of a schema that was found by the name that it gives itself; it may be a component all the same.
  mutating func place(of node: YAMLNode, called name: String, in path: String) -> ReferencePlace {
    let component = componentName(of: node).map { ["components", Components.Kind.schemas.rawValue, $0] }
    let file = component == nil ? path : files.mainPath
    return ReferencePlace(file: file, tokens: component ?? [name], node: node, span: node.span)
  }

  /// Goes down from a node, token by token; a reference on the way is followed.
  private mutating func walk(
    _ tokens: [String],
    from root: YAMLNode,
    in path: String,
    steps: Int,
    log: inout DiagnosticLog
  ) throws(ReferenceFailure) -> ReferencePlace {
    var place = ReferencePlace(file: path, tokens: [], node: root, span: root.span)
    var position = 0
    var steps = steps
    while position < tokens.count {
      if let (entry, used) = Self.child(of: place.node, tokens[position...]) {
        place = ReferencePlace(
          file: place.file,
          tokens: place.tokens + [tokens[position..<position + used].joined(separator: "/")],
          node: entry.node,
          span: entry.span
        )
        position += used
      } else if tokens[position] == "schema", let content = place.node.entry("content")?.value.entries.first {
        // Where Swagger 2.0 had the schema of a body.
        let next = place.tokens + ["content", content.key]
        place = ReferencePlace(file: place.file, tokens: next, node: content.value, span: content.keySpan)
      } else if let reference = place.node["$ref"], let next = reference.string {
        steps += 1
        place = try self.place(of: ReferenceText(next), at: reference.span, steps: steps, log: &log)
      } else {
        throw .noPlace(missing: tokens[position], in: place.node)
      }
    }
    return place
  }

  /// More slashes than this in one key are no document that anybody writes.
  private static let mostJoined = 8

  /// The child under the first token, or under several joined by slashes that somebody forgot to escape.
  private static func child(
    of node: YAMLNode,
    _ tokens: ArraySlice<String>
  ) -> (entry: (node: YAMLNode, span: SourceSpan), used: Int)? {
    guard let first = tokens.first else { return nil }
    if node.kind == .sequence {
      guard let index = Int(first), node.items.indices.contains(index) else { return nil }
      return ((node.items[index], node.items[index].span), 1)
    }
    var key = first
    for used in 1...min(tokens.count, mostJoined) {
      if used > 1 { key += "/" + tokens[tokens.startIndex + used - 1] }
      if let entry = node.entry(key) { return ((entry.value, entry.keySpan), used) }
    }
    return nil
  }
}
