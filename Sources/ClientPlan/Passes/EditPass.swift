import RecastDiagnostics
import RecastOpenAPIDocument

extension ConventionPass {
  /// Plans the method that changes what others may change meanwhile.
  mutating func edit(_ edit: EditExtension, _ operation: PlannedOperation, in resource: PlannedResource) -> PlannedEdit?
  {
    guard let list = get(edit.list, edit.span) else { return nil }
    guard let own = resource.operations.first(where: { $0.callName == list.callName }),
      case .pages(let pages) = own.convention
    else {
      return unusable(edit.span, "`\(list.operationID)` is no list with pages of the same resource", operation)
    }
    let parameters = own.parameters.filter { !$0.isScope && $0.required && $0.constant == nil }
    guard parameters.allSatisfy({ wanted in operation.parameters.contains { $0.name == wanted.name } }) else {
      return unusable(edit.span, "`\(list.operationID)` needs an argument that this operation has not", operation)
    }
    guard case .send = operation.convention, case .json(.named(let body))? = operation.body?.content,
      case .object(let object)? = declared[body]?.kind
    else { return unusable(edit.span, "the operation takes no JSON object", operation) }
    guard let current = member(edit.current, of: pages.item), let lock = member(edit.lock, of: pages.item),
      let into = member(edit.into, of: .named(body))
    else { return nil }
    guard current.type == .bool else { return unusable(edit.current.span, "the member is no boolean", operation) }
    guard into.steps.count == 1, into.type == lock.type, !lock.isOptional else {
      return unusable(edit.into.span, "the lock is not of the type that the body takes", operation)
    }
    let rest = object.properties.filter { $0.name != into.steps.first?.name && !$0.hasDefault }
    guard rest.count == 1, let form = rest.first, let lockMember = into.steps.first?.name else {
      return unusable(edit.span, "the body needs exactly one member beside the lock", operation)
    }
    return PlannedEdit(
      methodName: SwiftName.value(edit.name),
      listMethod: own.methodName,
      listArguments: parameters.map(\.name),
      item: pages.item,
      current: current,
      lock: lock,
      body: .named(body),
      lockMember: lockMember,
      formMember: form,
      conflict: edit.conflict,
      attempts: edit.attempts
    )
  }
}
