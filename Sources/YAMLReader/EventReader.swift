import CRecastYAML
import RecastDiagnostics

/// Reads libyaml's events one after the other, with byte offsets instead of its character counts.
struct EventReader: ~Copyable {
  /// The last event read. What it points to is valid until the next one is read.
  private(set) var event = yaml_event_t()
  /// The bytes of the file that the event covers.
  private(set) var range = 0..<0

  /// libyaml keeps the parser's address.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: ParserInput
  private var cursor: ByteCursor
  private let isReady: Bool

  /// - Parameters:
  ///   - input: says where its bytes are in the file.
  ///   - bytes: the bytes of the input, which must outlive the reader.
  init(_ input: ParserInput, bytes: UnsafeBufferPointer<UInt8>) {
    self.input = input
    cursor = ByteCursor(bytes)
    parser = .allocate(capacity: 1)
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    var event = event
    yaml_event_delete(&event)
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
  }

  /// Reads the next event; `false` when the text is not YAML, and ``problem()`` says why.
  mutating func next() -> Bool {
    yaml_event_delete(&event)
    guard isReady, yaml_parser_parse(parser, &event) == 1 else { return false }
    let start = offset(of: event.start_mark)
    range = start..<max(start, offset(of: event.end_mark))
    return true
  }

  /// Why the last event could not be read.
  mutating func problem() -> SyntaxProblem {
    let state = parser.pointee
    let inputOffset = cursor.byteOffset(ofCharacter: state.problem_mark.index)
    var problem = SyntaxProblem(
      message: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      offset: input.fileOffset(of: inputOffset),
      inputOffset: inputOffset,
      contextOffset: offset(of: state.context_mark)
    )
    if state.error == YAML_READER_ERROR {
      problem.offset = input.fileOffset(of: state.problem_offset)
      problem.isEncodingProblem = true
    }
    return problem
  }

  private mutating func offset(of mark: yaml_mark_t) -> Int {
    input.fileOffset(of: cursor.byteOffset(ofCharacter: mark.index))
  }
}
