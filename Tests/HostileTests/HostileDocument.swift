import Foundation
import RecastClientGenerator
import RecastDiagnostics
import RecastFuzz
import Testing

/// A document that has text in every position that a document has text in, with a name for each of them.
enum HostileDocument {
  /// What the text of a position may change in the client.
  enum Effect: Sendable {
    /// Literals and documentation.
    case text
    /// Names of declarations, too.
    case names
    /// What is declared, too: the text decides what the part means.
    case meaning
  }

  /// A place in the document that holds text.
  struct Position: Sendable, CustomTestStringConvertible {
    let name: String
    /// What stands there when nobody means harm.
    let harmless: String
    let effect: Effect

    var testDescription: String { name }
  }

  /// The positions, in the order of the document.
  static let positions: [Position] = {
    template.matches(of: /@\{(\w+)([=~!])([^}|]*)\}/).map { match in
      let effect: Effect = match.output.2 == "=" ? .text : match.output.2 == "~" ? .names : .meaning
      return Position(name: String(match.output.1), harmless: String(match.output.3), effect: effect)
    }
  }()

  /// The document with some of its positions filled.
  static func text(_ texts: [String: String]) -> String {
    template.replacing(/@\{(\w+)(?:([=~!])([^}|]*))?(\|pointer)?\}/) { match in
      let name = String(match.output.1)
      let text = texts[name] ?? harmless[name] ?? ""
      return escaped(match.output.4 == nil ? text : pointer(text))
    }
  }

  /// What comes of a document.
  struct Output {
    /// The client; `nil` when there is none.
    var files: [(path: String, contents: String)]?
    /// What is said of the document.
    var findings: String
  }

  /// What the generator makes of it.
  static func generate(_ texts: [String: String]) -> Output {
    var log = DiagnosticLog()
    let input = GeneratorInput(document: SourceFile(path: "document.json", bytes: Array(text(texts).utf8)))
    let output = Generator.generate(input, log: &log)
    let files = output?.files.map { (path: $0.path, contents: $0.contents) }
    return Output(files: files, findings: DiagnosticRenderer().render(log))
  }

  private static let harmless = Dictionary(
    positions.map { ($0.name, $0.harmless) },
    uniquingKeysWith: { first, _ in first }
  )

  /// Text as the inside of a JSON string.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Text as a step of a JSON pointer in a URI fragment.
  private static func pointer(_ text: String) -> String {
    let step = text.replacing("~", with: "~0").replacing("/", with: "~1")
    return step.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? step
  }
}
