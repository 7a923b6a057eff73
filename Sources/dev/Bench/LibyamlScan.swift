import CRecastYAML

/// What libyaml alone needs for a text: the measure that the generator is held against.
enum LibyamlScan {
  /// Scans a text once, and throws the tokens away.
  ///
  /// - Returns: the number of tokens; `nil` when libyaml finds the text wrong.
  static func tokens(in bytes: [UInt8]) -> Int? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    return bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var count = 0
      var isAtEnd = false
      while !isAtEnd {
        var token = yaml_token_t()
        guard yaml_parser_scan(&parser, &token) == 1 else { return nil }
        isAtEnd = token.type == YAML_STREAM_END_TOKEN
        yaml_token_delete(&token)
        count += 1
      }
      return count
    }
  }
}
