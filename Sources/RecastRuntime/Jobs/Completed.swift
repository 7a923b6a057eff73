/// The result of a finished job: the plain value, and access to its files.
@dynamicMemberLookup
public struct Completed<Value: Sendable>: Sendable {
  /// The result itself.
  public let value: Value
  /// The files of the result; empty when it has none. Nothing is fetched until asked for.
  public let downloads: Downloads

  init(_ value: Value, downloads: Downloads) {
    self.value = value
    self.downloads = downloads
  }

  /// The result's members, `report.status` for `report.value.status`.
  public subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member { value[keyPath: member] }

  /// The file of that key.
  ///
  /// - Throws: `UnknownDownload` with the keys that there are.
  public func download(_ key: String) throws -> Download { try downloads.download(key) }
}

extension Completed: CustomReflectable {
  /// The value and the keys of the files.
  public var customMirror: Mirror {
    Mirror(self, children: ["value": value, "downloads": downloads.map(\.key)])
  }
}
