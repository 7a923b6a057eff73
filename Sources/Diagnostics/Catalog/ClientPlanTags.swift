extension DiagnosticTag {
  /// Schemas hold each other too deep.
  package static let nestedTooDeep = DiagnosticTag("nested-too-deep")
  /// A combination of schemas is generated in part.
  package static let unexpressedComposition = DiagnosticTag("unexpressed-composition")
  /// The values of an enumeration are of several types.
  package static let mixedEnumeration = DiagnosticTag("mixed-enumeration")
  /// A required member is not described.
  package static let requiredWithoutProperty = DiagnosticTag("required-without-property")
  /// Nothing tells the alternatives of a union apart.
  package static let undecidableUnion = DiagnosticTag("undecidable-union")
  /// A union has more alternatives than an enum can have.
  package static let unionTooWide = DiagnosticTag("union-too-wide")
  /// A default is not a value of its type.
  package static let unusableDefault = DiagnosticTag("unusable-default")
  /// The parts of an `allOf` contradict each other.
  package static let conflictingParts = DiagnosticTag("conflicting-parts")
  /// A tuple is generated as an array.
  package static let tupleAsArray = DiagnosticTag("tuple-as-array")
  /// A JSON response has no schema.
  package static let responseWithoutSchema = DiagnosticTag("response-without-schema")
  /// Two operations have the same name.
  package static let duplicateOperationID = DiagnosticTag("duplicate-operation-id")
  /// A convention does not fit the document.
  package static let unusableConvention = DiagnosticTag("unusable-convention")
}

extension DiagnosticCatalog {
  /// What there is to say about findings of the planner.
  static let clientPlan: [Entry] = [
    Entry(
      .nestedTooDeep,
      summary: "schemas hold each other too deep",
      explanation: """
        The chain of references or of schemas inside schemas is longer than any that people write, or parts lead to the \
        same schemas on so many ways that following all of them would not end in time. What lies beyond is generated as \
        any JSON, or left out.
        """,
      remedy: "Shorten the chain, or give what is reached on many ways one name."
    ),
    Entry(
      .unexpressedComposition,
      summary: "a combination of schemas is generated in part",
      explanation: """
        Two lists of alternatives have to hold at once, and make more combinations than anybody means. One list is \
        generated; members of the other are kept with the unknown members.
        """,
      remedy: "Nothing, or describe the alternatives as schemas of their own."
    ),
    Entry(
      .mixedEnumeration,
      summary: "the values of an enumeration are of several types",
      explanation: """
        Enumerations of strings and of numbers are generated, and unions of them for values of several kinds. For others \
        the type is generated without its values.
        """,
      remedy: "Nothing, or use values of one type."
    ),
    Entry(
      .requiredWithoutProperty,
      summary: "a required member is not described",
      explanation: """
        `required` names a member that is not among the properties. It is kept with the unknown members.
        """,
      remedy: "Describe the member, or correct the name."
    ),
    Entry(
      .undecidableUnion,
      summary: "nothing tells the alternatives of a union apart",
      explanation: """
        A value could be of several alternatives. When one is read, each is tried, and the one is taken that can be read \
        and leaves the fewest members unknown; of several that do, the first. Nothing is lost, whichever it is.
        """,
      remedy: "Add a `discriminator`, or a required member that only one alternative has."
    ),
    Entry(
      .unionTooWide,
      summary: "a union has more alternatives than an enum can have",
      explanation: """
        The Swift compiler takes minutes for enums with thousands of cases, or gives up. The value is generated as any \
        JSON.
        """,
      remedy: "Nothing, or describe fewer alternatives in an overlay."
    ),
    Entry(
      .unusableDefault,
      summary: "a default is not a value of its type",
      explanation: """
        Initializers take the defaults of the document. This one is a value that the type cannot have, such as a text for a \
        number, or none of the values that the document lists.
        """,
      remedy: "Correct the default, or the type."
    ),
    Entry(
      .conflictingParts,
      summary: "the parts of an `allOf` contradict each other",
      explanation: """
        A value would have to be of two types at once. The part that is written last is taken at its word.
        """,
      remedy: "Correct one of the parts."
    ),
    Entry(
      .tupleAsArray,
      summary: "a tuple is generated as an array",
      explanation: """
        The document gives each position of the array a type of its own. The elements are generated as a union of these \
        types, or of their type if it is one.
        """,
      remedy: "Nothing."
    ),
    Entry(
      .responseWithoutSchema,
      summary: "a JSON response has no schema",
      explanation: """
        The answer is generated as any JSON.
        """,
      remedy: "Add a schema."
    ),
    Entry(
      .duplicateOperationID,
      summary: "two operations have the same name",
      explanation: """
        The second is named after its method and path.
        """,
      remedy: "Give every operation an `operationId` of its own."
    ),
    Entry(
      .unusableConvention,
      .error,
      summary: "a convention does not fit the document",
      explanation: """
        An `x-client-` key names an operation, a member or a parameter that does not exist or is of the wrong type.
        """,
      remedy: "Correct the key, or the document."
    ),
  ]
}
