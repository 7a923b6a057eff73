import RecastOpenAPIDocument

/// What a path asks for when it ends in a verb: `POST /reports/{id}/cancel` cancels a report, and creates nothing.
enum PathAction {
  /// The words of an action; `nil` for a segment that names a thing.
  static func words(_ segment: String, _ method: Operation.Method) -> [String]? {
    let words = SwiftName.words(of: segment)
    guard let verb = words.first(where: { !["bulk", "batch", "mass"].contains($0) }) else { return nil }
    let verbs =
      switch method {
      case .get, .head: asked
      case .delete: undone
      default: done
      }
    guard verbs.contains(verb) else { return nil }
    // `reset_password` is done, `import_sessions` are things.
    return words.last == verb || !nouns.contains(verb) ? words : nil
  }

  /// Verbs that are nouns in front of other nouns.
  private static let nouns: Set<String> = [
    "archive", "ban", "block", "check", "clone", "copy", "download", "export", "filter", "follow", "import", "invite",
    "join", "kill", "lock", "login", "logout", "lookup", "merge", "move", "pin", "process", "refresh", "replay",
    "retry",
    "search", "signup", "submit", "sync", "trigger", "undo", "upload",
  ]

  /// Verbs of requests that read. Most words that are verbs are nouns there.
  private static let asked: Set<String> = [
    "autocomplete", "check", "download", "export", "lookup", "search", "validate",
  ]

  /// Verbs of requests that take something away: `DELETE /posts/{id}/pin` does anything but pin.
  private static let undone: Set<String> = [
    "cancel", "clear", "delete", "destroy", "leave", "logout", "purge", "remove", "reset", "revoke", "sign", "signout",
    "unassign", "unban", "unblock", "unfollow", "unlock", "unpin", "unsubscribe",
  ]

  /// Verbs of requests that change something. Words that are as often nouns, as `report` and `request` are, are not here.
  private static let done: Set<String> = [
    "accept", "acknowledge", "activate", "add", "apply", "approve", "archive", "assign", "attach", "authenticate",
    "authorize", "autocomplete", "ban", "block", "calculate", "cancel", "check", "clear", "clone", "close",
    "complete", "confirm", "connect", "convert", "copy", "create", "deactivate", "decline", "delete", "deny", "destroy",
    "detach", "disable", "disconnect", "dismiss", "download", "duplicate", "enable", "enrich", "enqueue", "execute",
    "export", "extend", "filter", "finalize", "finish", "follow", "generate", "hide", "import", "invite", "join",
    "kill",
    "leave", "lock", "login", "logout", "lookup", "merge", "move", "mute", "notify", "pause", "pin", "prepare",
    "process", "promote", "publish", "reactivate", "rebuild", "recalculate", "refresh", "regenerate", "register",
    "reindex", "reject", "remove", "rename", "reopen", "reorder", "replay", "reprocess", "resend", "reset", "resolve",
    "restart", "restore", "resume", "retry", "revert", "revoke", "rotate", "search", "send", "sign", "signin",
    "signout",
    "signup", "simulate", "start", "stop", "submit", "subscribe", "suspend", "sync", "synchronize", "terminate",
    "toggle", "trigger", "unarchive", "unassign", "unban", "unblock", "undo", "unfollow", "unlock", "unmute", "unpin",
    "unpublish", "unsubscribe", "unsuspend", "update", "upload", "validate", "verify", "withdraw",
  ]
}
