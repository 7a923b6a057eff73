public import Foundation

/// The files of a result, in the order in which the API lists them. Nothing is fetched until asked for.
public struct Downloads: RandomAccessCollection, Sendable {
  private let downloads: [Download]

  init(_ downloads: [Download]) {
    self.downloads = downloads
  }

  /// The position of the first file.
  public var startIndex: Int { downloads.startIndex }
  /// The position after the last file.
  public var endIndex: Int { downloads.endIndex }
  /// The file at a position.
  public subscript(position: Int) -> Download { downloads[position] }

  /// The file of that key.
  ///
  /// - Throws: `UnknownDownload` with the keys that there are.
  public func download(_ key: String) throws -> Download {
    guard let download = first(where: { $0.key == key }) else {
      throw UnknownDownload(key: key, available: map(\.key))
    }
    return download
  }

  /// Saves all files in a folder, which is created if it is not there; a few at a time.
  ///
  /// When one fails, those in progress are ended and removed; those already complete stay.
  ///
  /// - Parameters:
  ///   - folder: Where the files go, each under its `fileName`.
  ///   - concurrency: How many are fetched at a time.
  /// - Returns: Where the files are, in the order of the collection.
  /// - Throws: As `Connection.send`, and `FileError` when the disk does not take them.
  @discardableResult
  public func save(
    to folder: URL,
    concurrency: Int = 4,
    options: CallOptions? = nil
  ) async throws -> [URL] {
    try await withThrowingTaskGroup(of: (Int, URL).self) { group in
      var urls = [URL?](repeating: nil, count: count)
      for index in indices {
        if index >= Swift.max(1, concurrency), let (done, url) = try await group.next() { urls[done] = url }
        let download = self[index]
        group.addTask { (index, try await download.save(to: folder, options: options)) }
      }
      for try await (done, url) in group { urls[done] = url }
      return urls.compactMap { $0 }
    }
  }
}

extension Downloads: CustomReflectable, CustomStringConvertible {
  /// The keys.
  public var description: String { "\(map(\.key))" }
  /// The files.
  public var customMirror: Mirror { Mirror(self, unlabeledChildren: downloads, displayStyle: .collection) }
}

extension Connection {
  /// A file on its own.
  ///
  /// - Parameters:
  ///   - call: The call that fetches it.
  ///   - key: The key under which the API knows it; the file's name is made from it.
  ///   - description: What it holds, in words.
  ///   - options: Those of every use that names no others.
  public func download(
    _ call: Call<ResponseBody>,
    key: String,
    description: String? = nil,
    options: CallOptions = CallOptions()
  ) -> Download {
    Download(
      connection: self,
      call: call,
      options: options,
      key: key,
      description: description,
      fileName: FileName.safe(key, fileExtension: "csv")
    )
  }

  /// The files of a result. Their names in a folder differ, even where case is ignored.
  public func downloads(
    _ references: [DownloadReference],
    call: @escaping @Sendable (_ key: String) -> Call<ResponseBody>
  ) -> Downloads {
    let names = FileName.unique(references.map(\.key), fileExtension: "csv")
    return Downloads(
      zip(references, names).map { reference, name in
        Download(
          connection: self,
          call: call(reference.key),
          options: CallOptions(),
          key: reference.key,
          description: reference.description,
          fileName: name
        )
      }
    )
  }
}
