import Foundation

/// The page that shows the API document. Like the one that Rails applications get from rswag, it names the document's
/// address in a script; in place of Swagger UI, which is not bundled, it shows the text.
enum APIDocsPage {
  static func documentPath(of document: Data) -> String {
    let first = document.first { !" \t\r\n".utf8.contains($0) }
    return "/api-docs/v1/swagger." + (first == UInt8(ascii: "{") ? "json" : "yaml")
  }

  static func html(documentPath: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="UTF-8"><title>Swagger UI</title></head>
    <body>
    <div id="swagger-ui"><p><a href="\(documentPath)">API V1 Docs</a></p><pre></pre></div>
    <script>
      window.onload = function () {
        var configObject = JSON.parse('{"urls":[{"url":"\(documentPath)","name":"API V1 Docs"}]}');
        fetch(configObject.urls[0].url, { credentials: "same-origin" })
          .then(function (response) { return response.text(); })
          .then(function (text) { document.querySelector("#swagger-ui pre").textContent = text; });
      };
    </script>
    </body>
    </html>

    """
  }
}
