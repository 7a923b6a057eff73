import RecastClientPlan

/// A name as a line of the manifest: `type Pet.Status` or `schema PetSchema pet`, with what has the name at the end
/// unless it is the name itself.
enum ManifestNames {
  /// The lines of names, sorted by what has them.
  static func lines(_ lock: NameLock) -> [String] {
    lock.entries.map { (line: line($0), order: order($0)) }.sorted { $0.order < $1.order }.map(\.line)
  }

  /// Reads a line; `nil` if it is none of these.
  static func entry(_ line: some StringProtocol) -> NameLock.Entry? {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, let kind = NameLock.Kind(rawValue: String(parts[0])) else { return nil }
    let path = parts[1].split(separator: ".", omittingEmptySubsequences: false).compactMap { Identifier(String($0)) }
    guard let name = path.last, path.map(\.text).joined(separator: ".") == parts[1], kind.fits(path) else { return nil }
    guard let key = parts.count > 2 ? decoded(parts[2]) : name.text else { return nil }
    return NameLock.Entry(kind, in: Array(path.dropLast()), name, key: key)
  }

  private static func line(_ entry: NameLock.Entry) -> String {
    let line = place(of: entry) + entry.name.text
    return entry.key == entry.name.text ? line : line + " " + encoded(entry.key)
  }

  private static func order(_ entry: NameLock.Entry) -> String { place(of: entry) + entry.key }

  /// The kind and everything that the name is inside of: `member Pet.`.
  private static func place(of entry: NameLock.Entry) -> String {
    var place = entry.kind.rawValue + " "
    for part in entry.scope {
      place += part.text
      place += "."
    }
    return place
  }

  // MARK: Keys

  /// A key is any text of the document; what a line cannot hold, or nobody would see, is written as `%0A`.
  private static func encoded(_ key: String) -> String {
    guard !key.isEmpty else { return "%" }
    // Nearly all keys are ASCII that is written as it is.
    if key.utf8.first != 0x20, key.utf8.last != 0x20,
      key.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "%") })
    {
      return key
    }
    let scalars = Array(key.unicodeScalars)
    var text = ""
    for (position, scalar) in scalars.enumerated() {
      let isEnd = position == 0 || position == scalars.count - 1
      if isPlain(scalar) || scalar == " " && !isEnd {
        text.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          text += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return text
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x21...0x7E).contains(scalar.value) && scalar != "%" : scalar.properties.isAlphabetic
  }

  private static func decoded(_ text: some StringProtocol) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    if text == "%" { return "" }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let code = UInt8(digits, radix: 16) else { return nil }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension NameLock.Kind {
  /// Whether a name of this kind can stand at a path: inside of something or by itself, and types as types do.
  fileprivate func fits(_ path: [Identifier]) -> Bool {
    switch self {
    case .schema: path.count == 1 && path.allSatisfy(\.isLikeAType)
    case .type: path.allSatisfy(\.isLikeAType)
    case .resource, .call: path.count == 1
    case .method, .argument: path.count == 2
    case .member: path.count > 1 && path.dropLast().allSatisfy(\.isLikeAType)
    }
  }
}

extension Identifier {
  fileprivate var isLikeAType: Bool { text.first?.isLowercase == false }
}
