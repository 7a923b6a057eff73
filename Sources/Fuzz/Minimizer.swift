/// Makes a document that shows a fault smaller, as long as it still shows it.
package struct Minimizer {
  private var attempts: Int
  private let isFaulty: ([UInt8]) -> Bool

  /// - Parameters:
  ///   - attempts: how many documents are tried at most.
  ///   - isFaulty: whether a document shows the fault.
  package init(attempts: Int, isFaulty: @escaping ([UInt8]) -> Bool) {
    self.attempts = attempts
    self.isFaulty = isFaulty
  }

  /// The smallest document found.
  package mutating func smallest(_ document: [UInt8]) -> [UInt8] {
    guard let tree = DocumentTree(reading: document), shows(tree.json) else { return smallestBytes(document) }
    return smallest(tree).json
  }

  /// Leaves values out, large ones first.
  private mutating func smallest(_ tree: DocumentTree) -> DocumentTree {
    var tree = tree
    var isSmaller = true
    while isSmaller, attempts > 0 {
      isSmaller = false
      var position = 0
      while position < tree.count, attempts > 0 {
        for child in 0..<tree.value(at: position).children {
          var candidate = tree
          // From the end, so that what is left out does not move what comes next.
          candidate.change(at: position) { $0.removeChild($0.children - 1 - child) }
          guard candidate.count < tree.count, shows(candidate.json) else { continue }
          tree = candidate
          isSmaller = true
          break
        }
        position += 1
      }
    }
    return tree
  }

  /// Leaves ranges of bytes out, long ones first.
  private mutating func smallestBytes(_ document: [UInt8]) -> [UInt8] {
    var document = document
    var length = document.count / 2
    while length > 0, attempts > 0 {
      var start = 0
      while start < document.count, attempts > 0 {
        var candidate = document
        candidate.removeSubrange(start..<min(start + length, document.count))
        if shows(candidate) { document = candidate } else { start += length }
      }
      length /= 2
    }
    return document
  }

  private mutating func shows(_ document: [UInt8]) -> Bool {
    guard attempts > 0 else { return false }
    attempts -= 1
    return isFaulty(document)
  }
}

extension DocumentTree {
  fileprivate var children: Int {
    switch self {
    case .scalar: 0
    case .list(let items): items.count
    case .mapping(let entries): entries.count
    }
  }

  fileprivate mutating func removeChild(_ position: Int) {
    switch self {
    case .scalar: break
    case .list(var items):
      if items.indices.contains(position) { items.remove(at: position) }
      self = .list(items)
    case .mapping(var entries):
      if entries.indices.contains(position) { entries.remove(at: position) }
      self = .mapping(entries)
    }
  }
}
