import Foundation
import RecastRuntime
import RecastTestSupport
import Testing

@Suite struct SyntaxTests {
  @Test(arguments: [
    ("", 0, "ends too early"),
    ("{\"a\":1,}", 7, "name in quotes"),
    ("[1 2]", 3, "a comma or `]`"),
    ("{\"a\" 1}", 5, "a colon"),
    ("[01]", 2, "zero"),
    ("[1.]", 3, "a digit"),
    ("[tru]", 4, "`true`"),
    ("\"a\nb\"", 2, "control character 0xa"),
    ("\"\\x\"", 1, "escape sequence"),
    ("\"\\ud800\"", 1, "surrogate"),
    ("\"\\u12G4\"", 5, "hexadecimal"),
    ("[] []", 3, "the end of the text"),
    ("\u{00A0}1", 0, "byte 0xc2"),
  ])
  func errorsNameThePlaceAndTheWish(text: String, offset: Int, words: String) throws {
    let error = try #require(#expect(throws: JSONError.self) { try JSONValue(json: text) })
    #expect(error.offset == offset)
    #expect(error.message.contains(words))
    #expect(error.description.hasSuffix("(at byte \(offset))"))
    #expect(error.kind == .syntax)
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
      [0x22, 0xE2, 0x82], [0x22, 0x80, 0x22], [0x22, 0xE2, 0x22, 0xAC, 0x22],
    ] as [[UInt8]]
  )
  func bytesThatAreNoUTF8AreRejected(bytes: [UInt8]) throws {
    let error = try #require(#expect(throws: JSONError.self) { try String(json: bytes) })
    #expect(error.offset == 1)
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    #expect(try JSONValue(json: [0xEF, 0xBB, 0xBF] + Array("{}".utf8)) == [:])
  }

  @Test func stringsOfAllKindsSurvive() throws {
    let texts = [
      "", "a", "1234567", "12345678", "123456789 and more", "\u{0}\u{1F}\u{8}\t\n\u{C}\r\"\\/", "é", "e\u{301}",
      "日本語のテキスト",
      "🇩🇪👩‍👩‍👧‍👦", "\u{2028}\u{7F}\u{FFFD}\u{10FFFF}", String(repeating: "x\"", count: 100),
    ]
    for text in texts {
      #expect(Array(try String(json: text.jsonBytes()).utf8) == Array(text.utf8))
    }
    #expect(try "\u{1}\"\\/é\n".jsonText() == #""\u0001\"\\/é\n""#)
    #expect(try String(json: #""\ud83d\ude00\u00e9\/\u0041""#) == "😀é/A")
  }

  @Test func theLastOfSeveralMembersOfOneNameWins() throws {
    let text = #"{"name": "first", "spend": 1, "x": 1, "na\u006de": "last", "x": 2, "spend": 3}"#
    let channel = try SampleChannel(json: text)
    #expect(channel.name == "last")
    #expect(channel.spend == 3)
    #expect(channel.unknownMembers == ["x": 2])
    #expect(try JSONValue(json: text) == ["name": "last", "spend": 3, "x": 2])
    #expect(try [String: Int](json: #"{"a":1,"a":2}"#) == ["a": 2])
  }

  @Test func theLastWinsInLargeObjectsToo() throws {
    let members = (0..<1000).map { "\"member\($0 % 500)\": \($0)" }.joined(separator: ",")
    let channel = try SampleChannel(json: "{\"name\":\"a\",\(members),\"name\":\"b\"}")
    #expect(channel.name == "b")
    #expect(channel.unknownMembers.count == 500)
    #expect(channel.unknownMembers["member7"] == 507)
  }

  @Test func membersAreFoundInAnyOrder() throws {
    let channel = try SampleChannel(json: #"{"z": {"name": "inner"}, "spend": 2, "y": [1, [2]], "name": "n"}"#)
    #expect(channel.name == "n")
    #expect(channel.spend == 2)
    #expect(channel.unknownMembers == ["y": [1, [2]], "z": ["name": "inner"]])
    #expect(channel.unknownMembers.names == ["z", "y"])
  }

  // Quadratic time would be minutes.
  @Test(.ownThread(within: .seconds(20)))
  func hostileObjectsTakeNoQuadraticTime() throws {
    let members = (0..<50_000).map { "\"k\($0)\":0" }.joined(separator: ",")
    let totals = try SampleTotals(json: "{\(members),\"total\":1}")
    #expect(totals.additional.count == 50_000)
    let object = try JSONObject(json: "{\(members),\"k0\":1}")
    #expect(object.count == 50_000)
  }

  private func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  @Test func depthIsBounded() throws {
    #expect(try JSONValue(json: nested(128)).jsonText() == nested(128))
    let error = try #require(#expect(throws: JSONError.self) { try JSONValue(json: nested(129)) })
    #expect(error.kind == .tooDeep)
    #expect(error.offset == 128)
    #expect(throws: JSONError.self) { try JSONValue(json: nested(4), limits: JSONLimits(depth: 3)) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(JSONValue.self, from: Data(nested(400).utf8)) }
    var value: JSONValue = [:]
    for _ in 0..<600 { value = [value] }
    #expect(throws: JSONError.self) { try value.jsonBytes() }
  }

  @Test func theDeepestDocumentFitsOnASmallStack() async throws {
    // Threads other than the main one have half a megabyte on Apple's systems.
    let text = String(repeating: #"{"name":"","children":["#, count: 64) + String(repeating: "]}", count: 64)
    let array = nested(128)
    let isUnchanged = await withCheckedContinuation { continuation in
      let thread = Thread {
        let category = try? SampleCategory(json: text)
        let decoded = try? JSONDecoder().decode(SampleCategory.self, from: JSONEncoder().encode(category))
        let value = try? JSONValue(json: array)
        let texts = [try? category?.jsonText(), try? value?.jsonText()]
        continuation.resume(returning: decoded == category && texts == [text, array] && value == value)
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    #expect(isUnchanged)
  }

  @Test func prettyTextIsIndented() throws {
    let value: JSONValue = ["b": [1, [:]], "a": [:], "c": []]
    let lines = ["{", "  \"b\": [", "    1,", "    {}", "  ],", "  \"a\": {},", "  \"c\": []", "}"]
    #expect(try value.jsonText(.pretty) == lines.joined(separator: "\n"))
  }
}
