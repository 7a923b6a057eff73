/// How much a change matters to those who call the API, judged by the contract alone.
///
/// The levels are those of oasdiff: what was valid and is refused now, or what is sent and was never sent before, is an
/// error; what nobody can decide is a warning; the rest is information.
package enum ChangeLevel: String, Sendable, CaseIterable, Comparable {
  case info, warning, error

  package static func < (left: ChangeLevel, right: ChangeLevel) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a change does to Swift code that calls the generated client.
package enum SwiftEffect: String, Sendable, CaseIterable, Comparable {
  /// Nothing.
  case none
  /// The client can do more, and whatever was written goes on to compile and to mean what it meant.
  case additive
  /// Everything compiles, and something may happen that did not happen before.
  case behaviour
  /// Code that uses what the change is about may not compile any more.
  case sourceBreaking = "source-breaking"

  package static func < (left: SwiftEffect, right: SwiftEffect) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .none: 0
    case .additive: 1
    case .behaviour: 2
    case .sourceBreaking: 3
    }
  }
}

/// What a change does to the values that travel.
package enum WireEffect: Sendable {
  /// Values that were valid are not valid any more.
  case narrows
  /// Values are valid that were not valid before.
  case widens
  /// Both, so that nothing that one side knows is safe with the other.
  case replaces
  /// Nothing that was valid becomes invalid, nor the other way round.
  case keeps
  /// Cannot be told from the document.
  case unknown
}

/// Which way values travel.
package enum Direction: Sendable {
  case request, response

  /// The level of a change by what it does: a client minds requests that are refused, and answers that it never met.
  func level(of effect: WireEffect) -> ChangeLevel {
    switch (effect, self) {
    case (.narrows, .request), (.widens, .response), (.replaces, _): .error
    case (.unknown, _): .warning
    case (.narrows, .response), (.widens, .request), (.keeps, _): .info
    }
  }

  /// The effect in words.
  func words(for effect: WireEffect) -> String {
    switch (effect, self) {
    case (.narrows, .request): "requests that were valid may be refused"
    case (.widens, .request): "requests may hold more than before"
    case (.replaces, .request): "requests as they were may be refused, and must be made differently"
    case (.narrows, .response): "answers hold less than they might have held before"
    case (.widens, .response): "answers may hold what they never held before"
    case (.replaces, .response): "answers come in another form"
    case (.keeps, _): "whatever was valid stays valid"
    case (.unknown, .request): "requests as they were may be refused, or read differently"
    case (.unknown, .response): "answers may differ"
    }
  }
}
