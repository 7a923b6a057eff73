"""Plans, edits and watches budgets as the plans guide describes it, and holds every answer against the API document.

    python3 plans.py spec/recast.yaml http://127.0.0.1:8080 democlient [seconds between polls]

The token comes from the environment variable API_PAT. Every status, content type and body must be one that the document
has for the operation; the program itself checks that the answers mean what they should.
"""

import csv
import io
import os
import re
import sys
import time
from collections import Counter
from urllib.parse import quote

import requests
import yaml
from openapi_schema_validator import OAS30ReadValidator
from referencing import Registry
from referencing.jsonschema import DRAFT4

DOCUMENT, BASE_URL, CLIENT = sys.argv[1:4]
PAUSE = float(sys.argv[4]) if len(sys.argv) > 4 else 0.01
COLUMNS = ("spend_channels", "non_spend_channels", "contextual_variables", "lower_funnel_channels")
HEADERS = {"Authorization": f"Bearer {os.environ['API_PAT']}", "Accept": "application/json"}



def readable(node):
    """The document with `nullable` beside `allOf` spelled out: it adds null to what the parts allow."""
    if isinstance(node, list):
        return [readable(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: readable(value) for key, value in node.items()}
    if node.get("nullable") is True and "allOf" in node:
        return {"anyOf": [{"allOf": node["allOf"]}, {"nullable": True, "enum": [None]}]}
    return node


with open(DOCUMENT) as file:
    document = readable(yaml.safe_load(file))
registry = Registry().with_resource("urn:api", DRAFT4.create_resource(document))
patterns = {re.compile(re.sub(r"{[^/]+}", "[^/]+", path)): item for path, item in document["paths"].items()}
seen = Counter()


def described(method, path, status):
    """The response object that the document has for an answer."""
    item = next(item for pattern, item in patterns.items() if pattern.fullmatch(path))
    response = item[method.lower()]["responses"].get(str(status))
    assert response is not None, f"{method} {path} answers {status}, which the document does not have"
    while "$ref" in response:
        response = document["components"]["responses"][response["$ref"].rsplit("/", 1)[-1]]
    return response


def check(method, path, answer):
    content = described(method, path, answer.status_code).get("content")
    # Of some answers, such as those of the limiter, no body is documented.
    if content is None or not answer.content:
        return
    media = answer.headers["Content-Type"].split(";")[0]
    assert media in content, f"{method} {path} answers {media}, not one of {list(content)}"
    if media == "application/json":
        validator = OAS30ReadValidator(located(content[media]["schema"]), registry=registry)
        for error in validator.iter_errors(answer.json()):
            raise AssertionError(f"{method} {path}: {error.json_path}: {error.message[:300]}")


def located(schema):
    """The schema with references that can be followed from outside of the document."""
    if isinstance(schema, dict):
        return {key: "urn:api" + value if key == "$ref" else located(value) for key, value in schema.items()}
    return [located(item) for item in schema] if isinstance(schema, list) else schema


def call(method, path, *, body=None, raw=None, params=None, expect, headers=HEADERS):
    path = f"/v1/clients/{CLIENT}{path}"
    if raw is not None:
        headers = headers | {"Content-Type": "application/json"}
    answer = session.request(method, BASE_URL + path, json=body, data=raw, params=params, headers=headers)
    assert answer.status_code == expect, f"{method} {path}: {answer.status_code}, not {expect}: {answer.text[:500]}"
    check(method, path, answer)
    seen[method, expect] += 1
    return answer


def get(path, expect=200, **params):
    return call("GET", path, params=params, expect=expect)


def items(path, **params):
    page, rows = 1, []
    while True:
        answer = get(path, page=page, per_page=100, **params).json()
        rows += answer["data"]
        if page >= answer["pagination"]["total_pages"]:
            return rows
        page += 1


def table(path, **params):
    answer = call("GET", path, params=params, expect=200, headers=HEADERS | {"Accept": "text/csv"})
    assert answer.headers["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def finished(plan, forecast):
    for _ in range(2000):
        answer = get(f"/plans/{plan}/forecasts/{forecast}").json()
        if answer["status"] not in ("ready", "processing"):
            return answer
        time.sleep(PAUSE)
    raise AssertionError(f"forecast {forecast} does not end")


def read_everything():
    """Every plan, version, budget, forecast, adherence report, goal and file that there is."""
    for plan in items("/plans"):
        root = f"/plans/{plan['id']}"
        for version in items(f"{root}/versions"):
            detail = get(f"{root}/versions/{version['id']}").json()
            names = sum((detail["budget_summary"][kind] for kind in COLUMNS), [])
            for granularity in (None, "total", "monthly", "weekly", "daily"):
                rows = table(f"{root}/versions/{version['id']}/budget", granularity=granularity)
                assert [name for name in rows[0] if name not in ("date", "start_date", "end_date")] == names
        regular = items(f"{root}/forecasts")
        for forecast in regular + items(f"{root}/forecasts", altcast_types="planned,actuals"):
            detail = finished(plan["id"], forecast["id"])
            for download in detail["results"][0]["downloads"]:
                assert table(f"{root}/forecasts/{forecast['id']}/downloads/{quote(download['key'], safe='')}")
        for report in items(f"{root}/adherence"):
            detail = get(f"{root}/adherence/{report['id']}").json()
            for download in detail["downloads"]:
                assert table(f"{root}/adherence/{report['id']}/downloads/{quote(download['key'], safe='')}")
        for goal in items(f"{root}/goals"):
            highlights = finished(plan["id"], goal["forecast_id"])["goal_highlights"]
            assert abs(highlights["projected"] - highlights["pacing"] - goal["goal_value"]) < 0.01


def plan_from_scratch():
    """The call sequence of the guide: KPIs, the deployments behind them, their channels, a plan, its version."""
    slugs = {depvar["slug"] for kpi in items("/kpis") for depvar in kpi["depvars"]}
    deployments = [get(f"/deployments/{item['id']}").json() for item in items("/deployments", active="true")
                   if item["dashboard_slug"] in slugs]
    columns = []
    for deployment in deployments:
        columns += [name for name in deployment["upper_funnel_channel_labels"] + deployment["non_spend_channels_labels"]
                    if name not in columns]
    days = [f"2026-12-{day:02}" for day in range(1, 32)]
    form = {
        "label": "December", "start_date": days[0], "end_date": days[-1], "spike_type": "model",
        "budget": [["date"] + columns] + [[day] + ["1650.50"] * len(columns) for day in days],
        "lower_funnel_channel_caps": [{"channel_name": "search_branded", "option": "capped", "cap": 90000}],
    }
    plan = call("POST", "/plans", body={"form": form}, expect=201).json()["id"]
    call("POST", "/plans", body={"form": form}, expect=422)
    call("POST", "/plans", body={"form": form | {"label": ""}}, expect=400)
    call("POST", "/plans", body={"form": form | {"label": "x", "end_date": "2030-01-01"}}, expect=422)
    call("POST", "/plans", body={"form": "text"}, expect=500)
    call("POST", "/plans", raw="{", expect=400)
    version = items(f"/plans/{plan}/versions")[0]
    detail = get(f"/plans/{plan}/versions/{version['id']}").json()
    assert [kpi["label"] for kpi in detail["compatible_kpis"]], "the plan can be forecast for no KPI"
    assert version["total_spend"] == 1650.5 * 31 * (len(columns) - 1), version["total_spend"]
    return plan


def edit(plan):
    """An edit meets another one: 409, then the same change on the version that is primary by now."""
    path = f"/plans/{plan}/versions"
    patch = {"budget": [["date", "meta"], ["2026-12-24", "0"]]}
    base = items(path)[0]["id"]
    call("POST", path, body={"base_version_id": base, "form": {"spike_type": "custom"}}, expect=201)
    conflict = call("POST", path, body={"base_version_id": base, "form": patch}, expect=409).json()
    assert conflict == {"error": {"message": "base_version_id doesn't match plan's primary version id"}}
    primary = next(version["id"] for version in items(path) if version["primary"])
    edited = call("POST", path, body={"base_version_id": primary, "form": patch}, expect=201).json()["id"]
    assert table(f"{path}/{edited}/budget", start_date="2026-12-24", end_date="2026-12-24")[0]["meta"] == "0"
    call("POST", path, body={"base_version_id": edited, "form": {}}, expect=400)
    call("POST", path, body={"base_version_id": "", "form": patch}, expect=400)
    call("POST", path, body={"base_version_id": edited, "form": {"label": "x"}}, expect=422)
    call("POST", path, body={"base_version_id": edited, "form": []}, expect=500)
    call("POST", "/plans/not-a-uuid/versions", body={"base_version_id": edited, "form": patch}, expect=404)


def pace(plan):
    """A goal, what becomes of it, and its end."""
    path = f"/plans/{plan}/goals"
    kpi = items("/kpis")[0]["id"]
    form = {"kpi_id": kpi, "name": "December", "start_date": "2026-12-01", "end_date": "2026-12-31",
            "goal_value": 8000000}
    goal = call("POST", path, body={"form": form}, expect=201).json()["id"]
    call("POST", path, body={"form": form | {"end_date": "2027-01-01"}}, expect=422)
    call("POST", path, body={}, expect=400)
    call("PATCH", f"{path}/{goal}", body={"form": {"goal_value": 1}}, expect=200)
    call("PATCH", f"{path}/{goal}", body={"form": {"goal_value": "much"}}, expect=422)
    changed = next(item for item in items(path, status="future") if item["id"] == goal)
    assert finished(plan, changed["forecast_id"])["goal_highlights"]["success_probability"] == 1
    get(path, 422, status="past")
    get(path, 404, kpi_id="00000000-0000-4000-8000-000000000000")
    call("DELETE", f"{path}/{goal}", expect=204)
    call("DELETE", f"{path}/{goal}", expect=404)


def refusals(plan):
    get(f"/plans/{plan}/forecasts", 422, altcast_types="all")
    get(f"/plans/{plan}/forecasts", 404, goal_id=1)
    get(f"/plans/{plan}/forecasts/1", 404)
    get(f"/plans/{plan}/adherence/1", 404)
    get("/plans/not-a-uuid/versions", 404)
    get("/plans", 422, status="past")
    call("POST", "/plans", raw="{", expect=401, headers={"Accept": "application/json"})


with requests.Session() as session:
    session.trust_env = False
    read_everything()
    plan = plan_from_scratch()
    edit(plan)
    pace(plan)
    refusals(plan)
    read_everything()
for (method, status), count in sorted(seen.items()):
    print(f"{method} {status}: {count}")
print("done")
