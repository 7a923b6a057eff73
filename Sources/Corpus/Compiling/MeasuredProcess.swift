import Foundation

/// A program that ran to its end, and what that cost.
package struct MeasuredProcess: Sendable {
  /// How it ended.
  package enum Ending: Sendable, Equatable {
    case exited(Int32)
    case killed(signal: Int32)
    /// It was ended because it took too long.
    case outOfTime
  }

  /// A program could not be started.
  package struct NoStart: Error, CustomStringConvertible {
    let program: String
    let reason: String

    package var description: String { "cannot start \(program): \(reason)" }
  }

  /// How it ended.
  package let ending: Ending
  /// What it wrote to standard output and standard error.
  package let said: String
  /// Processor seconds of it and of the processes that it waited for.
  package let processorSeconds: Double
  /// The most memory that one of these processes took, in bytes.
  package let peakMemory: Int

  /// Runs a program and waits for its end; this blocks the thread.
  ///
  /// What it leaves in the folder for temporary files goes with it.
  ///
  /// - Parameters:
  ///   - command: the program, looked up in `PATH`, and its arguments.
  ///   - input: the file that is its standard input; `nil` for nothing.
  ///   - limit: after this it is ended, with all that it started.
  package static func run(
    _ command: [String],
    input: URL? = nil,
    within limit: Duration = .seconds(900)
  ) throws -> MeasuredProcess {
    let own = try ScratchFolder()
    defer { own.remove() }
    let output = own.url.appendingPathComponent("output")
    let process = try spawn(command, input: input?.path ?? "/dev/null", output: output.path, temporary: own.url.path)
    let watch = Watch(group: process)
    let ending = Interruption.shared.add { watch.end() }
    defer { Interruption.shared.remove(ending) }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit / .seconds(1)) { watch.end() }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let wasEnded = watch.close()
    let signal = status & 0x7F
    return MeasuredProcess(
      ending: wasEnded ? .outOfTime : signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal),
      said: String(decoding: (try? Data(contentsOf: output)) ?? Data(), as: UTF8.self),
      processorSeconds: usage.ru_utime.seconds + usage.ru_stime.seconds,
      peakMemory: usage.ru_maxrss * Self.memoryUnit
    )
  }

  #if canImport(Darwin)
    private static let memoryUnit = 1
  #else
    private static let memoryUnit = 1024
  #endif

  /// Starts a program in a process group of its own, so that it can be ended with all that it started.
  private static func spawn(
    _ command: [String],
    input: String,
    output: String,
    temporary: String
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    posix_spawnattr_setpgroup(&attributes, 0)
    // What this program takes care of itself would be ignored by the other.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in Interruption.signals { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let variables = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary]) { $1 }
    let arguments = command.map { strdup($0) }
    let environment = variables.map { strdup("\($0)=\($1)") }
    defer { (arguments + environment).forEach { free($0) } }
    var process: pid_t = 0
    let problem = posix_spawnp(
      &process,
      command.first ?? "",
      &actions,
      &attributes,
      arguments + [nil],
      environment + [nil]
    )
    guard problem == 0 else { throw NoStart(program: command.first ?? "", reason: String(cString: strerror(problem))) }
    return process
  }
}

/// Ends a process group when its time is over, unless the process was done before.
///
/// `@unchecked Sendable` holds because what changes is only touched under the lock.
private final class Watch: @unchecked Sendable {
  private let group: pid_t
  private let lock = NSLock()
  private var isOpen = true
  private var wasEnded = false

  init(group: pid_t) { self.group = group }

  func end() {
    lock.withLock {
      guard isOpen else { return }
      wasEnded = true
      _ = kill(-group, SIGKILL)
    }
  }

  /// Says that the process is done; gives whether that was by ``end()``.
  func close() -> Bool {
    lock.withLock {
      isOpen = false
      return wasEnded
    }
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}
