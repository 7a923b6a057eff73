/// Where the reader differs from yaml-test-suite, and why.
struct SuiteDifference: Sendable {
  /// How a case comes out.
  enum Outcome: Sendable {
    /// As the suite has it.
    case same
    /// Something that is valid is not read.
    case rejectsValid
    /// Something that is not valid is read.
    case acceptsInvalid
    /// Something that is valid is read as another value.
    case readsOtherwise
  }

  /// How the cases come out.
  let outcome: Outcome
  /// Why.
  let reason: String
  /// The cases, by their names in the suite.
  let cases: [String]

  /// All differences. Every one of them is libyaml's own: its events are not those that the suite has.
  static let all = [
    SuiteDifference(
      outcome: .rejectsValid,
      reason: "libyaml wants a key before every colon of a block mapping",
      cases: ["2JQS", "6M2F", "NHX8", "NKF9", "S3PD", "SM9W/01", "M2N8/00", "UKK6/00"]
    ),
    SuiteDifference(
      outcome: .rejectsValid,
      reason: "libyaml wants a key or value before every colon in brackets",
      cases: ["4ABK", "58MP", "5T43", "CFD4", "DBG4", "FRK4", "HM87/00"]
    ),
    SuiteDifference(
      outcome: .rejectsValid,
      reason: "libyaml wants key and colon in brackets on one line",
      cases: ["4MUZ/01", "4MUZ/02", "5MUD", "9SA2", "K3WX", "NJ66", "UT92", "VJP3/01"]
    ),
    SuiteDifference(
      outcome: .rejectsValid,
      reason: "libyaml does not skip directives that are reserved",
      cases: ["2LFX", "6LVF", "MUS6/05", "MUS6/06"]
    ),
    SuiteDifference(
      outcome: .rejectsValid,
      reason: "libyaml knows no version after 1.2",
      cases: ["BEC7"]
    ),
    SuiteDifference(
      outcome: .rejectsValid,
      reason: "libyaml allows letters, digits, `-` and `_` in the names of anchors",
      cases: ["2SXE", "8XYN", "W5VH"]
    ),
    SuiteDifference(
      outcome: .rejectsValid,
      reason: "libyaml wants `---` before a document that follows another one",
      cases: ["7Z25", "DK3J", "FP8R", "M7A3"]
    ),
    SuiteDifference(
      outcome: .rejectsValid,
      reason: "libyaml takes `...` without a document before it for a document without a value",
      cases: ["HWV9", "QT73"]
    ),
    SuiteDifference(
      outcome: .rejectsValid,
      reason: "libyaml reads a directive inside of a text",
      cases: ["W4TN"]
    ),
    SuiteDifference(
      outcome: .rejectsValid,
      reason: "libyaml takes a tab for indentation",
      cases: ["6BCT", "96NN/00", "96NN/01", "A2M4", "DK95/00", "R4YG", "Y79Y/001", "Y79Y/010"]
    ),
    SuiteDifference(
      outcome: .acceptsInvalid,
      reason: "libyaml allows continued lines in quotes and brackets that are not indented",
      cases: ["9C9N", "QB6E"]
    ),
    SuiteDifference(
      outcome: .acceptsInvalid,
      reason: "libyaml allows tabs as indentation in quotes and brackets",
      cases: ["DK95/01", "Y79Y/003"]
    ),
    SuiteDifference(
      outcome: .acceptsInvalid,
      reason: "libyaml allows a comment right after a value",
      cases: ["9JBA", "CVW2", "SU5Z", "X4QW"]
    ),
    SuiteDifference(
      outcome: .acceptsInvalid,
      reason: "libyaml allows a directive right after a document",
      cases: ["9HCY", "EB22", "RHX7"]
    ),
    SuiteDifference(
      outcome: .acceptsInvalid,
      reason: "libyaml takes any text after the version of a directive for a comment",
      cases: ["MUS6/00", "MUS6/01"]
    ),
    SuiteDifference(
      outcome: .acceptsInvalid,
      reason: "libyaml takes a dash before a bracket or comma for a text",
      cases: ["G5U8", "YJV2"]
    ),
    SuiteDifference(
      outcome: .acceptsInvalid,
      reason: "libyaml finds the indentation of a block by its first text alone",
      cases: ["S98Z"]
    ),
    SuiteDifference(
      outcome: .readsOtherwise,
      reason: "libyaml takes a question mark before a text in brackets for the mark of a key",
      cases: ["652Z", "HM87/01"]
    ),
    SuiteDifference(
      outcome: .readsOtherwise,
      reason: "libyaml leaves out a line of blanks at the end of a block",
      cases: ["JEF9/02", "L24T/01"]
    ),
    SuiteDifference(
      outcome: .readsOtherwise,
      reason: "libyaml ends the name of an anchor before a colon",
      cases: ["Y2GN"]
    ),
  ]
}
