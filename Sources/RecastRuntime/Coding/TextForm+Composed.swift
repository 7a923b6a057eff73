extension Optional where Wrapped: JSONCodable {
  /// The spellings of the value, if there is one.
  public static var textForm: TextForm<Self>? {
    Wrapped.textForm.map { form in
      TextForm(composedOf: Self.self) { value, reader in value.map { form.isUsual($0, reader) } ?? true }
    }
  }
}

extension Array where Element: JSONCodable {
  /// The spellings of the items.
  public static var textForm: TextForm<Self>? {
    Element.textForm.map { form in
      TextForm(composedOf: Self.self) { items, reader in
        var position = 0
        var areUsual = true
        try? reader.forEachItem { item in
          areUsual = areUsual && position < items.count && form.isUsual(items[position], item)
          position += 1
        }
        return areUsual
      }
    }
  }
}

extension Dictionary where Key == String, Value: JSONCodable {
  /// The spellings of the values.
  public static var textForm: TextForm<Self>? {
    Value.textForm.map { form in
      TextForm(composedOf: Self.self) { values, reader in
        var areUsual = true
        try? reader.forEachMember { name, member in
          areUsual = areUsual && values[name].map { form.isUsual($0, member) } ?? true
        }
        return areUsual
      }
    }
  }
}

extension UnionSchema {
  /// The spelling of an alternative that is a single value; objects keep those of their members themselves.
  public static var textForm: TextForm<Self>? {
    TextForm(composedOf: Self.self) { value, reader in
      guard reader.kind == .string || reader.kind == .number else { return true }
      return (try? value.jsonText()) == reader.compactText
    }
  }
}

extension OpenEnum {
  /// The spellings of the raw value.
  public static var textForm: TextForm<Self>? {
    RawValue.textForm.map { form in
      TextForm(composedOf: Self.self) { value, reader in form.isUsual(value.rawValue, reader) }
    }
  }
}

extension TextForm where Value: JSONCodable {
  /// The form of values that have others inside, whose text is JSON.
  fileprivate init(composedOf type: Value.Type, isUsual: @escaping @Sendable (Value, JSONReader) -> Bool) {
    self.init(content: .json, read: { try? Value(json: $0) }, isUsual: isUsual)
  }
}
