/// A decimal number taken apart: ± digits × 10^exponent, without zeros at either end of the digits.
///
/// Two texts of the same value come out equal. Needs no arithmetic, so there is nothing to overflow.
struct DecimalDigits: Hashable {
  var isNegative = false
  /// Values 0 to 9; empty for zero.
  var digits: [UInt8] = []
  var exponent = 0

  /// Takes a JSON number apart; nil when the exponent itself exceeds all bounds.
  init?(_ text: String) {
    var seenPoint = false
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "-") {
      isNegative = true
      bytes = bytes.dropFirst()
    }
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: ".") {
        seenPoint = true
      } else if byte | 0x20 == UInt8(ascii: "e") {
        guard let written = Int(String(decoding: bytes, as: UTF8.self)), abs(written) < 1 << 40 else {
          guard digits.isEmpty else { return nil }
          break
        }
        exponent += written
        break
      } else {
        if seenPoint { exponent -= 1 }
        if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
      }
    }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  /// The value as an integer; nil when it has a fraction or is out of range.
  func integer<Value: FixedWidthInteger>() -> Value? {
    // No integer of up to 128 bits has more digits.
    guard exponent >= 0, digits.count + exponent <= 39 else { return digits.isEmpty ? 0 : nil }
    var value: Value = 0
    for position in 0..<digits.count + exponent {
      let digit = position < digits.count ? Value(digits[position]) : 0
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carried) = isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      if overflow || carried { return nil }
      value = sum
    }
    return value
  }
}
