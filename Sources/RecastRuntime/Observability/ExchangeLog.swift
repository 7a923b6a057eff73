import Logging

extension Connection {
  /// Runs an exchange and logs how it went: operation, method, path without its values, status and duration.
  ///
  /// Nothing else is logged. Header fields, queries, bodies and the values in a path may be secret, or simply not the
  /// log reader's business.
  func logged<Output>(
    _ request: PreparedRequest,
    _ exchange: () async throws -> APIResponse<Output>
  ) async throws -> APIResponse<Output> {
    let stopwatch = Stopwatch(clock)
    do {
      let response = try await exchange()
      let status = response.status
      log(request, level: .debug, outcome: "\(status)", status: status, duration: stopwatch.elapsed())
      return response
    } catch let error as APIError {
      log(request, level: .info, outcome: "\(error.status)", status: error.status, duration: stopwatch.elapsed())
      throw error
    } catch let error as TransportError {
      log(request, level: .warning, outcome: error.reason.description, duration: stopwatch.elapsed())
      throw error
    } catch is CancellationError {
      log(request, level: .debug, outcome: "cancelled", duration: stopwatch.elapsed())
      throw CancellationError()
    } catch {
      log(request, level: .warning, outcome: "\(type(of: error))", duration: stopwatch.elapsed())
      throw error
    }
  }

  private func log(
    _ request: PreparedRequest,
    level: Logger.Level,
    outcome: String,
    status: Int? = nil,
    duration: Duration
  ) {
    var metadata: Logger.Metadata = [
      "operation": "\(request.operationID)",
      "method": "\(request.method.rawValue)",
      "path": "\(request.pathTemplate)",
      "duration_ms": "\(Int(duration.inSeconds * 1000))",
    ]
    if let status { metadata["status"] = "\(status)" }
    logger.log(
      level: level,
      "\(request.method.rawValue) \(request.pathTemplate): \(outcome)",
      metadata: metadata
    )
  }
}

extension Logger {
  /// A logger that writes nowhere: a library says nothing unless asked.
  static var silent: Logger { Logger(label: "connection", factory: { _ in SwiftLogNoOpLogHandler() }) }
}
