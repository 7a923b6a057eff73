import RecastDiagnostics

extension SyntaxProblem {
  /// Plain words for problems that libyaml names without saying what it was reading, and for the rare ones.
  func otherWords(in file: SourceFile) -> Words {
    let place = file.character(at: offset)
    switch message {
    case "mapping values are not allowed in this context":
      return Words(
        message: "this colon would start a value where no key can be",
        span: place,
        help: "put the text in quotes if the colon belongs to it; else check the indentation of this line"
      )
    case "could not find expected ':'":
      return Words(
        message: "a key needs a colon and a space after it",
        span: file.restOfLine(at: contextOffset),
        help: "add the colon; or indent the line if it belongs to the value above"
      )
    case "block sequence entries are not allowed in this context":
      return Words(
        message: "a list item cannot start here",
        span: place,
        help: "start the list on a line of its own, or put the text in quotes"
      )
    case "mapping keys are not allowed in this context":
      return Words(message: "a key cannot start here", span: place, help: "put the text in quotes")
    case "did not find expected alphabetic or numeric character":
      return Words(
        message: "a name of letters, digits, `-` and `_` is expected after `&` or `*`",
        span: place,
        help: "put the text in quotes if it is not an anchor or alias"
      )
    case "found a tab character that violates indentation":
      return Words(message: "a tab is used as indentation", span: place, help: "use spaces")
    case "did not find expected <document start>":
      return Words(
        message: "there is more text after the end of the document",
        span: file.restOfLine(at: offset),
        help: "remove it, or check the brackets and the indentation before it"
      )
    case "did not find expected node content":
      return Words(message: "a value is missing here", span: place)
    case "found undefined tag handle":
      return Words(message: "this tag is not defined", span: place, help: "put the text in quotes if it is not a tag")
    case "found incompatible YAML document":
      return Words(
        message: "only YAML 1.1 and 1.2 can be read",
        span: file.restOfLine(at: offset),
        help: "remove the line"
      )
    default:
      return Words(message: message.isEmpty ? "the text cannot be read as YAML" : message, span: place)
    }
  }
}
