import Dispatch
import Foundation

/// Waits for Ctrl-C (SIGINT) or a polite request to end (SIGTERM), in place of being killed by them.
struct Interruption {
  private let signals: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  init() {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    signals = stream
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield() }
      source.resume()
      return source
    }
  }

  func wait() async {
    for await _ in signals { break }
    for source in sources { source.cancel() }
  }
}
