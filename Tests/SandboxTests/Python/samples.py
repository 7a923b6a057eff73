"""What is created before schemathesis starts, so that its requests find things of every kind.

The sandbox's models have data until 2026-08-30; a forecast starts on the day after.
"""

DEPVARS = [{"deployment_id": 5716, "multiplier": 1.0, "name": "revenue", "spikes": []}]

REPORT = {
    "deployment_id": 5716,
    "report_type": "compute_spend_summary",
    "start_date": "2026-07-01",
    "end_date": "2026-07-31",
}

OPTIMIZATION = {
    "objective": "roi",
    "target": "3.0",
    "confidence": "75",
    "strategy": None,
    "spend_scope": "total",
    "total_spend": "1500000",
    "optimize_for_insample_effect": "F",
    "custom_model_type": "roi",
    "budget": [],
    "constraints": [
        {
            "start_date": "2026-10-01",
            "end_date": "2026-10-31",
            "channel_budgets": [{"min": "0", "max": "1000000000", "channels": [{"name": "meta"}, {"name": "youtube"}]}],
            "lower_funnel_caps": {},
        }
    ],
    "depvar_configurations": DEPVARS,
}

FORECAST = {
    "budget": [["date", "meta", "search_branded"], ["2026-08-31", 1000.0, "200.5"], ["2026-09-01", 900, "210"]],
    "depvar_configurations": DEPVARS,
    "run_recommendations": True,
}

SPEND_FORECAST = {
    "start_date": "2026-08-31",
    "end_date": "2026-09-30",
    "depvar_configurations": DEPVARS,
}

RUN = {
    "run_type": "holdout",
    "google_sheet_priors_url": "https://docs.google.com/spreadsheets/d/x/edit",
    "clean_data": "date,channel_1\n2024-1-1,1000\n",
    "holdout_days": [14, 28],
}

FORMS = {
    "reports": REPORT,
    "optimizations": OPTIMIZATION,
    "forecasts": FORECAST,
    "spend_forecasts": SPEND_FORECAST,
    "runs": RUN,
}
