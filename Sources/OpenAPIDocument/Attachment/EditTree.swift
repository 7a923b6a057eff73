/// Places of one file with what happens there, as a tree that can be walked along with the file.
struct EditTree {
  /// One place, and where to go on from it.
  struct Branch {
    var edit: PlaceEdit?
    var children: [String: Int] = [:]
    var place: SchemaPlace
  }

  private(set) var branches: [Branch]

  /// - Parameters:
  ///   - file: the path of the file.
  ///   - edits: what happens where; places in other files are left out.
  init(file: String, _ edits: [SchemaPlace: PlaceEdit], order: [SchemaPlace]) {
    branches = [Branch(place: SchemaPlace(file: file, tokens: []))]
    for place in order where place.file == file {
      var branch = 0
      for (position, token) in place.tokens.enumerated() {
        if let next = branches[branch].children[token] {
          branch = next
        } else {
          branches.append(Branch(place: SchemaPlace(file: file, tokens: Array(place.tokens[...position]))))
          branches[branch].children[token] = branches.count - 1
          branch = branches.count - 1
        }
      }
      branches[branch].edit = edits[place]
    }
  }

  /// Whether what stands at a place goes away.
  func isRemoved(_ branch: Int?) -> Bool { branch.flatMap { branches[$0].edit }?.isRemoved ?? false }
}
