/// The forms of the API on the wire.
enum FormShapes {
  private static let depvars = WireShape.list(
    .object([
      .always("deployment_id", .integer), .sometimes("multiplier", .number), .sometimes("selected", .flag),
      .sometimes("name", .text),
      .sometimes("spikes", .list(.object([.always("name", .text), .always("dates", .list(.date))]))),
    ])
  )

  static let optimization = WireShape.object([
    .always("objective", .choice(["depvar", "profit", "roi"])),
    .always("target", .numberText),
    .nullable("confidence", .numberText),
    .sometimes("strategy", .choice(["conservative", "base", "aggressive"])),
    .sometimes("kpi_id", .text),
    .sometimes("spend_scope", .choice(["", "upper_funnel", "total"])),
    .sometimes("total_spend", .numberText),
    .sometimes("exact_spend", .numberText),
    .sometimes("optimize_for_insample_effect", .letterText),
    .always("custom_model_type", .choice(["roi", "cpa"])),
    .sometimes("budget", .table),
    .always("constraints", .list(constraint)),
    .always("depvar_configurations", depvars),
  ])

  private static let constraint = WireShape.object([
    .always("start_date", .date),
    .always("end_date", .date),
    .sometimes("limit_spend", .flag),
    .sometimes(
      "channel_budgets",
      .list(
        .object([
          .sometimes("min", .numberText), .sometimes("max", .numberText), .sometimes("unoptimized", .flag),
          .always(
            "channels",
            .list(
              .object([
                .always("name", .text), .sometimes("committed_spend", .number), .sometimes("drop_days", .integer),
              ])
            )
          ),
        ])
      )
    ),
    .sometimes(
      "lower_funnel_caps",
      .map(
        .object([
          .always("option", .choice(["off", "manual", "uncapped", "capped", "optimize"])),
          .always("cap", .numberText), .always("min", .numberText), .always("max", .numberText),
        ])
      )
    ),
  ])

  static let forecast = WireShape.object([
    .always("budget", .table),
    .always("depvar_configurations", depvars),
    .sometimes("start_date", .date),
    .sometimes("end_date", .date),
    .sometimes("limit_spend", .flag),
    .sometimes("lower_funnel_caps", .map(.number)),
    .sometimes("run_recommendations", .flag),
  ])

  static let spendForecast = WireShape.object([
    .always("start_date", .date),
    .always("end_date", .date),
    .always("depvar_configurations", depvars),
    .sometimes("total_spend", .number),
    .sometimes(
      "constraints",
      .list(
        .object([
          .always("start_date", .date), .always("end_date", .date), .always("channels", .list(.text)),
          .always("spend", .number),
        ])
      )
    ),
  ])

  static let run = WireShape.object([
    .always("run_type", .choice(["model_run", "parameter_recovery", "stability_loop", "holdout"])),
    .always("google_sheet_priors_url", .url),
    .always("clean_data", .text),
    .sometimes("n_holdout", .integer),
    .sometimes("days_per_holdout", .integer),
    .sometimes("holdout_days", .list(.integer)),
  ])

  private static let planParts: [WireMember] = [
    .sometimes(
      "lower_funnel_channel_caps",
      .list(
        .object([
          .always("channel_name", .text), .always("option", .choice(["uncapped", "capped", "off", "manual"])),
          .sometimes("cap", .number),
        ])
      )
    ),
    .sometimes("spike_type", .choice(["model", "custom"])),
    .sometimes(
      "depvar_spike_groups",
      .list(
        .object([
          .always("spike_name", .text),
          .always("depvars", .list(.object([.always("depvar_slug", .text), .always("dates", .list(.date))]))),
        ])
      )
    ),
  ]

  static let plan = WireShape.object(
    [
      .always("label", .text), .always("start_date", .date), .always("end_date", .date), .always("budget", .table),
    ] + planParts
  )

  /// The only form of which it is documented that it takes nothing else.
  static let planVersion = WireShape.object([.sometimes("budget", .table)] + planParts, open: false)

  /// The members of a report form beside deployment and type, by group of types.
  static let reports: [(types: [String], members: [WireMember])] = [
    (["compute_backtest_summaries", "compute_clean_data", "compute_model_configuration"], []),
    (
      ["compute_insights_overview", "compute_spend_summary", "compute_waterfall_summary"],
      [.always("start_date", .date), .always("end_date", .date)]
    ),
    (
      ["compute_prior_vs_posterior", "compute_daily_spend_vs_KPI"],
      [.always("start_date", .date), .always("end_date", .date), .always("channels", .list(.text))]
    ),
    (
      ["compute_baseline_summary"],
      [.always("start_date", .date), .always("end_date", .date), .always("include_spikes", .flag)]
    ),
    (
      ["compute_share_of_spend_vs_effect"],
      [
        .always("start_date", .date), .always("end_date", .date),
        .always("granularity", .choice(["daily", "weekly", "monthly"])),
      ]
    ),
    (["compare_shift_curves"], [.always("channels", .list(.text))]),
    (
      ["compute_spend_response_curves"],
      [.always("date", .date), .always("num_days", .integer), .always("channels", .list(.text))]
    ),
    (
      ["compute_fixed_spend_performance"],
      [
        .always("start_date", .date), .always("end_date", .date), .always("channels", .list(.text)),
        .always("include_lower_funnel_effects", .letterText), .always("spend", .number),
      ]
    ),
    (
      ["compute_grouped_channel_summaries"],
      [
        .always("start_date", .date), .always("end_date", .date),
        .always("channel_groups", .list(.object([.always("name", .text), .always("channels", .list(.text))]))),
        .always("include_lower_funnel_effects", .letterText),
      ]
    ),
    (
      ["compare_time_periods"],
      [
        .always("previous_start_date", .date), .always("previous_end_date", .date),
        .always("period_start_date", .date), .always("period_end_date", .date),
      ]
    ),
    (["compute_something_new"], [.sometimes("start_date", .text), .sometimes("channels", .anything)]),
  ]

  static func report(_ group: (types: [String], members: [WireMember])) -> WireShape {
    .object(
      [.always("deployment_id", .integer), .always("report_type", .choice(group.types))]
        + group.members
    )
  }
}
