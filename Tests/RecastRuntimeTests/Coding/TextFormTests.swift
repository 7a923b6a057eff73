import Foundation
import RecastRuntime
import Testing

@Suite struct TextFormTests {
  @Test(arguments: ["aGk/Pz4=", "aGk_Pz4=", "aGk_Pz4", "aG\\nk/\\r\\nPz4=", " aGk/Pz4 "])
  func base64IsReadInAllItsForms(text: String) throws {
    #expect(try Data(json: "\"\(text)\"") == Data("hi??>".utf8))
  }

  @Test(arguments: ["a", "a===", "a=b=", "äöü=", "aGk/Pz4=="])
  func otherTextIsNoBase64(text: String) {
    #expect(throws: JSONError.self) { try Data(json: text.jsonText()) }
  }

  @Test func bytesAreWrittenAsBase64() throws {
    #expect(try Data("hi??>".utf8).jsonText() == #""aGk/Pz4=""#)
    #expect(try Data(json: "\"\"") == Data())
  }

  @Test func identifiersAndAddresses() throws {
    let text = #""e621e1f8-c36c-495a-93fc-0c247a3e6e5f""#
    #expect(try UUID(json: text).jsonText() == text)
    #expect(throws: JSONError.self) { try UUID(json: "\"e621\"") }
    let address = #""https://example.com/a%20b?x=1&y=%2F#f""#
    #expect(try URL(json: address).jsonText() == address)
    #expect(try URL(json: "\"\"").jsonText() == "\"\"")
  }

  @Test(arguments: ["0.50", "12", "-1e3", "0007.5", ".5", "+3", "-.25"])
  func textOfNumbersIsKept(text: String) throws {
    let value = try StringEncoded<Decimal>(json: text.jsonText())
    #expect(value.text == text)
    #expect(try value.jsonText() == "\"\(text)\"")
  }

  @Test func textOfNumbersChangesWithTheValueOnly() throws {
    var value = try #require(StringEncoded<Decimal>(text: "0.50"))
    value.value = 0.5
    #expect(value.text == "0.50")
    value.value = 2
    #expect(value.text == "2")
    #expect(StringEncoded<Decimal>(text: "2.0") == 2)
    #expect(StringEncoded<Int>(text: "1.0")?.value == 1)
    #expect(StringEncoded<Double>(text: "1e400") == nil)
    #expect(throws: JSONError.self) { try StringEncoded(Decimal.nan).jsonText() }
  }

  @Test(arguments: [("T", "F"), ("true", "false"), ("True", "False"), ("t", "f"), ("TRUE", "FALSE")])
  func booleansKeepTheirSpelling(yes: String, no: String) throws {
    var value = try StringEncoded<Bool>(json: yes.jsonText())
    #expect(value == true)
    value.value = false
    #expect(value.text == no)
    #expect(StringEncoded(true, like: no).text == yes)
  }

  @Test(arguments: [#""""#, #""yes""#, "true", "12.50", "null", #""1e400""#])
  func whatIsNoValueIsKeptAllTheSame(json: String) throws {
    #expect(try StringEncoded<Int>(json: json).value == nil)
    #expect(try StringEncoded<Int>(json: json).jsonText() == json)
    #expect(try StringEncoded<Bool>(json: json).jsonText() == json)
    #expect(throws: JSONError.self) { try StringEncoded<Int>(json: "[\(json)]") }
  }

  @Test func numbersWithoutQuotesStayNumbers() throws {
    var value = try StringEncoded<Decimal>(json: "12.50")
    #expect(value.value == Decimal(string: "12.5"))
    value.value = 13
    #expect(try value.jsonText() == "13")
    value.value = nil
    #expect(try value.jsonText() == #""""#)
    #expect(try StringEncoded<Int>(verbatim: "").jsonText() == #""""#)
    #expect(StringEncoded<Int>(verbatim: "") != StringEncoded<Int>(verbatim: "x"))
  }

  @Test func literalsWithAFractionStayAsTheyAreWritten() throws {
    let literals: [Decimal] = [0.07, 3.133, 1.005, 1_234_567.89, 0.1, 12]
    let texts = literals.map { StringEncoded($0).text }
    #expect(texts == ["0.07", "3.133", "1.005", "1234567.89", "0.1", "12"])
    #expect(StringEncoded<Decimal>(0.07) == StringEncoded(text: "0.07"))
    let long = try #require(Decimal(string: "0.12345678901234567890123"))
    #expect(StringEncoded(long).text == "0.12345678901234567890123")
    #expect(BudgetTable.Cell(0.07).text == "0.07")
  }

  @Test func lettersAreTheUsualSpellingWhereTheyAre() throws {
    var fresh: StringEncoded<LetterBool> = true
    #expect(try fresh.jsonText() == #""T""#)
    fresh = false
    #expect(try fresh.jsonText() == #""F""#)
    var received = try StringEncoded<LetterBool>(json: #""true""#)
    received.value = false
    #expect(try received.jsonText() == #""false""#)
    #expect(try StringEncoded<Bool>(true).jsonText() == #""true""#)
  }

  @Test func parametersAsText() throws {
    let values: [any ParameterValue] = [
      "a b", 5, Int32(-1), Int64.max, true, 2.0, 0.1, Decimal(string: "1.50") ?? 0, SampleStatus.ready, SampleLevel.low,
      try #require(CalendarDate("2026-01-02")), Date(timeIntervalSince1970: 0), StringEncoded(true, like: "F"),
    ]
    let expected = [
      "a b", "5", "-1", "9223372036854775807", "true", "2", "0.1", "1.5", "ready", "1", "2026-01-02",
      "1970-01-01T00:00:00Z", "T",
    ]
    #expect(values.map(\.parameterText) == expected)
  }
}
