extension JSONReader {
  /// The integer at the reader; a fraction of zeros and an exponent are fine as long as the value is whole.
  ///
  /// - Throws: `JSONError` when the value is no number, has a fraction or is out of range.
  public func integer<Value: FixedWidthInteger>(as type: Value.Type = Value.self) throws -> Value {
    let entry = entry
    guard entry.kind == .number else { throw mismatch(expected: .number) }
    if !entry.has(JSONTape.Entry.isNotPlainInteger), let value: Value = plainInteger(entry.range) {
      return value
    }
    let text = document.text(entry.range)
    guard let digits = DecimalDigits(text) else { throw outOfRange(text, "\(Value.self)") }
    if let value: Value = digits.integer() { return value }
    guard digits.exponent >= 0 else {
      throw invalid("expected an integer, found \(JSONError.quoted(text)) with a fraction")
    }
    throw outOfRange(text, "\(Value.self)")
  }

  /// The number at the reader, rounded to the nearest `Double`.
  ///
  /// - Throws: `JSONError` when the value is no number or out of range.
  public func double() throws -> Double {
    let entry = entry
    guard entry.kind == .number else { throw mismatch(expected: .number) }
    if let value = shortDouble(entry.range) { return value }
    let text = document.text(entry.range)
    guard let value = Double(text), value.isFinite else { throw outOfRange(text, "Double") }
    return value
  }

  func outOfRange(_ text: String, _ type: String) -> JSONError {
    invalid("the number \(text.utf8.count > 40 ? JSONError.quoted(text) : text) is out of range for \(type)")
  }

  /// Digits with or without a minus; nil when the value is out of range.
  private func plainInteger<Value: FixedWidthInteger>(_ range: Range<Int>) -> Value? {
    var value: Value = 0
    let isNegative = document.bytes[range.lowerBound] == UInt8(ascii: "-")
    for index in (isNegative ? range.lowerBound + 1 : range.lowerBound)..<range.upperBound {
      let digit = Value(truncatingIfNeeded: document.bytes[index] &- UInt8(ascii: "0"))
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carried) = isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      if overflow || carried { return nil }
      value = sum
    }
    return value
  }

  /// The value of a number of few digits, computed with one rounding and therefore exact: the digits are a whole
  /// number below 2^53, and so is the power of ten they are multiplied with or divided by. Nil for all others.
  private func shortDouble(_ range: Range<Int>) -> Double? {
    guard range.count <= 17 else { return nil }
    var digits: UInt64 = 0
    var fractionDigits = 0
    var seenPoint = false
    let isNegative = document.bytes[range.lowerBound] == UInt8(ascii: "-")
    for index in (isNegative ? range.lowerBound + 1 : range.lowerBound)..<range.upperBound {
      let byte = document.bytes[index]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
        if seenPoint { fractionDigits += 1 }
      } else if byte == UInt8(ascii: ".") {
        seenPoint = true
      } else {
        return nil
      }
    }
    guard digits < 1 << 53 else { return nil }
    let value = Double(digits) / powersOfTen[fractionDigits]
    return isNegative ? -value : value
  }
}

/// The powers of ten that `Double` holds exactly, as far as they are needed.
private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
]

extension JSONWriter {
  /// Writes the shortest text that reads back as the same number.
  ///
  /// - Throws: `JSONError` when the number is infinite or NaN.
  public mutating func double(_ value: Double) throws {
    guard value.isFinite else { throw Self.notFinite(value.description) }
    number(JSONNumber(validated: NumberText.shortest(value.description)))
  }

  static func notFinite(_ description: String) -> JSONError {
    JSONError(.unwritable, "the number \(description) has no JSON form")
  }
}
