internal import Foundation

/// Spellings of numbers that a number type does not keep: quotes around it, and more digits than it has. Members
/// remember them, so that a number that nobody touched is sent back as it came.
extension JSONReader {
  /// The number inside the string at the reader, `"12.50"`: some servers send decimals like that, whatever their
  /// document says. Nil where cases of a union are tried, since there the kind tells them apart.
  var quotedNumber: JSONReader? {
    guard kind == .string, attempt == nil else { return nil }
    let text = document.string(entry)
    return JSONNumber(text) == nil ? nil : try? JSONReader(Array(text.utf8))
  }

  /// The reader itself, or one at the number inside its string.
  var unquoted: JSONReader { quotedNumber ?? self }
}

extension TextForm where Value: JSONCodable {
  /// The form of numbers of which so many digits are sure to be kept.
  fileprivate init(keepingDigits digits: Int) {
    self.init(content: .json, read: { try? Value(json: $0) }) { _, reader in
      reader.kind != .string && reader.entry.range.count <= digits
    }
  }
}

extension Int {
  private static let form = TextForm<Int>(keepingDigits: .max)

  /// Quotes are kept.
  public static var textForm: TextForm<Int>? { form }
}

extension Int32 {
  private static let form = TextForm<Int32>(keepingDigits: .max)

  /// Quotes are kept.
  public static var textForm: TextForm<Int32>? { form }
}

extension Int64 {
  private static let form = TextForm<Int64>(keepingDigits: .max)

  /// Quotes are kept.
  public static var textForm: TextForm<Int64>? { form }
}

extension UInt64 {
  private static let form = TextForm<UInt64>(keepingDigits: .max)

  /// Quotes are kept.
  public static var textForm: TextForm<UInt64>? { form }
}

extension Double {
  private static let form = TextForm<Double>(keepingDigits: 15)

  /// Quotes are kept, and digits beyond those of a `Double`.
  public static var textForm: TextForm<Double>? { form }
}

extension Float {
  private static let form = TextForm<Float>(keepingDigits: 6)

  /// Quotes are kept, and digits beyond those of a `Float`.
  public static var textForm: TextForm<Float>? { form }
}
