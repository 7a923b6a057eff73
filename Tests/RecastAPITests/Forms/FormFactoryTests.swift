import Foundation
import RecastAPI
import Testing

/// Forms made by name, as the guides print them.
@Suite struct FormFactoryTests {
  private let day = CalendarDate(year: 2026, month: 7, day: 1)
  private func json(_ value: some JSONCodable) throws -> JSONValue { try JSONValue(json: value.jsonBytes()) }

  @Test func objectivesSettleWhatDependsOnThem() throws {
    let profit = try json(
      OptimizationForm.profit(
        target: 0.35,
        strategy: .conservative,
        modelType: .roi,
        constraints: [],
        depvarConfigurations: []
      )
    )
    let expected: JSONValue = [
      "objective": "profit", "target": "0.35", "confidence": nil, "strategy": "conservative", "spend_scope": "",
      "optimize_for_insample_effect": "F", "custom_model_type": "roi", "budget": [], "constraints": [],
      "depvar_configurations": [],
    ]
    #expect(profit == expected)

    let efficiency = try json(
      OptimizationForm.efficiency(
        floor: 3,
        confidence: 75,
        modelType: .cpa,
        constraints: [],
        depvarConfigurations: [],
        kpiID: "custom",
        spend: .total(1_500_000),
        optimizeForInsampleEffect: true
      )
    )
    #expect(efficiency["objective"] == "roi" && efficiency["target"] == "3" && efficiency["confidence"] == "75")
    #expect(efficiency["strategy"] == JSONValue.null)
    #expect(efficiency["spend_scope"] == "total" && efficiency["total_spend"] == "1500000")
    #expect(efficiency["exact_spend"] == nil && efficiency["optimize_for_insample_effect"] == "T")

    let volume = try json(
      OptimizationForm.volume(
        floor: 5_000_000,
        confidence: 50,
        modelType: .roi,
        constraints: [],
        depvarConfigurations: [],
        spend: .upperFunnel(900_000)
      )
    )
    #expect(volume["objective"] == "depvar" && volume["target"] == "5000000")
    #expect(
      volume["spend_scope"] == "upper_funnel" && volume["exact_spend"] == "900000" && volume["total_spend"] == nil
    )
  }

  @Test func capsHaveAllFourMembersAsText() throws {
    let caps: [(OptimizationLowerFunnelCap, JSONValue)] = [
      (.off, ["option": "off", "cap": "", "min": "0", "max": ""]),
      (.manual, ["option": "manual", "cap": "", "min": "0", "max": ""]),
      (.uncapped, ["option": "uncapped", "cap": "", "min": "0", "max": ""]),
      (.capped(100_000), ["option": "capped", "cap": "100000", "min": "0", "max": ""]),
      (.optimize(min: 10.5, max: 20), ["option": "optimize", "cap": "", "min": "10.5", "max": "20"]),
    ]
    for (cap, expected) in caps { #expect(try json(cap) == expected) }
    let channels = [OptimizationChannel(name: "linear_tv", dropDays: 30)]
    let free: JSONValue = ["min": "0", "max": "1000000000", "channels": [["name": "linear_tv", "drop_days": 30]]]
    #expect(try json(OptimizationChannelBudget.free(channels)) == free)
    #expect(try json(LowerFunnelChannelCap.off("x")) == ["channel_name": "x", "option": "off"])
    let capped: JSONValue = ["channel_name": "x", "option": "capped", "cap": 5]
    #expect(try json(LowerFunnelChannelCap.capped(channel: "x", cap: 5)) == capped)
  }

  @Test func spendIsATotalOrConstraintsOrAsUsual() throws {
    let day = try #require(day)
    let depvars = [DepvarConfiguration(deploymentID: 456, multiplier: nil)]
    let constraint = SpendForecastConstraint(startDate: day, endDate: day, channels: ["podcast"], spend: 0)
    let common: JSONValue = [
      "start_date": "2026-07-01", "end_date": "2026-07-01", "depvar_configurations": [["deployment_id": 456]],
    ]
    var expected = common
    #expect(
      try json(SpendForecastForm.businessAsUsual(startDate: day, endDate: day, depvarConfigurations: depvars)) == common
    )
    expected["total_spend"] = 5
    #expect(
      try json(SpendForecastForm.total(startDate: day, endDate: day, depvarConfigurations: depvars, totalSpend: 5))
        == expected
    )
    expected = common
    expected["constraints"] = [
      ["start_date": "2026-07-01", "end_date": "2026-07-01", "channels": ["podcast"], "spend": 0]
    ]
    let constrained = SpendForecastForm.constrained(
      startDate: day,
      endDate: day,
      depvarConfigurations: depvars,
      constraints: [constraint]
    )
    #expect(try json(constrained) == expected)
  }

  @Test func runsHaveTheMembersOfTheirType() throws {
    let sheet = try #require(URL(string: "https://docs.google.com/spreadsheets/d/x/edit"))
    let data: CSVText = "date,a\r\n2024-1-1,1\r\n"
    let common: JSONValue = [
      "google_sheet_priors_url": "https://docs.google.com/spreadsheets/d/x/edit",
      "clean_data": "date,a\n2024-1-1,1\n",
    ]
    func expected(_ type: JSONValue, _ members: [(String, JSONValue)] = []) -> JSONValue {
      var value = common
      value["run_type"] = type
      for (name, member) in members { value[name] = member }
      return value
    }
    #expect(try json(RunForm.modelRun(googleSheetPriorsURL: sheet, cleanData: data)) == expected("model_run"))
    let recovery = RunForm.parameterRecovery(googleSheetPriorsURL: sheet, cleanData: data)
    #expect(try json(recovery) == expected("parameter_recovery"))
    let loop = RunForm.stabilityLoop(googleSheetPriorsURL: sheet, cleanData: data, nHoldout: 6, daysPerHoldout: 30)
    #expect(try json(loop) == expected("stability_loop", [("n_holdout", 6), ("days_per_holdout", 30)]))
    let holdout = RunForm.holdout(googleSheetPriorsURL: sheet, cleanData: data, days: [14, 28])
    #expect(try json(holdout) == expected("holdout", [("holdout_days", [14, 28])]))
  }
}
