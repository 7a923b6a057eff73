extension Unicode.GeneralCategory {
  /// The categories that a name such as `Lu`, or a letter such as `L`, stands for in a pattern; none if it is no name.
  static func members(of name: String) -> [Unicode.GeneralCategory] {
    if name.utf8.count == 1 { return byName.filter { $0.name.hasPrefix(name) }.map(\.category) }
    return byName.filter { $0.name == name }.map(\.category)
  }

  /// `IsCategory` of RFC 9485. Surrogates are not characters, and have no name here.
  private static let byName: [(name: String, category: Unicode.GeneralCategory)] = [
    ("Ll", .lowercaseLetter), ("Lm", .modifierLetter), ("Lo", .otherLetter), ("Lt", .titlecaseLetter),
    ("Lu", .uppercaseLetter),
    ("Mc", .spacingMark), ("Me", .enclosingMark), ("Mn", .nonspacingMark),
    ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber),
    ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation), ("Pe", .closePunctuation), ("Pf", .finalPunctuation),
    ("Pi", .initialPunctuation), ("Po", .otherPunctuation), ("Ps", .openPunctuation),
    ("Zl", .lineSeparator), ("Zp", .paragraphSeparator), ("Zs", .spaceSeparator),
    ("Sc", .currencySymbol), ("Sk", .modifierSymbol), ("Sm", .mathSymbol), ("So", .otherSymbol),
    ("Cc", .control), ("Cf", .format), ("Cn", .unassigned), ("Co", .privateUse),
  ]
}
