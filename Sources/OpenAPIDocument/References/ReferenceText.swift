/// The text of a reference in its parts: a file, and a place in it.
struct ReferenceText {
  /// A place in a file.
  enum Place {
    /// The whole file.
    case root
    /// The tokens of a JSON pointer, without escapes.
    case pointer([String])
    /// The name of an `$anchor`.
    case anchor(String)
  }

  /// The path of the file, relative to the one with the reference; empty for that file itself.
  let file: String
  /// The place in the file.
  let place: Place

  init(_ text: String) {
    // What is looked for here is a character of its own whatever follows, so bytes will do.
    let mark = text.utf8.firstIndex(of: UInt8(ascii: "#"))
    file = String(text[..<(mark ?? text.endIndex)]).removingPercentEncoding
    let fragment = mark.map { text[text.index(after: $0)...] } ?? ""
    if fragment.isEmpty {
      place = .root
    } else if fragment.utf8.first == UInt8(ascii: "/") {
      place = .pointer(Self.tokens(fragment.utf8.dropFirst()))
    } else if Self.looksLikePointer(fragment) {
      place = .pointer(Self.tokens(fragment.utf8))
    } else {
      place = .anchor(String(fragment).removingPercentEncoding)
    }
  }

  /// A place in the file that holds the reference.
  init(tokens: [String]) {
    file = ""
    place = .pointer(tokens)
  }

  /// Whether the file has an address of its own, such as `https://…`, instead of a relative path.
  var isAddress: Bool {
    if file.hasPrefix("//") { return true }
    guard let colon = file.firstIndex(of: ":") else { return false }
    return file[..<colon].allSatisfy { $0.isLetter || $0.isNumber || $0 == "+" || $0 == "." || $0 == "-" }
  }

  /// Documents forget the `#` or the slash after it; what starts with the name of a collection means it.
  static func repaired(_ text: String) -> ReferenceText? {
    let path = text.drop { $0 == "#" || $0 == "/" }
    return looksLikePointer(path) ? ReferenceText("#/" + path) : nil
  }

  private static func looksLikePointer(_ text: Substring) -> Bool {
    ["components/", "definitions/", "paths/", "parameters/", "responses/"].contains { text.hasPrefix($0) }
  }

  /// `~1` and `~0` are read as RFC 6901 says, percent-encoding as RFC 3986 says.
  private static func tokens(_ pointer: Substring.UTF8View) -> [String] {
    pointer.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
      JSONPointer.unescaped(String(Substring($0)).removingPercentEncoding)
    }
  }
}

extension String {
  /// The text with `%xx` sequences decoded, or the text itself when they are not valid UTF-8.
  fileprivate var removingPercentEncoding: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = Substring(self).utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let decoded = UInt8(String(rest.prefix(2)) ?? "", radix: 16), rest.count >= 2 {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}
