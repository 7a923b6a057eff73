extension StringProtocol {
  /// How many columns the text takes. Where all is ASCII, no character has to be told from its neighbours.
  var columns: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : count }
}
