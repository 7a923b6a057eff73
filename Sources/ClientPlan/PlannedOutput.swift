import RecastDiagnostics

/// What a call answers when it succeeds.
package indirect enum PlannedOutput: Hashable, Sendable {
  /// No body, or one without meaning.
  case empty
  case json(TypeReference)
  /// A JSON body, or none.
  case optionalJSON(TypeReference)
  /// Text of any kind but CSV.
  case text
  /// A body that is streamed: a CSV file, an image, anything else.
  case stream(contentType: String)
  /// Values one after the other while they arrive.
  case values(PlannedStream)
  /// The status decides.
  case cases(PlannedAnswers)
}

/// A body that is a sequence of values.
package struct PlannedStream: Hashable, Sendable {
  /// How the values follow each other.
  package enum Format: Hashable, Sendable {
    /// Server-sent events, whose data is a value in JSON.
    case events
    /// Server-sent events that are described as objects; whether their data is text, or JSON inside of them.
    case eventObjects(dataIsText: Bool)
    /// A JSON text per line.
    case lines
    /// JSON texts behind record separators.
    case records
  }

  /// How the values follow each other.
  package var format: Format
  /// The type of a value; `nil` when the document does not describe what server-sent events carry.
  package var element: TypeReference?
}

/// The answers of an operation that has several: an enum with a case for each status.
package struct PlannedAnswers: Hashable, Sendable {
  /// An answer.
  package struct Case: Hashable, Sendable {
    /// The case's name.
    package var name: Identifier
    /// The status codes that it stands for.
    package var statuses: ClosedRange<Int>
    /// What the answer is: anything but cases.
    package var output: PlannedOutput
    /// What is asked for; `nil` stands for what the output implies.
    package var accept: String?
    /// The status as the document writes it.
    package var status: String
    /// What the document says about the answer.
    package var documentation: Documentation
  }

  /// The enum's name.
  package var name: TypeName
  /// The answers in document order.
  package var cases: [Case]
}

/// An error that an operation describes.
package struct PlannedError: Sendable {
  /// The status as the document writes it.
  package var status: String
  /// The type of its body.
  package var type: TypeReference
}

/// A header field that successful answers carry.
package struct PlannedHeader: Sendable {
  /// The field's name.
  package var name: String
  /// What the document says about it.
  package var documentation: Documentation
}
