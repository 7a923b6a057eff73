import Foundation

@testable import RecastRuntime

#if canImport(Glibc)
  private let streamType = Int32(SOCK_STREAM.rawValue)
#else
  private let streamType = SOCK_STREAM
#endif

/// A web server on a free port of 127.0.0.1 that does exactly what a test tells it, also what no server should.
final class LocalServer: Sendable {
  struct Request: Sendable {
    let line: String
    let headers: [String: String]
    let body: [UInt8]

    var bodyText: String { String(decoding: body, as: UTF8.self) }
  }

  /// The connection to answer on.
  struct Wire: Sendable {
    fileprivate let socket: Int32

    /// Writes bytes; false when the client is gone.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes { unsafe in
          send(socket, unsafe.baseAddress?.advanced(by: sent), bytes.count - sent, 0)
        }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }

    @discardableResult
    func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    /// A whole answer, after which the connection is closed.
    func answer(_ status: Int, headers: [String: String] = [:], body: String = "") {
      let fields = headers.map { "\($0): \($1)\r\n" }.joined()
      write("HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\(fields)\r\n\(body)")
    }
  }

  private let listener: Int32
  private let log: Locked<[Request]>
  let port: Int

  var requests: [Request] { log.withLock { $0 } }
  var baseURL: String { "http://127.0.0.1:\(port)" }

  init(_ handler: @escaping @Sendable (Request, Wire) -> Void) throws {
    let listener = socket(AF_INET, streamType, 0)
    // A client that is gone is an answer of `send`, not a signal.
    signal(SIGPIPE, SIG_IGN)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && listen(listener, 64) == 0 && getsockname(listener, address, &size) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRINUSE) }
    let log = Locked<[Request]>([])
    self.listener = listener
    port = Int(UInt16(bigEndian: address.sin_port))
    self.log = log
    Thread.detachNewThread {
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        Thread.detachNewThread {
          if let request = Self.read(client) {
            log.withLock { $0.append(request) }
            handler(request, Wire(socket: client))
          }
          close(client)
        }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private static func read(_ client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let separator = Array("\r\n\r\n".utf8)
    var headEnd: Int?
    var length = 0
    var headers: [String: String] = [:]
    var line = ""
    while true {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer.prefix(count)
      if headEnd == nil, let end = bytes.indices.first(where: { bytes[$0...].starts(with: separator) }) {
        headEnd = end + 4
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        line = lines.first ?? ""
        for field in lines.dropFirst() {
          let parts = field.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
          headers[parts[0].lowercased()] = parts.count > 1 ? parts[1] : ""
        }
        length = headers["content-length"].flatMap { Int($0) } ?? 0
      }
      if let headEnd, bytes.count >= headEnd + length {
        return Request(line: line, headers: headers, body: Array(bytes[headEnd..<(headEnd + length)]))
      }
    }
  }
}
