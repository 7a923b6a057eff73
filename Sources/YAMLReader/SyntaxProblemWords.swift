import RecastDiagnostics

extension SyntaxProblem {
  /// A problem as people would put it.
  struct Words {
    var message: String
    var span: SourceSpan
    /// What is to be seen where the thing begins that was being read.
    var note: String?
    var help: String?
  }

  /// Plain words for libyaml's, by what it was reading.
  func words(in file: SourceFile) -> Words {
    switch context {
    case "while scanning a quoted scalar", "while parsing a quoted scalar": quotedScalarWords(in: file)
    case "while parsing a flow sequence", "while parsing a flow mapping", "while parsing a flow node":
      bracketWords(in: file)
    case "while parsing a block mapping", "while parsing a block collection", "while parsing a block node":
      blockWords(in: file)
    case "while scanning a block scalar": blockScalarWords(in: file)
    case "while scanning for the next token": tokenWords(in: file)
    default: otherWords(in: file)
    }
  }

  private func quotedScalarWords(in file: SourceFile) -> Words {
    let opening = file.character(at: contextOffset)
    let place = file.character(at: offset)
    switch message {
    case "found unexpected end of stream":
      return Words(
        message: "the quoted text that starts here does not end",
        span: opening,
        help: "add the closing \(opening.text)"
      )
    case "found unexpected document indicator":
      return Words(
        message: "a line of `---` or `...` stands inside quoted text",
        span: place,
        note: "the quoted text starts here",
        help: "close the quotes before it, or indent the line"
      )
    case "found unknown escape character":
      let escape = file.span(offset..<offset + 2)
      return Words(
        message: "`\(escape.text)` is not an escape",
        span: escape,
        help: "write `\\\\` for a backslash, or use single quotes"
      )
    case "found invalid Unicode character escape code":
      return Words(
        message: "this escape does not name a character",
        span: place,
        help: "write the character itself, or \\U and its number in eight digits"
      )
    case "did not find expected hexdecimal number":
      return Words(
        message: "this escape needs more hexadecimal digits",
        span: place,
        help: "two digits follow \\x, four \\u, eight \\U"
      )
    default: return otherWords(in: file)
    }
  }

  private func bracketWords(in file: SourceFile) -> Words {
    let opening = file.character(at: contextOffset).text
    let place = file.character(at: offset)
    guard message != "did not find expected node content" else {
      return Words(message: "a value is missing before `\(place.text)`", span: place)
    }
    let (thing, closing) = opening == "{" ? ("mapping", "}") : ("list", "]")
    return Words(
      message: offset >= file.bytes.count
        ? "the \(thing) in `\(opening)` does not end" : "`,` or `\(closing)` is expected here",
      span: place,
      note: "the \(thing) starts here",
      help: "close it with `\(closing)`, or separate its parts by commas"
    )
  }

  private func blockWords(in file: SourceFile) -> Words {
    let rest = file.restOfLine(at: offset)
    if message == "did not find expected node content" {
      return Words(message: "a value is missing here", span: file.character(at: offset))
    }
    guard file.isFirstOnLine(offset) else {
      return Words(
        message: "there is more text after the value",
        span: rest,
        help: "put the whole value in quotes, or start a new line"
      )
    }
    if message == "did not find expected '-' indicator" {
      return Words(
        message: "an item of the list is expected here, starting with `- `",
        span: rest,
        note: "the list starts here",
        help: "check the indentation"
      )
    }
    return Words(
      message: "this line does not continue the mapping that it stands in",
      span: rest,
      note: "the mapping starts here",
      help: "indent it like the other keys of the mapping it belongs to"
    )
  }

  private func blockScalarWords(in file: SourceFile) -> Words {
    let place = file.character(at: offset)
    switch message {
    case "did not find expected comment or line break":
      return Words(
        message: "text after `|` or `>` must start on the next line",
        span: file.restOfLine(at: offset),
        help: "move it to the next line and indent it, or put it in quotes"
      )
    case "found a tab character where an indentation space is expected":
      return Words(message: "a tab is used as indentation", span: place, help: "use spaces")
    default:
      return Words(message: "the indentation after `|` or `>` is a digit from 1 to 9", span: place)
    }
  }

  private func tokenWords(in file: SourceFile) -> Words {
    let place = file.character(at: offset)
    if place.text == "\t" {
      return Words(message: "a tab is used as indentation", span: place, help: "use spaces")
    }
    return Words(
      message: "a value cannot start with `\(place.text)`",
      span: place,
      help: "put the value in quotes"
    )
  }
}
