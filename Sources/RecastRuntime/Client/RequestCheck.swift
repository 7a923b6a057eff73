/// A rule of an API about what it is sent, checked before anything is sent: that an end lies after its beginning, that a
/// list is not empty.
///
/// Places are JSON pointers into the body, in which `*` stands for every item or member, or `?` with the name of a query
/// parameter. A member that is absent or null breaks no rule but `required` and `atLeastOne`, and a value of an
/// unexpected kind breaks none: the server has the last word.
public struct RequestCheck: Sendable, Hashable {
  /// What has to hold.
  public enum Rule: Sendable, Hashable {
    /// The values come in this order, days or numbers; strictly: none equals the next.
    case ascending([String], strictly: Bool)
    /// A list, object or text has something in it.
    case notEmpty([String])
    /// A number lies between bounds.
    case range(String, Bounds)
    /// A text, or each of a list, is one of these.
    case allowed(String, [String])
    /// At most one of these is there and not empty.
    case atMostOne([String])
    /// At least one of these is there.
    case atLeastOne([String])
    /// All of these are there.
    case required([String])
    /// None of these is there.
    case forbidden([String])
    /// A table has a header that begins with this name, rows as long as the header, each day once, and amounts of 0 or
    /// more; complete: and its days follow each other without gap. The first place is that of the table; a second and a
    /// third one are those of its first and last day.
    case table([String], firstColumn: String, complete: Bool)
  }

  /// Between what a number has to lie.
  public struct Bounds: Sendable, Hashable {
    /// The least.
    public var from: Double?
    /// What the number has to exceed.
    public var above: Double?
    /// The most.
    public var to: Double?

    /// Bounds, of which any may be missing.
    public init(from: Double? = nil, above: Double? = nil, to: Double? = nil) {
      self.from = from
      self.above = above
      self.to = to
    }
  }

  /// When a rule holds.
  public struct Condition: Sendable, Hashable {
    /// The member that decides.
    public var place: String
    /// The values that it has then; nothing stands for any value.
    public var values: [String]

    /// A condition: a member has one of these values; without values, it is there.
    public init(_ place: String, isOneOf values: [String] = []) {
      self.place = place
      self.values = values
    }
  }

  /// What has to hold.
  public var rule: Rule
  /// When it has to hold; nil for always.
  public var condition: Condition?
  /// What to do about it, in words.
  public var remedy: String?

  /// A rule that holds always, or under a condition.
  public init(_ rule: Rule, when condition: Condition? = nil, remedy: String? = nil) {
    self.rule = rule
    self.condition = condition
    self.remedy = remedy
  }
}

/// A rule of an API that a call breaks.
public struct BrokenRule: Hashable, Sendable {
  /// The member at fault, as people write it: `form.channels`, or `form.constraints[0].end_date`.
  public let member: String
  /// The rule's name, as documents have it: `ascending`, `not-empty`.
  public let rule: String

  /// A rule that a member breaks.
  public init(member: String, rule: String) {
    self.member = member
    self.rule = rule
  }
}

extension RequestCheck.Rule {
  /// The rule's name.
  var name: String {
    switch self {
    case .ascending: "ascending"
    case .notEmpty: "not-empty"
    case .range: "range"
    case .allowed: "allowed"
    case .atMostOne: "at-most-one"
    case .atLeastOne: "at-least-one"
    case .required: "required"
    case .forbidden: "forbidden"
    case .table: "table"
    }
  }

  /// Whether the rule is about its places together, rather than about each of them.
  var comparesPlaces: Bool {
    switch self {
    case .ascending, .atMostOne, .atLeastOne, .table: true
    case .notEmpty, .range, .allowed, .required, .forbidden: false
    }
  }

  /// The places that the rule is about.
  var places: [String] {
    switch self {
    case .ascending(let places, _), .notEmpty(let places), .atMostOne(let places), .atLeastOne(let places),
      .required(let places), .forbidden(let places), .table(let places, _, _):
      places
    case .range(let place, _), .allowed(let place, _): [place]
    }
  }
}
