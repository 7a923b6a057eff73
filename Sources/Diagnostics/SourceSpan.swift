/// Some bytes of a source file.
package struct SourceSpan: Hashable, Sendable {
  /// The file that the bytes are in.
  package let file: SourceFile

  /// Byte offsets into the file's UTF-8; always within it.
  package let range: Range<Int>

  /// - Parameter range: byte offsets; what lies outside of the file is cut off.
  package init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range.clamped(to: 0..<file.bytes.count)
  }

  /// Line and column of the first byte, counted from 1.
  package var start: (line: Int, column: Int) { file.position(at: range.lowerBound) }

  /// Line and column behind the last byte, counted from 1.
  package var end: (line: Int, column: Int) { file.position(at: range.upperBound) }

  /// The text as it is written in the file.
  package var text: String { String(decoding: file.bytes[range], as: UTF8.self) }

  /// An empty span at the start of this one.
  package var leadingEdge: SourceSpan { SourceSpan(file: file, range: range.lowerBound..<range.lowerBound) }
}

extension SourceSpan: CustomStringConvertible {
  /// `path:line:column`, as compilers print places.
  package var description: String {
    let (line, column) = start
    return "\(file.path):\(line):\(column)"
  }
}
