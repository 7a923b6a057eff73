import Foundation
import HTTPTypes
import RecastAPI
import Testing

/// What the methods of optimizations, forecasts and spend forecasts put on the wire.
@Suite struct JobRequestTests {
  private func client(_ transport: RecordingTransport) throws -> ClientScope {
    try Recast(token: "gr_secret", transport: transport).client("acme")
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func anOptimizationIsCreatedWithNumbersAsText() async throws {
    let transport = RecordingTransport((201, #"{"id":1003941377}"#))
    let text = #"""
      {"objective": "roi", "target": "3.0", "confidence": "75", "strategy": null, "kpi_id": "custom",
       "spend_scope": "total", "total_spend": "1500000", "optimize_for_insample_effect": "F",
       "custom_model_type": "roi", "budget": [],
       "constraints": [{"start_date": "2026-07-01", "end_date": "2026-09-30", "limit_spend": null,
         "channel_budgets": [{"min": "0", "max": "1000000000",
           "channels": [{"name": "linear_tv", "committed_spend": 0, "drop_days": 30}]}],
         "lower_funnel_caps": {"search_branded": {"option": "capped", "cap": "100000", "min": "0", "max": ""}}}],
       "depvar_configurations": [{"deployment_id": 456, "multiplier": 1.0, "name": "revenue", "spikes": []}]}
      """#
    let form = try OptimizationForm(json: text)

    let job = try await client(transport).optimizations.create(form, name: "sweep 1", showInUI: false)

    #expect(job.id == "1003941377")
    let sent = try #require(await transport.exchanges.first)
    #expect(sent.request.method == .post)
    #expect(sent.request.path == "/v1/clients/acme/optimizations")
    #expect(sent.request.headerFields[.authorization] == "Bearer gr_secret")
    #expect(sent.request.headerFields[.contentType] == "application/json")
    #expect(sent.json?["form"] == (try JSONValue(json: text)))
    #expect(sent.json?["name"] == "sweep 1")
    #expect(sent.json?["show_in_ui"] == false)
    #expect(sent.json?["use_latest_deployments"] == true)
  }

  @Test func aForecastIsCreatedWithItsBudget() async throws {
    let transport = RecordingTransport((201, #"{"id":88123}"#))
    let text = #"""
      {"budget": [["date", "linear_tv", "search_branded"], ["2026-04-01", 1000.0, "2000.5"]],
       "depvar_configurations": [{"deployment_id": 456, "multiplier": 1.0, "name": "revenue", "spikes": []}],
       "lower_funnel_caps": {"search_branded": 100000}, "run_recommendations": false}
      """#
    let form = try ForecastForm(json: text)

    _ = try await client(transport).forecasts.create(form, useLatestDeployments: false)

    let sent = try #require(await transport.exchanges.first)
    #expect(sent.request.method == .post)
    #expect(sent.request.path == "/v1/clients/acme/forecasts")
    #expect(sent.json == ["form": try JSONValue(json: text), "use_latest_deployments": false])
    // The cells keep their kinds and digits.
    let body = String(decoding: try #require(sent.body), as: UTF8.self)
    #expect(body.contains(#"["2026-04-01",1000.0,"2000.5"]"#))
  }

  @Test func aSpendForecastIsCreatedWithConstraints() async throws {
    let transport = RecordingTransport((201, #"{"id":4410}"#))
    let form = SpendForecastForm(
      startDate: try day("2026-04-01"),
      endDate: try day("2026-06-30"),
      depvarConfigurations: [DepvarConfiguration(deploymentID: 456, multiplier: nil)],
      constraints: [
        SpendForecastConstraint(
          startDate: try day("2026-04-01"),
          endDate: try day("2026-04-30"),
          channels: ["podcast"],
          spend: 0
        )
      ]
    )

    _ = try await client(transport).spendForecasts.create(form)

    let sent = try #require(await transport.exchanges.first)
    #expect(sent.request.path == "/v1/clients/acme/spend_forecasts")
    let expected: JSONValue = [
      "form": [
        "start_date": "2026-04-01", "end_date": "2026-06-30", "depvar_configurations": [["deployment_id": 456]],
        "constraints": [
          ["start_date": "2026-04-01", "end_date": "2026-04-30", "channels": ["podcast"], "spend": 0]
        ],
      ],
      "use_latest_deployments": true,
    ]
    #expect(sent.json == expected)
  }

  @Test func jobsAreFetchedAndListedUnderTheirOwnPaths() async throws {
    let transport = RecordingTransport((404, ""))
    let client = try client(transport)
    _ = try? await client.optimizations.get(id: 1)
    _ = try? await client.forecasts.get(id: 2)
    _ = try? await client.spendForecasts.get(id: 3)
    _ = try? await client.optimizations.list(perPage: 100).first { _ in true }
    _ = try? await client.forecasts.list().first { _ in true }
    _ = try? await client.spendForecasts.list().first { _ in true }
    #expect(
      await transport.exchanges.map(\.request.path) == [
        "/v1/clients/acme/optimizations/1", "/v1/clients/acme/forecasts/2", "/v1/clients/acme/spend_forecasts/3",
        "/v1/clients/acme/optimizations?page=1&per_page=100", "/v1/clients/acme/forecasts?page=1",
        "/v1/clients/acme/spend_forecasts?page=1",
      ]
    )
  }

  @Test func theFilesOfEveryResultAreListed() async throws {
    let transport = RecordingTransport((200, "date,meta\n2026-04-01,5\n"))
    let optimization = try Optimization(
      json: #"""
        {"id": 7, "status": "success", "created_at": "2026-04-02T09:15:00Z", "updated_at": "2026-04-02T09:15:00Z",
         "form": {"objective": "roi", "target": "3", "confidence": null, "custom_model_type": "roi",
                  "constraints": [], "depvar_configurations": []},
         "results": [{"downloads": [{"key": "final_budget", "description": "The budget"}]}, {},
                     {"downloads": [{"key": "TV & Audio/2", "description": "Groups"}]}]}
        """#
    )

    let downloads = try client(transport).optimizations.downloads(of: optimization)

    #expect(downloads.map(\.key) == [Optimization.DownloadKeys.finalBudget, "TV & Audio/2"])
    _ = try await #require(downloads.last).text()
    #expect(
      await transport.exchanges.first?.request.path
        == "/v1/clients/acme/optimizations/7/downloads/TV%20%26%20Audio%2F2"
    )
  }

  @Test func theResultOfASpendForecastIsTheBudgetOfAForecast() async throws {
    let transport = RecordingTransport((201, #"{"id":1}"#))
    let text = #"[["date","meta"],["2026-04-01","1000.50"],["2026-04-02","0"]]"#
    let spend = try SpendForecast(
      json: #"""
        {"id": 3, "status": "success", "form": {"start_date": "2026-04-01", "end_date": "2026-04-02",
         "depvar_configurations": [{"deployment_id": 1}]}, "results": {"budget": \#(text)}}
        """#
    )
    let budget = try #require(spend.results?.budget)
    _ = try await client(transport).forecasts.create(
      ForecastForm(budget: budget, depvarConfigurations: spend.form.depvarConfigurations)
    )
    let body = String(decoding: try #require(await transport.exchanges.first?.body), as: UTF8.self)
    #expect(body.contains(#""budget":\#(text)"#))
  }

  /// The type of the model is required since July 2026; jobs that are older have forms without it.
  @Test(arguments: ["", #""custom_model_type": null,"#])
  func aFormOfAnOlderJobIsReadAndSentBack(modelType: String) throws {
    let text = #"""
      {\#(modelType) "objective": "profit", "target": "0", "confidence": null, "strategy": "base", "constraints": [],
       "depvar_configurations": [{"deployment_id": 1}]}
      """#
    let form = try OptimizationForm(json: text)
    #expect(form.customModelType == nil)
    #expect(try JSONValue(json: form.jsonBytes()) == JSONValue(json: text))
  }

  @Test func whatIsNotThereBeforeSuccessIsNil() throws {
    let form = #"{"budget": [["date"]], "depvar_configurations": []}"#
    let waiting = try Forecast(json: #"{"id": 1, "status": "ready", "form": \#(form)}"#)
    #expect(waiting.results == nil)
    #expect(waiting.status == .ready)
  }

  @Test func creationsOfJobsShareOneLimit() throws {
    let day = try day("2026-04-01")
    let limits = [
      Calls.createForecast(client: "a", body: .init(form: .init(budget: [], depvarConfigurations: []))).rateLimit,
      Calls.createSpendForecast(
        client: "a",
        body: .init(form: .init(startDate: day, endDate: day, depvarConfigurations: []))
      ).rateLimit,
    ]
    #expect(limits.allSatisfy { $0?.scope == "job-creation" })
  }
}
