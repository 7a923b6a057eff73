import RecastDiagnostics
import RecastYAMLReader

/// Reads one extension object: reports what is missing, misspelled or of the wrong kind.
struct ExtensionReader {
  let node: YAMLNode
  let name: String

  /// - Parameter keys: the keys that are known; nil stands for any.
  init?(_ parent: YAMLNode, _ name: String, keys: Set<String>?, _ reader: inout NodeReader) {
    guard let node = parent[name] else { return nil }
    guard node.kind == .mapping else {
      reader.unexpected(node, wanted: "a mapping for `\(name)`")
      return nil
    }
    self.node = node
    self.name = name
    guard let keys else { return }
    for entry in node.entries where !keys.contains(entry.key) {
      reader.log.error(
        .unknownExtension,
        "unknown key `\(entry.key)` in `\(name)`",
        at: entry.keySpan,
        help: Suggestion.help(for: entry.key, in: keys) ?? "the keys are \(keys.sorted().joined(separator: ", "))"
      )
    }
  }

  func text(_ key: String, _ reader: inout NodeReader) -> String? {
    if let text = reader.text(node, key) { return text }
    reader.log.error(.invalidExtension, "`\(name)` needs `\(key)`", at: node.span)
    return nil
  }

  func pointer(_ key: String, required: Bool = true, _ reader: inout NodeReader) -> JSONPointer? {
    guard required || node[key] != nil else { return nil }
    guard let text = text(key, &reader), let value = node[key] else { return nil }
    guard !text.isEmpty else {
      reader.log.error(
        .invalidExtension,
        "`\(key)` points at the whole answer",
        at: value.span,
        help: "name a member, as in `/id`"
      )
      return nil
    }
    if let pointer = JSONPointer(text, span: value.span) { return pointer }
    reader.log.error(
      .invalidExtension,
      "`\(text)` is not a JSON pointer",
      at: value.span,
      help: "start it with a slash, as in `/\(text)`"
    )
    return nil
  }

  func pointers(_ key: String, _ reader: inout NodeReader) -> [String: JSONPointer] {
    guard let fields = ExtensionReader(node, key, keys: nil, &reader) else { return [:] }
    return fields.node.entries.reduce(into: [:]) { $0[$1.key] = fields.pointer($1.key, &reader) }
  }

  func texts(_ key: String, _ reader: inout NodeReader) -> [String] {
    reader.items(node[key], "`\(key)`").compactMap(\.scalarText)
  }
}

extension ScopeExtension {
  init?(reading root: YAMLNode, _ reader: inout NodeReader) {
    let keys: Set<String> = ["parameter", "name"]
    guard let fields = ExtensionReader(root, "x-client-scope", keys: keys, &reader),
      let parameter = fields.text("parameter", &reader), let name = fields.text("name", &reader)
    else { return nil }
    self.init(parameter: parameter, name: name, span: fields.node.span)
  }
}

extension OperationExtensions {
  init(reading node: YAMLNode, _ reader: inout NodeReader) {
    name = reader.text(node, "x-client-name")
    resource = reader.text(node, "x-client-resource")
    ignore = reader.bool(node, "x-client-ignore") ?? false
    parameterNames = reader.entries(node["x-client-parameters"], "`x-client-parameters`").compactMap { entry in
      guard let name = entry.value.string, !name.isEmpty else {
        reader.unexpected(entry.value, wanted: "a name for `\(entry.key)`")
        return nil
      }
      return ParameterNameExtension(wireName: entry.key, name: name, span: entry.keySpan)
    }
    job = JobExtension(reading: node, &reader)
    page = PageExtension(reading: node, &reader)
    download = DownloadExtension(reading: node, &reader)
    rateLimit = RateLimitExtension(reading: node, &reader)
    checks = CheckExtension.list(reading: node, &reader)
    edit = EditExtension(reading: node, &reader)
    downloadKeys = reader.entries(node["x-client-download-keys"], "`x-client-download-keys`").map { entry in
      DownloadKeysExtension(
        value: entry.key,
        keys: reader.items(entry.value, "download keys").compactMap(\.scalarText),
        span: entry.keySpan
      )
    }
  }
}

extension JobExtension {
  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    let keys: Set<String> = ["get", "id", "status", "pending", "success", "failure", "poll"]
    guard let fields = ExtensionReader(node, "x-client-job", keys: keys, &reader),
      let get = fields.text("get", &reader), let id = fields.pointer("id", &reader),
      let status = fields.pointer("status", &reader),
      let poll = ExtensionReader(fields.node, "poll", keys: ["interval", "timeout"], &reader),
      let interval = Seconds.read(poll.node, "interval", &reader),
      let timeout = Seconds.read(poll.node, "timeout", &reader)
    else { return nil }
    self.init(
      get: get,
      id: id,
      status: status,
      pending: fields.texts("pending", &reader),
      success: fields.texts("success", &reader),
      failure: fields.texts("failure", &reader),
      intervalSeconds: interval,
      timeoutSeconds: timeout,
      span: fields.node.span
    )
    if pending.isEmpty || success.isEmpty {
      reader.log.error(
        .invalidExtension,
        "`x-client-job` needs statuses under `pending` and `success`",
        at: fields.node.span
      )
      return nil
    }
  }
}

extension PageExtension {
  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    let keys: Set<String> = ["parameter", "items", "total-pages"]
    guard let fields = ExtensionReader(node, "x-client-page", keys: keys, &reader),
      let parameter = fields.text("parameter", &reader), let items = fields.pointer("items", &reader)
    else { return nil }
    self.init(
      parameter: parameter,
      items: items,
      totalPages: fields.pointer("total-pages", required: false, &reader),
      span: fields.node.span
    )
  }
}

extension DownloadExtension {
  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    let keys: Set<String> = ["of", "parameters", "items", "key", "description", "keys"]
    guard let fields = ExtensionReader(node, "x-client-download", keys: keys, &reader),
      let of = fields.text("of", &reader), let items = fields.pointer("items", &reader),
      let key = fields.pointer("key", &reader)
    else { return nil }
    self.init(
      of: of,
      parameters: fields.pointers("parameters", &reader),
      items: items,
      key: key,
      description: fields.pointer("description", required: false, &reader),
      keys: fields.texts("keys", &reader),
      span: fields.node.span
    )
  }
}

extension RateLimitExtension {
  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    guard let fields = ExtensionReader(node, "x-client-rate-limit", keys: ["scope", "limits"], &reader),
      let scope = fields.text("scope", &reader)
    else { return nil }
    var limits: [Limit] = []
    for item in reader.items(fields.node["limits"], "`limits`") {
      guard let calls = item["calls"]?.scalarText.flatMap({ Int($0) }), calls > 0,
        let seconds = Seconds.read(item, "per", &reader)
      else {
        reader.log.error(
          .invalidExtension,
          "a rate limit says how many `calls` are allowed `per` what time",
          at: item.span,
          help: "write it as `{calls: 20, per: 1m}`"
        )
        continue
      }
      limits.append(Limit(calls: calls, seconds: seconds))
    }
    self.init(scope: scope, limits: limits, span: fields.node.span)
  }
}

extension SchemaExtensions {
  init(reading node: YAMLNode, _ reader: inout NodeReader) {
    discriminatorValue = node["x-ms-discriminator-value"]?.scalarText
    name = reader.text(node, "x-client-name")
    factories = FactoriesExtension(reading: node, &reader)
    optional = reader.items(node["x-client-optional-members"], "`x-client-optional-members`").compactMap { item in
      item.scalarText.map { ($0, item.span) }
    }
    guard let text = reader.text(node, "x-client-type"), let value = node["x-client-type"] else { return }
    type = TypeExtension(rawValue: text)
    if type == nil {
      let names = TypeExtension.allCases.map(\.rawValue)
      reader.log.error(
        .invalidExtension,
        "`\(text)` is not a type for `x-client-type`",
        at: value.span,
        help: Suggestion.help(for: text, in: names) ?? "the types are \(names.joined(separator: ", "))"
      )
    }
  }
}

/// Durations such as `30s`, `15m` and `24h`, as whole seconds.
private enum Seconds {
  static func read(_ node: YAMLNode, _ key: String, _ reader: inout NodeReader) -> Int? {
    guard let value = node[key], let text = value.scalarText else {
      reader.log.error(.invalidExtension, "`\(key)` is missing", at: node.span, help: "write it as in `\(key): 30s`")
      return nil
    }
    let units = ["s": 1, "m": 60, "h": 3600]
    if let unit = units[String(text.suffix(1))], let count = Int(text.dropLast()), count > 0, count <= 1_000_000 {
      return count * unit
    }
    reader.log.error(
      .invalidExtension,
      "`\(text)` is not a duration",
      at: value.span,
      help: "write a number with `s`, `m` or `h`, such as `30s`"
    )
    return nil
  }
}
