/// Removes the secrets of a call from text that came from outside: servers repeat what they were sent.
struct Redaction: Sendable {
  private let secrets: [Secret]

  /// The longer ones first: one may be a part of another.
  init(_ secrets: [Secret]) {
    self.secrets = secrets.filter { !$0.exposed.isEmpty }.sorted { $0.exposed.utf8.count > $1.exposed.utf8.count }
  }

  /// The length of the longest secret, in bytes.
  var longest: Int { secrets.first?.exposed.utf8.count ?? 0 }

  /// The bytes without secrets.
  func bytes(_ bytes: [UInt8]) -> [UInt8] { secrets.reduce(bytes) { $1.redacted(in: $0) } }

  /// The text without secrets.
  func text(_ text: String) -> String { secrets.reduce(text) { $1.redacted(in: $0) } }
}
