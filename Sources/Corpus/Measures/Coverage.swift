import RecastClientPlan
import RecastDiagnostics
import RecastYAMLReader

/// What a document holds against what came out of it.
package struct Coverage: Sendable {
  /// Something that was neither emitted nor reported.
  package struct Loss: Sendable, CustomStringConvertible {
    /// Where it is written.
    package let span: SourceSpan
    /// What it is, for people.
    package let description: String
  }

  /// Operations below paths, and those of them that can be called.
  package private(set) var operations = (documented: 0, emitted: 0)
  /// Properties of schemas, and those that have a member of a type.
  package private(set) var properties = (documented: 0, emitted: 0)
  /// Emitted properties whose schema states a type, and those that kept it.
  package private(set) var types = (stated: 0, kept: 0)
  /// Silent losses, in document order.
  package private(set) var losses: [Loss] = []
  /// Properties whose stated type came out as `JSONValue`.
  package private(set) var untyped: [Loss] = []

  /// Compares a document with its plan.
  ///
  /// - Parameters:
  ///   - root: the document's tree.
  ///   - file: the document.
  ///   - plan: what was made of it; `nil` when that failed.
  ///   - diagnostics: what was said about it.
  package init(root: YAMLNode, file: SourceFile, plan: Plan?, diagnostics: [Diagnostic]) {
    let parts = DocumentParts(root: root, file: file)
    let sections = ["paths", "components", "definitions"].compactMap { root[$0]?.span }
    let findings = FindingIndex(diagnostics, sections: sections)
    let walk = DocumentWalk(root: root, parts: parts, findings: findings)
    let emitted = plan.map(EmittedParts.init)
    take(walk.properties, emitted: emitted, findings: findings, types: StatedType(parts: parts))
    take(walk.operations, emitted: emitted, findings: findings)
    losses.sort { ($0.span.file.path, $0.span.range.lowerBound) < ($1.span.file.path, $1.span.range.lowerBound) }
  }

  private mutating func take(
    _ properties: [DocumentWalk.Property],
    emitted: EmittedParts?,
    findings: FindingIndex,
    types: StatedType
  ) {
    let reported = OwnFindings(properties, findings: findings)
    for property in properties {
      self.properties.documented += 1
      if let kept = emitted?.types[SourcePlace(property.key)] {
        self.properties.emitted += 1
        guard types.states(property.schema) else { continue }
        self.types.stated += 1
        if kept.contains(where: { types.isLost($0, of: property.schema) }) {
          untyped.append(Loss(span: property.key, description: "the type of \(property.pointer)"))
        } else {
          self.types.kept += 1
        }
      } else if !property.isReportedAbove, !reported.contains(property) {
        losses.append(Loss(span: property.key, description: "property \(property.pointer)"))
      }
    }
  }

  private mutating func take(
    _ operations: [DocumentWalk.Operation],
    emitted: EmittedParts?,
    findings: FindingIndex
  ) {
    let byPlace = Dictionary(grouping: operations) { SourcePlace($0.key) }
    for (place, group) in byPlace {
      guard let operation = group.first else { continue }
      let isCalled = operation.isCalled
      let count = emitted?.paths[place]?.count ?? 0
      if isCalled {
        self.operations.documented += group.count
        self.operations.emitted += min(count, group.count)
      }
      let isReported = group.contains { $0.isReportedAbove } || findings.touch(operation.node.span)
      guard count < (isCalled ? group.count : 1), !isReported else { continue }
      losses.append(Loss(span: operation.key, description: "operation \(operation.pointer)"))
    }
  }
}
