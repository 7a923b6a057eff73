public import Foundation

/// What a transport sends as the body of a request: pieces of bytes in memory and whole files, one after the other.
///
/// It can be read any number of times, always from its beginning, and in constant memory: a redirect may ask for the
/// same body again.
public struct BodyContent: Sendable {
  /// A piece: bytes, or a file with the length that it had when it was measured.
  enum Piece: Sendable {
    case bytes([UInt8])
    case file(URL, length: Int64)
  }

  let pieces: [Piece]

  /// A body in memory.
  public init(_ bytes: [UInt8]) {
    pieces = [.bytes(bytes)]
  }

  /// A body of these pieces; files are measured now.
  ///
  /// - Throws: `InvalidRequest` when a file cannot be read.
  init(_ sources: [BodySource]) throws {
    pieces = try sources.map { source in
      switch source {
      case .bytes(let bytes): .bytes(bytes)
      case .file(let url): .file(url, length: try Self.length(of: url))
      }
    }
  }

  /// The number of bytes.
  public var length: Int64 {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .bytes(let bytes): sum + Int64(bytes.count)
      case .file(_, let length): sum + length
      }
    }
  }

  /// The bytes, when all of them are in memory; nil when a file is among the pieces.
  public var bytes: [UInt8]? {
    var all: [UInt8] = []
    for piece in pieces {
      guard case .bytes(let bytes) = piece else { return nil }
      if pieces.count == 1 { return bytes }
      all += bytes
    }
    return all
  }

  /// The file, when the body is one and nothing else.
  public var file: URL? {
    if pieces.count == 1, case .file(let url, _) = pieces[0] { url } else { nil }
  }

  /// Reads the body from its beginning.
  public func makeReader() -> Reader { Reader(pieces[...]) }

  /// The whole body, for tests and for small ones.
  ///
  /// - Throws: `InvalidRequest` when a file cannot be read, or has another length than before.
  public func collect() throws -> [UInt8] {
    var reader = makeReader()
    var all: [UInt8] = []
    while let piece = try reader.next() { all += piece }
    return all
  }

  /// Reads a body piece by piece.
  public struct Reader {
    private static let size = 1 << 18

    private var pieces: ArraySlice<Piece>
    /// The file at the front of the pieces, once it is open, and what is left of it.
    private var open: (handle: FileHandle, left: Int64)?

    fileprivate init(_ pieces: ArraySlice<Piece>) {
      self.pieces = pieces
    }

    /// The next bytes; nil at the end.
    ///
    /// - Throws: `InvalidRequest` when a file cannot be read, or has another length than before.
    public mutating func next() throws -> [UInt8]? {
      while let piece = pieces.first {
        switch piece {
        case .bytes(let bytes):
          pieces.removeFirst()
          if !bytes.isEmpty { return bytes }
        case .file(let url, let length):
          if let bytes = try next(of: url, length) { return bytes }
          pieces.removeFirst()
        }
      }
      return nil
    }

    private mutating func next(of url: URL, _ length: Int64) throws -> [UInt8]? {
      do {
        let (handle, left) = try open ?? (FileHandle(forReadingFrom: url), length)
        // One byte more than announced shows whether the file has grown.
        let data = try handle.read(upToCount: Int(min(Int64(Self.size), left + 1))) ?? Data()
        guard Int64(data.count) <= left, !data.isEmpty || left == 0 else { throw BodyContent.changed(url) }
        open = data.isEmpty ? nil : (handle, left - Int64(data.count))
        return data.isEmpty ? nil : [UInt8](data)
      } catch let error as InvalidRequest {
        throw error
      } catch {
        throw BodyContent.unreadable(url)
      }
    }
  }

  private static func length(of url: URL) throws -> Int64 {
    guard url.isFileURL else { throw InvalidRequest("\(url.scheme ?? "the URL") is no file URL; download it first") }
    // Links are followed, as reading follows them.
    let path = url.resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? NSNumber,
      FileManager.default.isReadableFile(atPath: path)
    else { throw unreadable(url) }
    return size.int64Value
  }

  private static func unreadable(_ url: URL) -> InvalidRequest {
    InvalidRequest("the file \(OneLine.quoted(url.lastPathComponent)) cannot be read; check that it is there")
  }

  private static func changed(_ url: URL) -> InvalidRequest {
    InvalidRequest("the file \(OneLine.quoted(url.lastPathComponent)) changed while it was sent")
  }
}

/// Where a piece of a body comes from.
enum BodySource: Sendable, Hashable {
  case bytes([UInt8])
  case file(URL)
}
