/// Puts the words about a change together.
enum Phrase {
  /// The text of a phrase: `@` is replaced by a noun, `$0` and so on by values in backticks, `#0` and so on by words.
  static func text(_ phrase: String, noun: String = "", _ arguments: [String]) -> String {
    var text = ""
    var rest = phrase[...]
    while let character = rest.popFirst() {
      if character == "@" {
        text += noun
      } else if character == "$", let digit = rest.first?.wholeNumberValue, arguments.indices.contains(digit) {
        text += quoted(arguments[digit])
        rest.removeFirst()
      } else if character == "#", let digit = rest.first?.wholeNumberValue, arguments.indices.contains(digit) {
        text += arguments[digit]
        rest.removeFirst()
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// A value of a document as code. Backticks in it would end the code, and mean something else behind it.
  static func quoted(_ value: String) -> String { "`\(value.replacing("`", with: "'"))`" }
}
