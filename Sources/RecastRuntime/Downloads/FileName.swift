import Foundation

/// File names from the API's keys, which hold spaces, `&`, `/`, `..` and whatever a customer called a channel.
enum FileName {
  /// How long a name may be with its extension, in bytes of UTF-8. File systems allow 255; the rest is room for what
  /// people and programs append.
  static let limit = 200

  /// A name that every common file system takes and that stays in its folder. Letters of any script, spaces and `&`
  /// are kept.
  ///
  /// `suffix` distinguishes names that would be the same; `fileExtension` is without its dot.
  static func safe(_ key: String, suffix: String = "", fileExtension: String) -> String {
    let tail = suffix + (fileExtension.isEmpty ? "" : ".\(fileExtension)")
    // Trimmed before, so that no space hides a leading dot, and after, since cutting can bare a space or dot at the end,
    // which Windows drops.
    var stem = trimmed(cut(replaced(trimmed(key)), to: limit - tail.utf8.count))
    if stem.isEmpty { stem = "download" }
    if isReserved(stem) { stem += "_" }
    return stem + tail
  }

  /// What two names must not share: file systems that ignore case, or compare composed and decomposed letters alike.
  static func folded(_ name: String) -> String {
    name.lowercased().decomposedStringWithCompatibilityMapping
  }

  private static func replaced(_ key: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      let isLeading = result.isEmpty
      switch scalar {
      case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": result.append("_")
      // A leading dot hides the file, and makes `..` a way out.
      case "." where isLeading: result.append("_")
      // A leading dash or tilde is an option, or a home folder, to the programs that get the name.
      case "-" where isLeading, "~" where isLeading: result.append("_")
      default: result.append(isHarmless(scalar) ? scalar : "_")
      }
    }
    return String(result)
  }

  /// Neither a control character nor an invisible one, such as those that reverse the direction of text so that a name
  /// seems to end otherwise than it does.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }

  private static func trimmed(_ name: String) -> String {
    var rest = name.drop { $0.isWhitespace }
    while let last = rest.last, last.isWhitespace || last == "." { rest.removeLast() }
    return String(rest)
  }

  /// The beginning of a name in whole characters.
  private static func cut(_ name: String, to limit: Int) -> String {
    guard name.utf8.count > limit else { return name }
    var result = ""
    var count = 0
    for character in name {
      count += character.utf8.count
      if count > limit { break }
      result.append(character)
    }
    return result
  }

  /// The devices that Windows has in every folder, with any extension.
  private static func isReserved(_ stem: String) -> Bool {
    let device = stem.prefix { $0 != "." }.uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(device) { return true }
    guard device.count == 4, device.hasPrefix("COM") || device.hasPrefix("LPT"), let last = device.last else {
      return false
    }
    return "0123456789¹²³".contains(last)
  }

  /// One name per key, all different even where case is ignored, and the same for the same keys in the same order.
  ///
  /// A key that is a good name as it is keeps it, even when an earlier key would be changed to that name.
  static func unique(_ keys: [String], fileExtension: String) -> [String] {
    let plain = keys.map { safe($0, fileExtension: fileExtension) }
    var names = [String?](repeating: nil, count: keys.count)
    var taken: Set<String> = []
    for index in keys.indices where keys[index] + ".\(fileExtension)" == plain[index] {
      if taken.insert(folded(plain[index])).inserted { names[index] = plain[index] }
    }
    for index in keys.indices where names[index] == nil {
      var name = plain[index]
      var number = 2
      while !taken.insert(folded(name)).inserted {
        name = safe(keys[index], suffix: "-\(number)", fileExtension: fileExtension)
        number += 1
      }
      names[index] = name
    }
    return names.compactMap { $0 }
  }
}
