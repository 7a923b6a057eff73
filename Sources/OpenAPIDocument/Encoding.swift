import RecastDiagnostics
import RecastYAMLReader

/// The Encoding Object: how one member of a form travels.
package struct Encoding: Sendable {
  /// The member's name on the wire.
  package var name: String
  /// The content types of the member, in document order; empty when the member's schema decides.
  package var contentTypes: [String]
  /// How structured values are written, as for a query parameter.
  package var style: String?
  /// Whether each element of an array becomes a field of its own; `nil` stands for the style's default.
  package var explode: Bool?
  /// Where it is asked for that reserved characters stand for themselves, if it is.
  package var reservedSpan: SourceSpan?
  /// Where the member's name was written.
  package var span: SourceSpan
}

extension Encoding {
  static func list(reading node: YAMLNode?, _ reader: inout NodeReader) -> [Encoding] {
    reader.entries(node, "`encoding`").compactMap { entry in
      guard entry.value.kind == .mapping else {
        reader.unexpected(entry.value, wanted: "an encoding")
        return nil
      }
      reader.checkKeys(of: entry.value, .encoding)
      // `Content-Type` there says what `contentType` says, which wins.
      for header in reader.entries(entry.value["headers"], "`headers`") where header.key.lowercased() != "content-type"
      {
        reader.log.warning(
          .notGenerated,
          "the header field `\(header.key)` of a part has no argument",
          at: header.keySpan,
          label: "`MultipartField.with(headers:)` adds it"
        )
      }
      let types = reader.text(entry.value, "contentType") ?? ""
      return Encoding(
        name: entry.key,
        contentTypes: types.split(separator: ",").map { $0.trimmingSpaces }.filter { !$0.isEmpty },
        style: reader.text(entry.value, "style"),
        explode: reader.bool(entry.value, "explode"),
        reservedSpan: reader.bool(entry.value, "allowReserved") == true
          ? entry.value.entry("allowReserved")?.keySpan : nil,
        span: entry.keySpan
      )
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
