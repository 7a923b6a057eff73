import RecastClientPlan

/// Prints lines of source in the project's layout: two spaces a level, 120 columns.
struct SourceWriter {
  /// The columns of a line.
  static let width = 120

  private var bytes: [UInt8] = []
  private var indentation = 0

  init() { bytes.reserveCapacity(4096) }

  /// What was printed.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Prints a line, or an empty one. One that is too long is broken if that is possible.
  mutating func line(_ code: Code = "") {
    guard indentation + code.bytes.count <= Self.width else {
      for line in LongLine.lines(code.text, indentation: indentation) {
        bytes.append(spaces: line.indentation)
        bytes.append(line.text)
        bytes.append("\n")
      }
      return
    }
    if !code.isEmpty {
      bytes.append(spaces: indentation)
      bytes += code.bytes
    }
    bytes.append("\n")
  }

  /// Prints a documentation comment.
  mutating func doc(_ comment: DocComment) {
    comment.write(to: &bytes, indentation: indentation, width: Self.width)
  }

  /// Prints what stands between braces, a level deeper.
  mutating func block(_ header: Code, _ body: (inout SourceWriter) -> Void) {
    line("\(header) {")
    indented(body)
    line("}")
  }

  /// Prints a statement between braces, on one line if that fits.
  mutating func block(_ header: Code, statement: Code) {
    let single: Code = "\(header) { \(statement) }"
    if indentation + single.columns <= Self.width {
      line(single)
    } else {
      block(header) { $0.line(statement) }
    }
  }

  /// Prints blocks inside each other around one statement: on one line if that fits, else the outermost first on lines
  /// of its own.
  mutating func nested(_ headers: [Code], _ statement: Code) {
    let single = headers.reversed().reduce(statement) { "\($1) { \($0) }" }
    guard let first = headers.first, indentation + single.columns > Self.width else { return line(single) }
    block(first) { $0.nested(Array(headers.dropFirst()), statement) }
  }

  /// Prints a level deeper.
  mutating func indented(_ body: (inout SourceWriter) -> Void) {
    indentation += 2
    body(&self)
    indentation -= 2
  }

  /// Prints an expression on as many lines as it needs.
  mutating func expression(_ expression: Expression, prefix: Code = "") {
    for line in expression.lines(prefix: prefix, indentation: indentation) {
      bytes.append(spaces: indentation + line.indentation)
      bytes += line.code.bytes
      bytes.append("\n")
    }
  }

  /// Prints a function: its head on one line if that fits, else with a line per parameter.
  ///
  ///     public func create(_ form: ReportForm, name: String? = nil) async throws -> Job<Report> {
  ///       …
  ///     }
  mutating func function(
    _ head: Code,
    _ parameters: [Code],
    effects: Code = "",
    _ body: (inout SourceWriter) -> Void
  ) {
    let single: Code = "\(head)(\(.joined(parameters)))\(effects) {"
    if indentation + single.columns <= Self.width || parameters.isEmpty {
      line(single)
    } else {
      line("\(head)(")
      indented { writer in
        for (position, parameter) in parameters.enumerated() {
          writer.line(position == parameters.count - 1 ? parameter : "\(parameter),")
        }
      }
      line(")\(effects) {")
    }
    indented(body)
    line("}")
  }
}
