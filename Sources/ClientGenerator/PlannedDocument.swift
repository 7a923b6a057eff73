import RecastClientPlan
import RecastDiagnostics
import RecastOpenAPIDocument

/// A document, and the client that comes of it: what is compared with another state of the document.
package struct PlannedDocument: Sendable {
  /// What was written, overlays applied.
  package var document: Document
  /// The client that comes of it.
  package var plan: Plan
}

extension Generator {
  /// Goes as far as the plan of a client, and prints nothing.
  ///
  /// - Parameter log: takes everything that is worth telling.
  /// - Returns: the document and the plan, or `nil` when the log holds an error.
  package static func planned(_ input: GeneratorInput, log: inout DiagnosticLog) -> PlannedDocument? {
    let configuration = configuration(input, log: &log)
    var times = StageTimes()
    guard let document = document(input, log: &log, &times) else {
      log.settle()
      return nil
    }
    let result = plan(document, input, configuration, log: &log, &times)
    log.settle()
    return log.hasErrors ? nil : PlannedDocument(document: document, plan: result)
  }
}
