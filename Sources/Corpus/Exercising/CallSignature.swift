import RecastClientPlan

/// The parameters of a factory as its generated source declares them: what a caller sees, whatever the plan meant.
struct CallSignature: Sendable {
  /// A parameter.
  struct Parameter: Sendable {
    let label: String
    let type: String
    let hasDefault: Bool

    /// Whether a call may leave it out.
    var isOptional: Bool { type.hasSuffix("?") }
  }

  let parameters: [Parameter]

  /// Finds the factory of a name in the source of a file.
  init?(_ name: String, in source: String) {
    let starts = ["static func \(name)(", "static func `\(name)`("].compactMap { source.range(of: $0)?.upperBound }
    guard let start = starts.first, let list = Self.pieces(source[start...]) else { return nil }
    parameters = list.compactMap(Self.parameter)
  }

  /// The text up to the closing parenthesis, split at the commas between parameters.
  private static func pieces(_ source: Substring) -> [Substring]? {
    var pieces: [Substring] = []
    var depth = 0
    var isInString = false
    var start = source.startIndex
    for index in source.indices {
      switch source[index] {
      case "\"": isInString.toggle()
      case _ where isInString: break
      case "(", "[", "<": depth += 1
      case ")" where depth == 0:
        pieces.append(source[start..<index])
        return pieces
      case ")", "]", ">": depth -= 1
      case "," where depth == 0:
        pieces.append(source[start..<index])
        start = source.index(after: index)
      default: break
      }
    }
    return nil
  }

  private static func parameter(_ text: Substring) -> Parameter? {
    let halves = text.split(separator: ":", maxSplits: 1)
    guard halves.count == 2, let label = halves[0].split(whereSeparator: \.isWhitespace).first else { return nil }
    let type = halves[1].split(separator: "=", maxSplits: 1)
    guard let name = type.first else { return nil }
    return Parameter(
      label: label.filter { $0 != "`" },
      type: name.filter { !$0.isWhitespace },
      hasDefault: type.count == 2
    )
  }
}
