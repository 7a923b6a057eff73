import Foundation
import RecastDiagnostics
import RecastDocumentDiff
import RecastGeneratorFiles
import RecastTestSupport
import RecastYAMLReader
import Testing

/// The states of the API's document, each compared with the one before: all that is known to have changed, and nothing
/// else.
@Suite("The history of the API", .ownThread)
struct HistoryTests {
  private static let folder = PackageFolder.root.appendingPathComponent("spec/history").path

  @Test("is told change by change", arguments: expected.keys.sorted())
  func changes(_ state: String) throws {
    let paths = try HistoryFolder(Self.folder).states
    let position = try #require(paths.firstIndex { $0.hasSuffix("\(state).yaml") })
    let (old, new) = (try Self.side(paths[position - 1]), try Self.side(paths[position]))
    let changes = try Self.notes().applied(to: DocumentDiff.changes(from: old, to: new), state: state)
    let lines = changes.map { change in
      let operation = [change.operation?.method, change.operation?.path].compactMap { $0 }
      return ([change.id] + operation + change.arguments).joined(separator: " ")
    }
    #expect(Set(lines) == Set(Self.lines(of: state)))
    #expect(lines.count == Self.lines(of: state).count)
  }

  @Test("has an expectation for every state but the first")
  func coverage() throws {
    let states = try HistoryFolder(Self.folder).states.map {
      URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent
    }
    #expect(Array(states.dropFirst()) == Self.expected.keys.sorted())
  }

  @Test("ends where the document of today begins")
  func today() throws {
    let last = try #require(try HistoryFolder(Self.folder).states.last)
    let now = try Self.side(PackageFolder.root.appendingPathComponent("spec/recast.yaml").path)
    #expect(DocumentDiff.changes(from: try Self.side(last), to: now, descriptions: true).map(\.sentence) == [])
  }

  private static func side(_ path: String) throws -> DiffSide {
    try Comparing.side(TextFile.source(path).bytes, path: path)
  }

  private static func notes() throws -> ChangeNotes {
    var log = DiagnosticLog()
    let root = try #require(YAMLParser.parse(try TextFile.source("\(folder)/\(HistoryFolder.notes)"), log: &log))
    let notes = ChangeNotes(reading: root, log: &log)
    #expect(!log.hasErrors)
    return notes
  }

  /// The expected lines of a state; `:c` stands for the start of all paths.
  private static func lines(of state: String) -> [String] {
    (expected[state] ?? "").split(separator: "\n").map {
      String($0).replacing(" :c", with: " /v1/clients/{client_slug}")
    }
  }

  /// What changed with each release of the vendor's plugin.
  private static let expected = [
    "2026-07-16": caps,
    "2026-07-23": plansAndForecasts,
    "2026-07-30": """
    endpoint-added GET :c/plans/{plan_id}/adherence
    endpoint-added GET :c/plans/{plan_id}/adherence/{id}
    endpoint-added GET :c/plans/{plan_id}/adherence/{id}/downloads/{key}
    """,
    "2026-07-31": """
    new-optional-request-parameter GET :c/deployments/{id} query extra_fields[]
    request-property-meaning-changed POST :c/optimizations form/target
    request-property-meaning-changed POST :c/optimizations form/constraints/items/channel_budgets
    request-property-meaning-changed POST :c/optimizations form/budget
    """,
    "2026-08-18": "endpoint-added POST :c/plans",
    "2026-08-27": """
    response-non-success-status-removed GET :c/plans/{plan_id}/versions 503
    response-non-success-status-removed GET :c/plans/{plan_id}/versions/{id} 503
    response-non-success-status-removed GET :c/plans/{plan_id}/versions/{id}/budget 503
    endpoint-added GET :c/plans/{plan_id}/goals
    """,
    "2026-08-31": """
    new-optional-request-parameter GET :c/plans/{plan_id}/versions/{id}/budget query granularity
    new-optional-request-parameter GET :c/plans/{plan_id}/versions/{id}/budget query start_date
    new-optional-request-parameter GET :c/plans/{plan_id}/versions/{id}/budget query end_date
    new-optional-request-parameter GET :c/plans/{plan_id}/forecasts query goal_id
    response-optional-property-added GET :c/plans/{plan_id}/forecasts/{forecast_id} goal_id 200
    response-optional-property-added GET :c/plans/{plan_id}/forecasts/{forecast_id} goal_highlights 200
    new-optional-request-parameter GET :c/plans/{plan_id}/forecasts/{forecast_id}/downloads/{key} query start_date
    new-optional-request-parameter GET :c/plans/{plan_id}/forecasts/{forecast_id}/downloads/{key} query end_date
    response-required-property-removed GET :c/plans/{plan_id}/goals data/items/value 200
    response-required-property-added GET :c/plans/{plan_id}/goals data/items/goal_value 200
    """,
    "2026-09-11": """
    response-non-success-status-added POST :c/plans 429
    request-property-wrapped-in-one-of-original-preserved POST :c/plans form \
    FromOptimizationPlanForm, FromScratchPlanForm
    endpoint-added POST :c/plans/{plan_id}/versions
    """,
    "2026-09-18": """
    endpoint-added POST :c/plans/{plan_id}/goals
    endpoint-added PATCH :c/plans/{plan_id}/goals/{goal_id}
    endpoint-added DELETE :c/plans/{plan_id}/goals/{goal_id}
    """,
  ]

  private static let caps = """
    request-property-became-required POST :c/optimizations form/custom_model_type
    request-property-became-not-nullable POST :c/optimizations form/custom_model_type
    request-property-became-enum POST :c/optimizations form/custom_model_type roi, cpa
    request-property-became-required POST :c/optimizations form/constraints/items/lower_funnel_caps/*/cap
    request-property-became-required POST :c/optimizations form/constraints/items/lower_funnel_caps/*/min
    request-property-became-required POST :c/optimizations form/constraints/items/lower_funnel_caps/*/max
    request-property-enum-value-added POST :c/optimizations form/constraints/items/lower_funnel_caps/*/option off
    request-property-enum-value-added POST :c/optimizations form/constraints/items/lower_funnel_caps/*/option manual
    request-property-type-changed POST :c/optimizations form/constraints/items/lower_funnel_caps/*/cap integer string
    request-property-type-changed POST :c/optimizations form/constraints/items/lower_funnel_caps/*/min number string
    request-property-type-changed POST :c/optimizations form/constraints/items/lower_funnel_caps/*/max number string
    response-property-became-required GET :c/optimizations/{id} form/custom_model_type 200
    response-property-became-not-nullable GET :c/optimizations/{id} form/custom_model_type 200
    response-property-became-enum GET :c/optimizations/{id} form/custom_model_type 200 roi, cpa
    response-property-became-required GET :c/optimizations/{id} form/constraints/items/lower_funnel_caps/*/cap 200
    response-property-became-required GET :c/optimizations/{id} form/constraints/items/lower_funnel_caps/*/min 200
    response-property-became-required GET :c/optimizations/{id} form/constraints/items/lower_funnel_caps/*/max 200
    response-property-enum-value-added GET :c/optimizations/{id} \
    form/constraints/items/lower_funnel_caps/*/option 200 off
    response-property-enum-value-added GET :c/optimizations/{id} \
    form/constraints/items/lower_funnel_caps/*/option 200 manual
    response-property-type-changed GET :c/optimizations/{id} \
    form/constraints/items/lower_funnel_caps/*/cap 200 integer string
    response-property-type-changed GET :c/optimizations/{id} \
    form/constraints/items/lower_funnel_caps/*/min 200 number string
    response-property-type-changed GET :c/optimizations/{id} \
    form/constraints/items/lower_funnel_caps/*/max 200 number string
    """

  private static let plansAndForecasts = """
    new-optional-request-parameter GET :c/reports query include_prerendered
    response-required-property-added GET :c/reports data/items/prerendered 200
    response-required-property-added GET :c/reports/{id} prerendered 200
    response-optional-property-removed GET :c/forecasts/{id} results/items/paid_roi 200
    response-optional-property-added GET :c/forecasts/{id} results/items/expected_outcome_quantiles 200
    response-optional-property-added GET :c/forecasts/{id} results/items/total_forecasted_spend 200
    response-optional-property-added GET :c/forecasts/{id} results/items/expected_blended_roi 200
    response-optional-property-added GET :c/forecasts/{id} results/items/expected_blended_roi_quantiles 200
    response-optional-property-added GET :c/forecasts/{id} results/items/expected_observed_paid_roi 200
    response-optional-property-added GET :c/forecasts/{id} results/items/expected_observed_paid_roi_quantiles 200
    response-optional-property-added GET :c/forecasts/{id} results/items/expected_roi_quantiles 200
    response-property-meaning-changed GET :c/forecasts/{id} results/items/expected_roi
    endpoint-added GET :c/plans
    endpoint-added GET :c/plans/{plan_id}/versions
    endpoint-added GET :c/plans/{plan_id}/versions/{id}
    endpoint-added GET :c/plans/{plan_id}/versions/{id}/budget
    endpoint-added GET :c/plans/{plan_id}/forecasts
    endpoint-added GET :c/plans/{plan_id}/forecasts/{forecast_id}
    endpoint-added GET :c/plans/{plan_id}/forecasts/{forecast_id}/downloads/{key}
    """
}
