/// Why a JSON text, or a value meant to become one, was refused: with the place, in words for people.
///
/// A syntax error carries the offset of the offending byte. An error about the content carries the offset of the value
/// and its path, such as `form.channels[2]`.
public struct JSONError: Error, Hashable, Sendable {
  /// What kind of problem it is, for code that reacts to it.
  public enum Kind: Hashable, Sendable {
    /// The bytes are no JSON text (RFC 8259), or no UTF-8.
    case syntax
    /// Arrays and objects lie deeper in each other than the limit allows.
    case tooDeep
    /// A member that must be there is absent.
    case missingMember
    /// A value is there, but of another kind than expected (a string instead of a number, or null).
    case typeMismatch
    /// A value has the expected kind, but cannot be used: out of range, no valid date, and so on.
    case invalidValue
    /// A Swift value has no JSON form: a number that is not finite, a structure that is too deep.
    case unwritable
  }

  /// One step from a value to a value inside it.
  public enum PathComponent: Hashable, Sendable {
    /// A member of an object.
    case member(String)
    /// An item of an array, counted from 0.
    case index(Int)
  }

  /// What kind of problem it is.
  public var kind: Kind
  /// The problem in words, without its place.
  public var message: String
  /// Where in the text: a byte offset, counted from 0. Nil when writing.
  public var offset: Int?
  /// Where in the structure, from the outermost value inwards.
  public var path: [PathComponent]

  /// Creates an error; a path is added by the readers as the error passes through them.
  public init(_ kind: Kind, _ message: String, offset: Int? = nil, path: [PathComponent] = []) {
    self.kind = kind
    self.message = message
    self.offset = offset
    self.path = path
  }

  /// The path as people write it, `form.channels[2]`; empty at the outermost value.
  public var pathDescription: String {
    var text = ""
    for component in path {
      switch component {
      case .index(let index): text += "[\(index)]"
      case .member(let name) where Self.isPlain(name): text += text.isEmpty ? name : ".\(name)"
      case .member(let name): text += "[\(JSONError.quoted(name))]"
      }
    }
    return text
  }

  /// Whether a name can stand in a path without quotes.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 100
      && name.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
  }

  /// Text out of a document as it is shown in a message: quoted, on one line, and no longer than a message bears.
  static func quoted(_ text: String) -> String {
    let limit = 80
    let shown = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
    return shown.debugDescription + (shown.utf8.count < text.utf8.count ? "…" : "")
  }

  /// The same error, or a foreign one in our words, as seen from the value that contains the one at fault.
  static func passing(_ error: any Error, through component: PathComponent, offset: Int? = nil) -> JSONError {
    var located = error as? JSONError ?? JSONError(.invalidValue, String(describing: error), offset: offset)
    located.path.insert(component, at: 0)
    return located
  }
}

extension JSONError: CustomStringConvertible {
  /// One line: path, problem, byte offset.
  public var description: String {
    let place = pathDescription
    let prefix = place.isEmpty ? "" : "\(place): "
    let suffix = offset.map { " (at byte \($0))" } ?? ""
    return prefix + message + suffix
  }
}
