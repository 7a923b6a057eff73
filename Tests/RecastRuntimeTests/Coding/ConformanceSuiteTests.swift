import Foundation
import RecastRuntime
import RecastTestSupport
import Testing

/// Nicolas Seriot's JSONTestSuite: `y_` must be accepted, `n_` rejected, `i_` is left to the implementation.
@Suite(.enabled(if: Corpus.isExpected)) struct ConformanceSuiteTests {
  private struct Case {
    let name: String
    let bytes: [UInt8]
  }

  private func cases(_ prefix: String) throws -> [Case] {
    try Corpus.files(in: "json").compactMap { file in
      let name = String(file.dropFirst("json/".count))
      return name.hasPrefix(prefix) ? Case(name: name, bytes: try Corpus.bytes(of: file)) : nil
    }
  }

  @Test func everyValidTextIsAcceptedAndSurvivesARoundTrip() throws {
    let cases = try cases("y_")
    #expect(cases.count > 90)
    for example in cases {
      let value = try JSONValue(json: example.bytes)
      #expect(try JSONValue(json: value.jsonBytes()) == value, "\(example.name)")
      #expect(try JSONValue(json: value.jsonBytes(.pretty)) == value, "\(example.name)")
    }
  }

  @Test func everyInvalidTextIsRejectedWithAnOffset() throws {
    let cases = try cases("n_")
    #expect(cases.count > 180)
    for example in cases {
      let error = #expect(throws: JSONError.self, "\(example.name)") { try JSONValue(json: example.bytes) }
      let offset = try #require(error?.offset, "\(example.name)")
      #expect((0...example.bytes.count).contains(offset), "\(example.name)")
    }
  }

  @Test func undecidedTextsDoNoHarm() throws {
    let cases = try cases("i_")
    #expect(cases.count > 30)
    for example in cases {
      if let value = try? JSONValue(json: example.bytes) {
        #expect(try JSONValue(json: value.jsonBytes()) == value, "\(example.name)")
      }
    }
  }

  @Test func noPrefixAndNoDamagedByteDoesHarm() throws {
    for example in try cases("y_") where example.bytes.count < 200 {
      for position in example.bytes.indices {
        _ = try? JSONValue(json: Array(example.bytes[..<position]))
        for byte: UInt8 in [0x00, 0x22, 0x5C, 0x7B, 0x5D, 0x80, 0xF4, 0xFF] {
          var damaged = example.bytes
          damaged[position] = byte
          _ = try? JSONValue(json: damaged)
        }
      }
    }
  }
}
