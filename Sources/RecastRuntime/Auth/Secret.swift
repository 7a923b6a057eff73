/// A credential's text, kept out of everything that prints: descriptions, interpolation, mirrors and `dump`.
///
/// The only way to the text is `exposed`, so that its uses can be found by searching for that word.
struct Secret: Sendable {
  /// The text itself, for building a request or removing it from a text.
  let exposed: String

  init(_ text: String) {
    exposed = text
  }

  /// A copy of `text` in which the secret is replaced; servers repeat what they were sent, in errors for example.
  func redacted(in text: String) -> String {
    // Compared byte by byte, so that no Unicode equivalence hides it.
    String(decoding: redacted(in: Array(text.utf8)), as: UTF8.self)
  }

  /// A copy of `bytes` in which the secret is replaced.
  func redacted(in bytes: [UInt8]) -> [UInt8] {
    let needle = Array(exposed.utf8)
    guard let first = needle.first, bytes.count >= needle.count else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == first, bytes[index...].starts(with: needle) {
        result += Array("<redacted>".utf8)
        index += needle.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  var description: String { "<redacted>" }
  var debugDescription: String { "<redacted>" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
