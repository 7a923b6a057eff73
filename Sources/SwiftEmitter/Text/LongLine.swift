/// Breaks a line of source that is too long where swift-format would break it. Only very long names make such lines,
/// so that it may take its time.
///
///     self = .acknowledgementOfReceipt(
///       try Message.AcknowledgementOfReceipt(from: &json)
///     )
enum LongLine {
  /// A line, and the columns in front of it.
  typealias Line = (indentation: Int, text: String)

  /// Names do not make longer lines, and texts are not broken.
  private static let maximumBytes = 10_000

  /// The lines that a line is broken into; the line itself where there is no place to break it.
  static func lines(_ text: String, indentation: Int) -> [Line] {
    // What is inside of an interpolation may hold quotes, and is none of the long names' doing.
    guard !fits(text, indentation), text.utf8.count < maximumBytes, !hasInterpolation(text) else {
      return [(indentation, text)]
    }
    let line = ScannedLine(text)
    let broken: [Line]? =
      if text.hasSuffix(" {") {
        header(ScannedLine(String(text.dropLast(2))), indentation)
      } else if text.hasPrefix("case ") {
        switchCase(line, indentation) ?? call(line, indentation)
      } else {
        assignment(line, indentation) ?? call(line, indentation) ?? closure(line, indentation)
          ?? typed(line, indentation)
      }
    return broken ?? chain(text, indentation)
  }

  private static func hasInterpolation(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "\\")) && text.contains("\\(")
  }

  private static func fits(_ text: String, _ indentation: Int) -> Bool {
    var text = text
    return indentation + text.withUTF8 { $0.columns } <= SourceWriter.width
  }

  // MARK: Statements

  /// `head(argument, argument)` with a line for each argument.
  private static func call(_ line: ScannedLine, _ indentation: Int) -> [Line]? {
    let end = line.text.hasSuffix("),") ? ")," : ")"
    guard line.text.hasSuffix(end), let open = line.opening(ofClosing: line.count - end.count) else { return nil }
    let head = line.text(..<(open + 1))
    guard fits(head, indentation) else { return nil }
    let arguments = ScannedLine(line.text((open + 1)..<(line.count - end.count))).split(", ")
    let middle = arguments.enumerated().flatMap { position, argument in
      lines(argument + (position == arguments.count - 1 ? "" : ","), indentation: indentation + 2)
    }
    return [(indentation, head)] + middle + [(indentation, end)]
  }

  /// `head { statement }` with the statement on a line of its own.
  private static func closure(_ line: ScannedLine, _ indentation: Int) -> [Line]? {
    guard line.text.hasSuffix(" }"), let open = line.opening(ofClosing: line.count - 1) else { return nil }
    return [(indentation, line.text(...open))]
      + lines(line.text((open + 2)..<(line.count - 2)), indentation: indentation + 2) + [(indentation, "}")]
  }

  /// `name = value`, broken inside of the value if its start fits, else behind the sign.
  private static func assignment(_ line: ScannedLine, _ indentation: Int) -> [Line]? {
    guard let sign = line.first(" = "), line.first(": ").map({ $0 > sign }) ?? true else { return nil }
    return call(line, indentation)
      ?? [(indentation, line.text(..<(sign + 2)))]
      + lines(line.text((sign + 3)...), indentation: indentation + 2)
  }

  /// The patterns of a `switch`; `nil` for the case of an enumeration.
  private static func switchCase(_ line: ScannedLine, _ indentation: Int) -> [Line]? {
    if let colon = line.first(": ") {
      return lines(line.text(...colon), indentation: indentation)
        + lines(line.text((colon + 2)...), indentation: indentation + 2)
    }
    guard line.text.hasSuffix(":") else { return nil }
    guard let condition = line.first(" where ") else {
      let patterns = ScannedLine(String(line.text.dropFirst(5))).split(", ")
      return filled(patterns, start: "case ", indentation, continuation: indentation + 2)
    }
    let start = line.text((condition + 1)...)
    guard start.hasSuffix("]):"), let open = start.firstIndex(of: "[") else { return nil }
    let elements = ScannedLine(String(start[start.index(after: open)...].dropLast(3))).split(", ")
    return [(indentation, line.text(..<condition)), (indentation, String(start[...open]))]
      + filled(
        elements.dropLast() + [(elements.last ?? "") + ","],
        start: "",
        indentation + 2,
        continuation: indentation + 2
      )
      + [(indentation, "]):")]
  }

  /// As many elements on each line as fit.
  private static func filled(_ elements: [String], start: String, _ indentation: Int, continuation: Int) -> [Line] {
    var lines: [Line] = [(indentation, start + (elements.first ?? ""))]
    for element in elements.dropFirst() {
      let (column, text) = lines[lines.count - 1]
      if fits("\(text), \(element)", column + (element == elements.last ? 0 : 1)) {
        lines[lines.count - 1].text = "\(text), \(element)"
      } else {
        lines[lines.count - 1].text += ","
        lines.append((continuation, element))
      }
    }
    return lines
  }

  // MARK: Declarations

  /// What stands in front of an opening brace.
  private static func header(_ line: ScannedLine, _ indentation: Int) -> [Line]? {
    let brace: [Line] = [(indentation, "{")]
    if let arrow = line.first(" -> ") { return result(line, arrow, indentation) }
    guard !fits(line.text, indentation) else { return [(indentation, line.text)] + brace }
    let parts = line.split(", ")
    guard parts.count > 1 else { return typed(line, indentation).map { $0 + brace } }
    return parts.enumerated().map { position, part in
      (indentation + (position == 0 ? 0 : 2), part + (position == parts.count - 1 ? "" : ","))
    } + brace
  }

  /// The head of a function with the type of its result.
  private static func result(_ line: ScannedLine, _ arrow: Int, _ indentation: Int) -> [Line]? {
    let type = line.text((arrow + 4)...)
    if type.hasSuffix(">"), let open = line.opening(ofClosing: line.count - 1), open > arrow {
      let head = line.text(...open)
      guard fits(head, indentation) else { return nil }
      let inner = line.text((open + 1)..<(line.count - 1))
      return [(indentation, head)] + chain(inner, indentation + 2) + [(indentation, "> {")]
    }
    if type.hasPrefix("[") {
      let lines = chain(line.text, indentation)
      if lines.count > 1 { return lines + [(indentation, "{")] }
    }
    return [(indentation, line.text(..<arrow))] + chain("-> \(type)", indentation + 2) + [(indentation, "{")]
  }

  /// `name: Type`: parameters are broken inside of the type, properties behind the colon.
  private static func typed(_ line: ScannedLine, _ indentation: Int) -> [Line]? {
    guard let colon = line.first(": ") else { return nil }
    if !line.text.contains("var "), !line.text.contains("struct ") {
      let lines = chain(line.text, indentation)
      if lines.allSatisfy({ fits($0.text, $0.indentation) }) { return lines }
    }
    return [(indentation, line.text(...colon))] + chain(line.text((colon + 2)...), indentation + 2)
  }

  /// A type: the argument of a generic one on a line of its own, one inside of others broken in front of a point.
  private static func chain(_ text: String, _ indentation: Int) -> [Line] {
    guard !fits(text, indentation) else { return [(indentation, text)] }
    let line = ScannedLine(text)
    if text.hasSuffix(">"), let open = line.opening(ofClosing: line.count - 1) {
      let argument = line.text((open + 1)..<(line.count - 1))
      return [(indentation, line.text(...open))] + chain(argument, indentation + 2) + [(indentation, ">")]
    }
    guard let point = line.lastPoint(before: max(0, SourceWriter.width - indentation))
    else { return [(indentation, text)] }
    return [(indentation, line.text(..<point))]
      + chain(line.text(point...), indentation + 2).map { (indentation + 2, $0.text) }
  }
}
