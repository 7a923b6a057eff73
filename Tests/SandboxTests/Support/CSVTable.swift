import Testing

/// A CSV file read with a reader of its own, so that the sandbox's writer is not checked against itself.
struct CSVTable {
  var header: [String]
  var rows: [[String]]

  init(_ text: String) throws {
    var lines: [[String]] = [[""]]
    var isQuoted = false
    var characters = Array(text.unicodeScalars)[...]
    while let character = characters.popFirst() {
      switch character {
      case "\"" where isQuoted && characters.first == "\"":
        characters.removeFirst()
        lines[lines.count - 1][lines[lines.count - 1].count - 1] += "\""
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: lines[lines.count - 1].append("")
      case "\n" where !isQuoted: lines.append([""])
      default: lines[lines.count - 1][lines[lines.count - 1].count - 1].unicodeScalars.append(character)
      }
    }
    try #require(lines.last == [""], "the file does not end with a line break")
    lines.removeLast()
    header = try #require(lines.first)
    rows = Array(lines.dropFirst())
    for row in rows { try #require(row.count == header.count, "\(row) under \(header)") }
  }

  func column(_ name: String) throws -> [String] {
    let place = try #require(header.firstIndex(of: name), "no column \(name) among \(header)")
    return rows.map { $0[place] }
  }

  /// The sum of an amount column in hundredths, by the text of another column.
  func sums(of amount: String, by name: String) throws -> [String: Int] {
    var sums: [String: Int] = [:]
    for (key, text) in zip(try column(name), try column(amount)) {
      sums[key, default: 0] += try hundredths(text)
    }
    return sums
  }

  func sum(of amount: String) throws -> Int {
    try column(amount).reduce(0) { $0 + (try hundredths($1)) }
  }
}

/// Reads an amount that must have exactly two decimals.
func hundredths(_ text: String) throws -> Int {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  try #require(parts.count == 2 && parts[1].count == 2, "\(text) has not two decimals")
  return try #require(Int(parts.joined()), "\(text) is no amount")
}
