/// Decides which operation brings along what jobs of one kind share: several operations may start them.
enum JobPass {
  /// The resources, with one owner of each definition, and one owner of its methods in each resource.
  static func apply(to resources: [PlannedResource]) -> [PlannedResource] {
    var defined: Set<Identifier> = []
    return resources.map { resource in
      var resource = resource
      var withMethods: Set<Identifier> = []
      resource.operations = resource.operations.map { operation in
        guard case .job(var job) = operation.convention else { return operation }
        var operation = operation
        job.ownsDefinition = defined.insert(job.definitionName).inserted
        job.ownsMethods = withMethods.insert(job.definitionName).inserted
        operation.convention = .job(job)
        return operation
      }
      return resource
    }
  }
}
