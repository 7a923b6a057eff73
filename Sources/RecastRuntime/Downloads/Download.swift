public import Foundation

/// A CSV file that the API offers. Nothing is fetched until asked for, and each use fetches it anew.
public struct Download: Sendable {
  let connection: Connection
  let call: Call<ResponseBody>
  let options: CallOptions

  /// The key under which it is fetched.
  public let key: String
  /// What it holds, in words, if the API says so.
  public let description: String?
  /// The name that it gets in a folder: the key, with what file systems do not take replaced, and `.csv`.
  public let fileName: String

  /// Saves the file in a folder, under `fileName`; the folder is created if it is not there.
  ///
  /// The content goes to a temporary name beside the target and takes its place when it is complete: a file under the
  /// final name is never half written, and a failure leaves an earlier one as it was.
  ///
  /// - Returns: Where the file is.
  /// - Throws: As `Connection.send`, and `FileError` when the disk does not take it.
  @discardableResult
  public func save(to folder: URL, options: CallOptions? = nil) async throws -> URL {
    try FileError.describing("create the folder", folder) {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    return try await save(as: folder.appendingPathComponent(fileName, isDirectory: false), options: options)
  }

  /// Saves the file under a name of the caller's choice, in a folder that exists; otherwise as `save(to:)`.
  @discardableResult
  public func save(as file: URL, options: CallOptions? = nil) async throws -> URL {
    // Before the request, so that a wrong folder costs nobody a download.
    var partial = try PartialFile(for: file)
    do {
      for try await piece in try await connection.send(call, options: options ?? self.options) {
        try partial.append(piece)
      }
      try partial.commit()
    } catch {
      partial.discard()
      throw error
    }
    return file
  }

  /// The rows while they arrive, by the names in the file's first line; memory is that of one row.
  public var rows: CSVRows<ResponseBody> { CSVRows(body) }

  /// The whole file as text.
  ///
  /// - Throws: As `Connection.send`.
  public func text(options: CallOptions? = nil) async throws -> String {
    let body = try await connection.send(call, options: options ?? self.options)
    return String(decoding: try await body.collect(upTo: Connection.largestBody), as: UTF8.self)
  }

  /// The bytes while they arrive.
  public var body: ResponseBody {
    ResponseBody(deferred: { [connection, call, options] in try await connection.send(call, options: options) })
  }
}

extension Download: CustomReflectable {
  /// Key, description and file name.
  public var customMirror: Mirror {
    Mirror(self, children: ["key": key, "description": description as Any, "fileName": fileName])
  }
}
