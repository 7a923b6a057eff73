extension Duration {
  /// That many minutes, of 60 seconds each.
  public static func minutes(_ minutes: some BinaryInteger) -> Duration { .seconds(60) * minutes }

  /// That many hours, of 60 minutes each.
  public static func hours(_ hours: some BinaryInteger) -> Duration { .seconds(3600) * hours }

  /// In seconds, for arithmetic with factors.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }

  /// Short text for messages: `850 ms`, `12 s`, `3 min 20 s`, `2 h 5 min`.
  var readable: String {
    let seconds = components.seconds
    if seconds < 1 { return "\(components.attoseconds / 1_000_000_000_000_000) ms" }
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s" }
    return seconds % 3600 < 60 ? "\(seconds / 3600) h" : "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }
}
