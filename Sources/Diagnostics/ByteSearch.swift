extension UnsafeBufferPointer<UInt8> {
  /// Where a byte is found next; `nil` when it does not come any more. Eight bytes are looked at in one go: documents
  /// have millions of them.
  package func next(_ byte: UInt8, from start: Int) -> Int? {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let raw = UnsafeRawBufferPointer(self)
    var index = start
    while index + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ UInt64(byte) &* ones
      // Only where there is a zero among the bytes is a top bit left.
      if (word &- ones) & ~word & tops != 0 { break }
      index += 8
    }
    return self[Swift.min(index, count)...].firstIndex(of: byte)
  }
}
