enum Faults {
  static func document(_ own: DocumentValue) -> DocumentValue { own }
}
