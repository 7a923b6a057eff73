import Testing

/// Everything that runs the compiler, one test after the other: several at once would only get in each other's way.
@Suite(.serialized)
enum Compilation {}
