import Foundation

/// The file that a sandbox keeps its state in.
struct StateFile: Sendable {
  /// Raised whenever a file of the new sandbox would be misread by the old one, or the other way round.
  private static let version = 1
  private static let format = "recast-sandbox-state"

  let url: URL

  private struct Header: Codable {
    var format: String
    var version: Int
  }

  private struct Contents: Codable {
    var format: String
    var version: Int
    var state: SandboxSnapshot
  }

  /// Nothing when the file does not exist yet.
  func read() throws(SandboxStateError) -> SandboxSnapshot? {
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let data: Data
    do {
      data = try Data(contentsOf: url)
    } catch {
      throw SandboxStateError("The state file \(url.path) cannot be read: \(error.localizedDescription)")
    }
    guard let header = try? JSONDecoder().decode(Header.self, from: data), header.format == Self.format else {
      throw SandboxStateError(
        "\(url.path) is not a state file of the sandbox. Name another file, or move this one away."
      )
    }
    guard header.version == Self.version else {
      throw SandboxStateError(
        "The state file \(url.path) has version \(header.version), and this sandbox reads version \(Self.version) only."
      )
    }
    do {
      return try JSONDecoder().decode(Contents.self, from: data).state
    } catch {
      throw SandboxStateError("The state file \(url.path) is damaged: \(Self.place(of: error))")
    }
  }

  /// Replaces the file in one step: whoever reads it sees the old or the new state, never a part.
  func write(_ snapshot: SandboxSnapshot) throws(SandboxStateError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      let data = try encoder.encode(Contents(format: Self.format, version: Self.version, state: snapshot))
      try data.write(to: url, options: .atomic)
    } catch {
      throw SandboxStateError("The state file \(url.path) cannot be written: \(error.localizedDescription)")
    }
  }

  private static func place(of error: any Error) -> String {
    let context: DecodingError.Context
    switch error as? DecodingError {
    case .keyNotFound(let key, let found): return "“\(key.stringValue)” is missing in “\(path(found))”"
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found): context = found
    default: return error.localizedDescription
    }
    return "“\(path(context))” holds something unexpected"
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }
}

/// Why a state file could not be read or written.
public struct SandboxStateError: Error, CustomStringConvertible, LocalizedError {
  /// One or two sentences for people.
  public let description: String

  /// The same sentences.
  public var errorDescription: String? { description }

  init(_ description: String) {
    self.description = description
  }
}
