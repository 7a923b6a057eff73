/// What a change does to Swift code, with the reason.
struct SwiftJudgement: Sendable {
  /// The effect.
  var effect: SwiftEffect
  /// The reason in words.
  var text: String

  /// Nothing happens.
  static let none = SwiftJudgement(effect: .none, text: "nothing changes")

  static func breaking(_ text: String) -> SwiftJudgement { SwiftJudgement(effect: .sourceBreaking, text: text) }

  static func additive(_ text: String) -> SwiftJudgement { SwiftJudgement(effect: .additive, text: text) }

  static func behaviour(_ text: String) -> SwiftJudgement { SwiftJudgement(effect: .behaviour, text: text) }
}

/// Compares what callers see of two generated clients, at the places that a change is about.
struct SurfaceComparison {
  /// The client of the older document.
  let old: SwiftSurface
  /// The client of the newer document.
  let new: SwiftSurface

  /// What becomes of a member of an object; `nil` when callers see no difference.
  func member(_ before: SourcePlaces) -> SwiftJudgement? {
    let first = before.old.flatMap { old.members[$0] } ?? []
    let second = before.new.flatMap { new.members[$0] } ?? []
    let judgements: [SwiftJudgement]
    switch (first.isEmpty, second.isEmpty) {
    case (true, true): return nil
    case (true, false): judgements = second.map(added)
    case (false, true): judgements = first.map { .breaking("`\($0.owner).\($0.name)` is gone") }
    case (false, false): judgements = pairs(first, second).compactMap(changed)
    }
    return judgements.max { $0.effect < $1.effect }
  }

  private func added(_ member: SwiftSurface.Member) -> SwiftJudgement {
    let name = "`\(member.owner).\(member.name)`"
    guard old.owners.contains(member.owner), member.isSent, !member.hasDefault else {
      return .additive("\(name) is new")
    }
    return .breaking("\(name) is new, and has to be given")
  }

  private func changed(_ first: SwiftSurface.Member, _ second: SwiftSurface.Member) -> SwiftJudgement? {
    if first.name != second.name {
      return .breaking("`\(first.owner).\(first.name)` is `\(second.owner).\(second.name)` now")
    }
    if first.type != second.type {
      return .breaking("`\(second.owner).\(second.name)` is `\(second.type)` now, and was `\(first.type)`")
    }
    if first.hasDefault, !second.hasDefault, second.isSent {
      return .breaking("`\(second.owner).\(second.name)` has to be given now")
    }
    guard first.takesNull != second.takesNull else { return nil }
    return first.takesNull
      ? .breaking("`\(second.owner).\(second.name)` cannot be set to null any more")
      : .additive("`\(second.owner).\(second.name)` can be set to null")
  }

  /// What becomes of the type of a member, whether or not there has to be a value; `nil` when it is the same.
  func memberType(_ places: SourcePlaces) -> SwiftJudgement? {
    let first = places.old.flatMap { old.members[$0] } ?? []
    let second = places.new.flatMap { new.members[$0] } ?? []
    return pairs(first, second).first { $0.bareType != $1.bareType }.flatMap(changed)
  }

  /// The members of the same types, or else those of both in order.
  private func pairs(
    _ first: [SwiftSurface.Member],
    _ second: [SwiftSurface.Member]
  ) -> [(SwiftSurface.Member, SwiftSurface.Member)] {
    let same = first.compactMap { member in second.first { $0.owner == member.owner }.map { (member, $0) } }
    return same.isEmpty ? Array(zip(first, second)) : same
  }

  /// What becomes of the value of an enumeration; `nil` when callers see no difference.
  func value(_ raw: String, _ places: SourcePlaces) -> SwiftJudgement? {
    let before = cases(of: raw, in: places.old.flatMap { old.types[$0] })
    let after = cases(of: raw, in: places.new.flatMap { new.types[$0] })
    switch (before.first, after.first) {
    case (let name?, nil): return .breaking("`\(name)` is gone")
    case (nil, let name?): return .additive("`\(name)` is new")
    default: return nil
    }
  }

  private func cases(of raw: String, in types: [SwiftSurface.Declared]?) -> [String] {
    (types ?? []).filter { !$0.isUnion }.compactMap { type in type.cases[raw].map { "\(type.name).\($0)" } }
  }

  /// What becomes of the cases of a union, or of a type as a whole; `nil` when callers see no difference.
  func type(_ places: SourcePlaces) -> SwiftJudgement? {
    let before = places.old.flatMap { old.types[$0] }?.first
    let after = places.new.flatMap { new.types[$0] }?.first
    guard let before, let after else { return nil }
    if before.isUnion != after.isUnion {
      return .breaking("`\(after.name)` is \(after.isUnion ? "an enum with cases" : "no enum with cases") now")
    }
    if before.isUnion, let judgement = unionCases(before, after) { return judgement }
    if before.name != after.name { return .breaking("`\(before.name)` is called `\(after.name)` now") }
    return nil
  }

  private func unionCases(_ before: SwiftSurface.Declared, _ after: SwiftSurface.Declared) -> SwiftJudgement? {
    let (first, second) = (Set(before.cases.keys), Set(after.cases.keys))
    if let gone = first.subtracting(second).min() { return .breaking("`\(after.name).\(gone)` is gone") }
    guard let added = second.subtracting(first).min() else { return nil }
    return .breaking("`\(after.name).\(added)` is new: a `switch` without `default` has to handle it")
  }
}
