import RecastDiagnostics
import RecastYAMLReader

/// The stage between overlays and reading: what operations say of their schemas is written into the schemas.
///
/// A convention about a schema cannot name the schema, which may be called anything or be written in place. So it
/// hangs on the operation, with the location where the schema is used:
///
///     x-client-schemas:
///       /request/form: {name: ReportForm}
///       /response/form: {name: ReportForm}
///
/// A schema that gets a name becomes a component, so that several uses share one type.
enum ClientSchemas {
  /// The document with everything attached; the document itself when there is nothing to attach.
  ///
  /// - Parameter files: the document and the files beside it, in which schemas may change as well.
  static func attached(to root: YAMLNode, _ files: inout DocumentFiles, log: inout DiagnosticLog) -> YAMLNode {
    let operations = SchemaStarts.all(in: root, file: files.mainPath)
    guard !operations.isEmpty else { return root }
    var finder = SchemaFinder(references: ReferenceTable(root, files: files), log: log)
    var plan = AttachmentPlan()
    for operation in operations {
      guard let entries = operation.operation.node[SchemaAttachment.key] else { continue }
      for attachment in SchemaAttachment.list(reading: entries, log: &finder.log) {
        attach(attachment, operation, &plan, &finder)
      }
    }
    plan.planVariants(&finder)
    plan.decide(mainFile: files.mainPath, log: &finder.log)
    leaveOutParts(&plan, &finder)
    let schemas = root["components"]?["schemas"]
    plan.nameComponents(taken: Set(schemas?.entries.map(\.key) ?? []), mainFile: files.mainPath)
    plan.avoidNames(in: schemas, mainFile: files.mainPath, log: &finder.log)
    files = finder.references.files
    log = finder.log
    return plan.order.isEmpty ? root : carriedOut(plan, root, &files, log: &log)
  }

  private static func attach(
    _ attachment: SchemaAttachment,
    _ operation: SchemaStarts,
    _ plan: inout AttachmentPlan,
    _ finder: inout SchemaFinder
  ) {
    let start = operation.schemas(attachment.location.root, &finder)
    guard !start.isEmpty else {
      report(attachment, .deadEnd(steps: 0, []), &finder.log)
      return
    }
    let outcome = finder.follow(attachment.location, from: start)
    guard case .found(let schemas) = outcome else {
      report(attachment, outcome, &finder.log)
      return
    }
    for schema in schemas { plan.add(attachment, to: schema, log: &finder.log) }
  }

  /// A schema that another one is made of cannot be the same type as that one.
  private static func leaveOutParts(_ plan: inout AttachmentPlan, _ finder: inout SchemaFinder) {
    for (type, named) in plan.named.enumerated() where named.homes.count > 1 {
      let homes = Set(named.homes)
      var wholes: [SchemaPlace: [SchemaPlace]] = [:]
      for home in named.homes {
        for part in finder.parts(of: home).dropFirst() where homes.contains(part) {
          wholes[part, default: []].append(home)
        }
      }
      var left: Set<SchemaPlace> = []
      // Of schemas that are parts of each other, one stays.
      for home in named.homes where wholes[home]?.contains(where: { $0 != home && !left.contains($0) }) == true {
        left.insert(home)
        finder.log.warning(
          .schemaAttachmentConflict,
          "one of the schemas called `\(named.text)` is a part of another",
          at: named.name.span,
          label: "the part keeps its own name",
          notes: [.init("the part", at: finder.node(at: home)?.span.leadingEdge)]
        )
      }
      plan.leaveOut(left, of: type)
    }
  }

  /// Schemas that turn out to be something else than the others of their type are left out, and everything is done
  /// again without them. What is left out can make others differ, which few documents bring about even once.
  private static let mostRounds = 4

  private static func carriedOut(
    _ plan: AttachmentPlan,
    _ root: YAMLNode,
    _ files: inout DocumentFiles,
    log: inout DiagnosticLog
  ) -> YAMLNode {
    var plan = plan
    for round in 1...mostRounds {
      var edit = SchemaEdit(root, plan, mainFile: files.mainPath, log: log)
      let others = otherFiles(of: plan, &files, &edit)
      let main = edit.withComponents(edit.edited(files.mainPath, root: edit.document))
      log = edit.log
      guard !edit.strangers.isEmpty, round < mostRounds else { return finished(edit, main, others, &files, log: &log) }
      for (type, strangers) in Dictionary(grouping: edit.strangers, by: \.type).sorted(by: { $0.key < $1.key }) {
        plan.leaveOut(Set(strangers.map(\.home)), of: type)
      }
      if round == mostRounds - 1 { plan.keepFirst() }
    }
    return root
  }

  /// Files beside the document that are changed as well.
  private static func otherFiles(
    of plan: AttachmentPlan,
    _ files: inout DocumentFiles,
    _ edit: inout SchemaEdit
  ) -> [(path: String, root: YAMLEditor.Reference)] {
    Set(plan.order.map(\.file)).subtracting([files.mainPath]).sorted().compactMap { path in
      guard let root = files.root(path, log: &edit.log) else { return nil }
      return (path, edit.edited(path, root: edit.editor.adopt(root)))
    }
  }

  private static func finished(
    _ edit: SchemaEdit,
    _ main: YAMLEditor.Reference,
    _ others: [(path: String, root: YAMLEditor.Reference)],
    _ files: inout DocumentFiles,
    log: inout DiagnosticLog
  ) -> YAMLNode {
    let limit = YAMLLimits().expandedNodes
    guard edit.editor.expandedSize(of: main, limit: limit) != nil else {
      log.error(
        .documentTooLarge,
        "the types that schemas become make the document grow to more than \(limit) values",
        at: edit.plan.named.first?.name.span
      )
      return edit.editor.node(edit.document)
    }
    for other in others { files.replace(other.path, with: edit.editor.node(other.root)) }
    let result = edit.editor.node(main)
    files.replace(files.mainPath, with: result)
    return result
  }

  private static func report(
    _ attachment: SchemaAttachment,
    _ outcome: SchemaFinder.Outcome,
    _ log: inout DiagnosticLog
  ) {
    guard !attachment.isOptional else { return }
    guard case .deadEnd(let steps, let schemas) = outcome else {
      log.warning(
        .schemaNotFound,
        "too many schemas lie on the way of `\(attachment.location)`",
        at: attachment.span,
        label: "without effect"
      )
      return
    }
    let known = attachment.location.prefix(steps)
    let next = attachment.location.steps.indices.contains(steps) ? attachment.location.steps[steps] : nil
    let missing: String
    var help: String?
    switch next {
    case .member(let name)?:
      missing = "`\(known)` has no member `\(name)`"
      let names = schemas.prefix(100).flatMap { $0["properties"]?.entries.map(\.key) ?? [] }
      help = Suggestion.help(for: name, in: names)
    case .each?: missing = "`\(known)` is neither an array nor a map"
    case .alternative(let name)?: missing = "no alternative of `\(known)` has a member `\(name)`"
    case nil: missing = "there is no schema"
    }
    log.warning(
      .schemaNotFound,
      "`\(attachment.location)` leads nowhere: \(missing)",
      at: attachment.span,
      label: "without effect",
      notes: schemas.first.map { [.init("`\(known)` is here", at: $0.span.leadingEdge)] } ?? [],
      help: help ?? "correct the location, or set `x-client-optional: true`"
    )
  }
}
