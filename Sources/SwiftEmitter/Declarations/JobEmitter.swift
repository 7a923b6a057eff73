import RecastClientPlan

/// Prints what a job needs beside the method that starts it: its definition, the job of an id, and the files it lists.
struct JobEmitter {
  let spelling: TypeSpelling
  let job: PlannedJob
  /// The scope's argument, where there is one.
  let scope: Identifier?
  let jobMethod: Identifier
  let downloadsMethod: Identifier

  /// The definition in `Jobs`.
  func emitDefinition(_ writer: inout SourceWriter) {
    let definition: Code = "\(spelling.runtime(Identifier("JobDefinition")))<\(spelling(job.value))>"
    writer.block("static var \(job.definitionName): \(definition)") { writer in
      writer.expression(
        .call(
          spelling.runtime(Identifier("JobDefinition")),
          [
            .init("name", .code("\(StringLiteral(job.name))")),
            .init("pending", strings(job.pending)),
            .init("success", strings(job.success)),
            .init("failure", strings(job.failure)),
            .init("interval", .code(".seconds(\(job.intervalSeconds))")),
            .init("deadline", .code(".seconds(\(job.timeoutSeconds))")),
            .init("status", .code("{ \(status) }")),
          ]
        )
      )
    }
  }

  /// The resource's methods.
  func emitMethods(_ writer: inout SourceWriter) {
    emitJobMethod(&writer)
    guard let downloads = job.downloads else { return }
    writer.line()
    DownloadsEmitter(spelling: spelling, downloads: downloads, scope: scope, method: downloadsMethod).emit(
      DocComment("The files that a job lists, to save or to read; none before it has succeeded."),
      &writer
    )
  }

  private func emitJobMethod(_ writer: inout SourceWriter) {
    writer.doc(DocComment("A job that was started earlier, here or elsewhere, to wait for or to look at."))
    let type: Code = "\(spelling.runtime(Identifier("Job")))<\(spelling(job.value))>"
    let name = job.idParameter.name
    writer.function(
      "\(spelling.access)func \(jobMethod)",
      [
        "\(Code.label(name)): \(spelling(job.idParameter.type))",
        "options: \(spelling.runtime(Identifier("CallOptions"))) = .init()",
      ],
      effects: " -> \(type)"
    ) { writer in
      let poll = Expression.call(
        "Calls.\(Code.plain(job.pollCall))",
        scopeArgument + [.init(.argumentLabel(name), .code("\(name)"))]
      )
      var arguments: [Expression.Argument] = [
        .init("connection", .code("core")),
        .init("id", .code(job.idParameter.type == .string ? "\(name)" : "\"\\(\(name))\"")),
        .init("definition", .code("Jobs.\(Code.plain(job.definitionName))")),
        .init("poll", poll),
      ]
      arguments.append(.init("options", .code("options")))
      if job.downloads != nil { arguments.append(.init("downloads", .code("downloads(of:)"))) }
      writer.expression(.call(spelling.runtime(Identifier("Job")), arguments))
    }
  }

  private var scopeArgument: [Expression.Argument] {
    scope.map { [Expression.Argument(.argumentLabel($0), .code("\($0)"))] } ?? []
  }

  private var status: Code {
    let value = MemberPathEmitter.value(job.status, of: "$0")
    switch (job.statusIsEnumeration, job.status.isOptional) {
    case (true, true): return "\(value)?.rawValue ?? \"\""
    case (true, false): return "\(value).rawValue"
    case (false, true): return "\(value) ?? \"\""
    case (false, false): return value
    }
  }

  private func strings(_ values: [String]) -> Expression { .array(values.map { .code("\(StringLiteral($0))") }) }
}
