"""Moves generated forms into the sandbox's present.

What the document allows is refused when it does not fit a model: its channels, and its forecast window, which starts on
2026-08-31. No schema says that, so that generated optimizations and forecasts would all be refused, like the examples,
which are about the spring. Here their channels and dates are replaced, and everything else stays as generated.
"""

import schemathesis

from samples import DEPVARS, FORECAST

LOWER_FUNNEL = ["search_branded", "affiliates"]
UPPER_FUNNEL = ["meta", "youtube", "tiktok", "podcast", "linear_tv"]


def objects(value):
    """The objects among the items of what should be an array of them."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def renamed(caps):
    """Caps by channel, under the names of channels that exist."""
    return dict(zip(LOWER_FUNNEL, caps.values())) if isinstance(caps, dict) else caps


def move(form, name, value):
    if name in form and form[name] is not None:
        form[name] = value


@schemathesis.hook("map_body").apply_to(method="POST", path="/v1/clients/{client_slug}/optimizations")
def map_optimization(context, body):
    form = body.get("form") if isinstance(body, dict) else None
    if not isinstance(form, dict):
        return body
    move(form, "depvar_configurations", DEPVARS)
    move(form, "budget", [])
    move(form, "kpi_id", "custom")
    for month, period in enumerate(objects(form.get("constraints"))):
        days = f"{2026 + (month + 8) // 12}-{(month + 8) % 12 + 1:02d}"
        move(period, "start_date", f"{days}-01")
        move(period, "end_date", f"{days}-28")
        move(period, "lower_funnel_caps", renamed(period.get("lower_funnel_caps")))
        free = iter(UPPER_FUNNEL)
        for entry in objects(period.get("channel_budgets")):
            for channel in objects(entry.get("channels")):
                move(channel, "name", next(free, "meta"))
    return body


@schemathesis.hook("map_body").apply_to(method="POST", path="/v1/clients/{client_slug}/forecasts")
def map_forecast(context, body):
    form = body.get("form") if isinstance(body, dict) else None
    if not isinstance(form, dict):
        return body
    move(form, "depvar_configurations", DEPVARS)
    move(form, "budget", FORECAST["budget"])
    move(form, "start_date", "2026-08-31")
    move(form, "end_date", "2026-09-01")
    move(form, "lower_funnel_caps", renamed(form.get("lower_funnel_caps")))
    return body
