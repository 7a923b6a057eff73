extension StringProtocol {
  /// How many columns the text takes. Where all is ASCII, no character has to be told from its neighbours.
  var columns: Int { isASCII ? utf8.count : count }

  private var isASCII: Bool {
    // Without an early exit, many bytes are looked at in one go.
    utf8.withContiguousStorageIfAvailable { bytes in bytes.reduce(0, |) < 0x80 } ?? utf8.allSatisfy { $0 < 0x80 }
  }
}
