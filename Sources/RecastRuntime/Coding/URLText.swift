import Foundation

/// URLs as they occur: what is none is taken as a path, so that no object is unreadable for the sake of one member.
enum URLText {
  static func url(_ text: String) -> URL? {
    if let url = URL(string: text) { return url }
    var components = URLComponents()
    components.path = text
    return components.url
  }
}
