import Foundation

/// JSON that is the same in every run.
package enum JSONText {
  /// The text, ended by a line feed.
  package static func render(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings, integers and lists of them: there is nothing in a report that cannot be encoded.
    guard let data = try? encoder.encode(value) else { return "" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
