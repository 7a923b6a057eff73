import CRecastYAML

// libyaml's spans of values begin at their anchors and tags, and those of block scalars end on a later line.
extension Composer {
  /// What may stand before a value: `&anchor` and `!tag`.
  struct Properties {
    var anchorName: String?
    var count = 0

    init(anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?) {
      anchorName = anchor.map { String(cString: $0) }
      count = (anchor == nil ? 0 : 1) + (tag == nil ? 0 : 1)
    }
  }

  /// The value itself: without anchor and tag before it, and without the line breaks after a block scalar.
  func trimmed(_ range: Range<Int>, style: yaml_scalar_style_t, properties: Properties) -> Range<Int> {
    let start = min(skip(properties, from: range.lowerBound), range.upperBound)
    var end = range.upperBound
    if style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE {
      while end > start, file.bytes[end - 1].isBlankOrBreak { end -= 1 }
    }
    return start..<end
  }

  /// Where a value begins whose anchor and tag begin at the offset.
  func skip(_ properties: Properties, from offset: Int) -> Int {
    guard properties.count > 0 else { return offset }
    let bytes = file.bytes
    var offset = offset
    for _ in 0..<properties.count {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "&") || bytes[offset] == UInt8(ascii: "!") else {
        break
      }
      while offset < bytes.count, !bytes[offset].isBlankOrBreak { offset += 1 }
      skipBlanksAndComments(&offset, in: bytes)
    }
    return offset
  }

  private func skipBlanksAndComments(_ offset: inout Int, in bytes: [UInt8]) {
    while offset < bytes.count {
      if bytes[offset].isBlankOrBreak {
        offset += 1
      } else if bytes[offset] == UInt8(ascii: "#") {
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
      } else {
        return
      }
    }
  }
}

extension UInt8 {
  /// Space, tab, LF or CR.
  var isBlankOrBreak: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
