import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension TransportError {
  /// What URLSession reports, in our words. Its own errors carry the whole address in their user info, where a token in
  /// the query would show, so nothing of that is kept.
  init(urlError error: any Error) {
    guard let code = (error as? URLError)?.code else {
      self.init(.other, "the exchange failed (\(type(of: error)))")
      return
    }
    switch code {
    case .cannotFindHost, .dnsLookupFailed:
      self.init(.cannotFindHost, "the host has no address; check the base URL and the network")
    case .cannotConnectToHost:
      self.init(.cannotConnect, "nothing answers at this address; check the base URL and whether the server runs")
    case .notConnectedToInternet, .dataNotAllowed, .internationalRoamingOff:
      self.init(.offline, "this machine has no network connection")
    case .networkConnectionLost:
      self.init(.connectionLost, "the connection broke off")
    case .timedOut:
      self.init(.timedOut, "the server was silent for too long")
    case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
      .clientCertificateRequired, .appTransportSecurityRequiresSecureConnection:
      self.init(.insecure, "the protected connection could not be made (TLS, error \(code.rawValue))")
    case .badServerResponse, .cannotParseResponse:
      self.init(.other, "what the server sent is no HTTP answer")
    case .cannotDecodeContentData, .cannotDecodeRawData:
      self.init(.truncated, "the compressed answer is damaged")
    case .unknown:
      // What FoundationNetworking makes of an answer that ends before its stated length, among others.
      self.init(.connectionLost, "the connection broke off (URL loading error \(code.rawValue))")
    default:
      self.init(.other, "the exchange failed (URL loading error \(code.rawValue))")
    }
  }
}
