import RecastClientPlan

/// The file of a resource: its type with a method per operation, the calls, and the definitions of its jobs.
struct ResourceFile {
  let spelling: TypeSpelling
  let plan: Plan
  let resource: PlannedResource

  func contents() -> String {
    var writer = SourceWriter()
    FileHeader(spelling: spelling).emit(foundation: resource.operations.contains(where: \.needsFoundation), &writer)
    writer.line()
    emitResource(&writer)
    writer.line()
    writer.block("nonisolated extension Calls") { writer in
      for (position, operation) in resource.operations.enumerated() {
        if position > 0 { writer.line() }
        CallEmitter(spelling: spelling, operation: operation).emit(&writer)
      }
    }
    // The forms of an operation that differ in what they send share what they answer.
    var declared: Set<TypeName> = []
    for operation in resource.operations {
      guard case .cases(let answers) = operation.output, declared.insert(answers.name).inserted else { continue }
      writer.line()
      AnswerEmitter(spelling: spelling).emit(answers, of: operation, &writer)
    }
    emitJobs(&writer)
    return writer.text
  }

  private func emitResource(_ writer: inout SourceWriter) {
    writer.doc(DocComment(resource.documentation, else: DocComment("The operations under \(resource.name).")))
    writer.block("nonisolated \(spelling.access)struct \(resource.typeName.last): Sendable") { writer in
      writer.line("let core: \(spelling.runtime(Identifier("Connection")))")
      if resource.isScoped, let scope = plan.scope { writer.line("let \(scope.name): \(spelling(scope.type))") }
      for operation in resource.operations {
        writer.line()
        MethodEmitter(spelling: spelling, operation: operation, jobMethod: jobMethod(operation)).emit(&writer)
        if let edit = operation.edit {
          writer.line()
          EditEmitter(spelling: spelling, operation: operation, edit: edit).emit(&writer)
        }
        if let job = operation.job, job.ownsMethods {
          writer.line()
          emitter(job, operation).emitMethods(&writer)
        }
        if case .download(_, let downloads?) = operation.convention {
          writer.line()
          DownloadsEmitter(spelling: spelling, downloads: downloads, scope: scope, method: Identifier("downloads"))
            .emit(
              DocComment("The files that a fetched value lists, to save or to read."),
              &writer
            )
        }
      }
    }
  }

  private func emitJobs(_ writer: inout SourceWriter) {
    let jobs = resource.operations.compactMap { operation in
      operation.job.flatMap { $0.ownsDefinition ? ($0, operation) : nil }
    }
    guard !jobs.isEmpty else { return }
    writer.line()
    writer.block("nonisolated extension Jobs") { writer in
      for (position, (job, operation)) in jobs.enumerated() {
        if position > 0 { writer.line() }
        emitter(job, operation).emitDefinition(&writer)
      }
    }
  }

  private func emitter(_ job: PlannedJob, _ operation: PlannedOperation) -> JobEmitter {
    JobEmitter(
      spelling: spelling,
      job: job,
      scope: scope,
      jobMethod: jobMethod(operation),
      downloadsMethod: Identifier("downloads")
    )
  }

  /// The scope's argument, where the resource has one.
  private var scope: Identifier? { resource.isScoped ? plan.scope?.name : nil }

  /// `job(id:)`, unless the resource has jobs of several kinds.
  private func jobMethod(_ operation: PlannedOperation) -> Identifier {
    let isOnlyOne = Set(resource.operations.compactMap(\.job?.definitionName)).count < 2
    guard !isOnlyOne, let job = operation.job else { return Identifier("job") }
    return job.definitionName.appending(Identifier("Job"))
  }
}

extension PlannedOperation {
  /// The job that the operation starts.
  var job: PlannedJob? {
    if case .job(let job) = convention { job } else { nil }
  }

  /// Whether Foundation declares a type that the operation uses.
  fileprivate var needsFoundation: Bool {
    var types = parameters.map(\.type) + (body?.members ?? []).map(\.type)
    if let type = body?.type { types.append(type) }
    types += output.types
    return types.contains(where: \.needsFoundation)
  }
}
