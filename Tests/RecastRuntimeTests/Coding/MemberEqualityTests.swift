import RecastRuntime
import Testing

/// Equality and hashes of object schemas, which come from the list of members that writing uses.
struct MemberEqualityTests {
  private let form = SampleForm(
    deploymentID: 1,
    status: .ready,
    comment: nil,
    channels: [SampleChannel(name: "a")],
    strategy: "s",
    share: 0.5
  )

  @Test func everyMemberCounts() {
    let edits: [(inout SampleForm) -> Void] = [
      { $0.deploymentID = 2 }, { $0.status = .init(rawValue: "other") }, { $0.strategy = nil }, { $0.share = nil },
      { $0.comment = "c" }, { $0.channels = [] }, { $0.channels[0].name = "b" }, { $0.limits = [:] },
      { $0.grid = [[1]] }, { $0.gaps = [nil] }, { $0.anything = .null }, { $0.unknownMembers["x"] = 1 },
      { $0.unknownMembers.rememberNull("share") }, { $0.channels[0].unknownMembers["x"] = 1 },
    ]
    #expect(form == form)
    for (position, edit) in edits.enumerated() {
      var edited = form
      edit(&edited)
      #expect(edited != form && form != edited, "edit \(position)")
      #expect(edited.hashValue != form.hashValue, "edit \(position)")
      #expect(edited == edited)
      #expect(Set([form, edited, form]).count == 2)
    }
  }

  @Test func aNumberThatIsNoneEqualsNothing() {
    var form = form
    form.share = .nan
    #expect(form != form)
  }

  @Test func aValueInTheNullsPlaceEndsIt() throws {
    var members: UnknownMembers = ["x": 1]
    members.rememberNull("share")
    members.forgetNull("share", replacedBy: Double?.none)
    #expect(members.isNull("share"))
    members.forgetNull("share", replacedBy: 1.5)
    #expect(!members.isNull("share"))
    #expect(members == ["x": 1])
  }
}
