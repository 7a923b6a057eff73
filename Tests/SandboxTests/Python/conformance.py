"""Lets schemathesis call every operation of an API document against a running sandbox.

    python3 conformance.py spec/recast.yaml http://127.0.0.1:8080 democlient [examples per operation] [paths]

The paths are a regular expression: only operations whose paths match are called.

The token comes from the environment variable API_PAT. Fails when an answer is a server error or contradicts the
document: an undocumented status, another content type, a body that does not match its schema. What is checked, and
which deliberate quirks of the real service are left out with which reason, stands in conformance.toml.
"""

import os
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec

DOCUMENT, BASE_URL, CLIENT_SLUG = sys.argv[1:4]
EXAMPLES = sys.argv[4] if len(sys.argv) > 4 else "20"
PATHS = sys.argv[5] if len(sys.argv) > 5 else "."

if find_spec("schemathesis") is None:
    sys.exit("schemathesis is not installed; run: python3 -m pip install schemathesis")

import requests  # noqa: E402  (comes with schemathesis)

from samples import FORMS  # noqa: E402

ROOT = f"{BASE_URL}/v1/clients/{CLIENT_SLUG}"
HEADERS = {"Authorization": f"Bearer {os.environ['API_PAT']}"}


def get(path):
    response = requests.get(ROOT + path, headers=HEADERS)
    response.raise_for_status()
    return response.json()


def ids(path):
    return [item["id"] for item in get(path + "?per_page=100")["data"]]


def created(family):
    """Creates one job and waits until it is over."""
    response = requests.post(f"{ROOT}/{family}", headers=HEADERS, json={"form": FORMS[family]})
    if response.status_code != 201:
        sys.exit(f"The sample for {family} is refused: {response.status_code} {response.text}")
    job = get(f"/{family}/{response.json()['id']}")
    deadline = time.time() + 30
    while job["status"] not in ("success", "error") and time.time() < deadline:
        time.sleep(0.05)
        job = get(f"/{family}/{job['id']}")
    if job["status"] != "success":
        sys.exit(f"The sample for {family} ended as {job['status']}")
    return job


def keys(job):
    results = job.get("results", job)
    return [file["key"] for part in (results if isinstance(results, list) else [results]) for file in part["downloads"]]


def existing():
    """Values of path parameters by path and name, for everything that exists."""
    found = {"/deployments/{id}": {"id": ids("/deployments")}, "/kpis/{id}": {"id": ids("/kpis")}}
    for family in FORMS:
        job = created(family)
        found[f"/{family}/{{id}}"] = {"id": [job["id"]]}
        if family == "runs":
            found[f"/{family}/{{id}}/downloads/clean_data"] = {"id": [job["id"]]}
        elif family != "spend_forecasts":
            found[f"/{family}/{{id}}/downloads/{{key}}"] = {"id": [job["id"]], "key": keys(job)}
    return found | existing_in_plans()


def existing_in_plans():
    # The plan that has most to show: ids of its parts mean nothing together with another plan.
    def parts(plan):
        return {part: ids(f"/plans/{plan}/{part}") for part in ("versions", "forecasts", "adherence", "goals")}

    plans = {plan: parts(plan) for plan in ids("/plans")}
    plan = max(plans, key=lambda plan: (all(plans[plan].values()), sum(map(len, plans[plan].values()))))
    forecasts = [get(f"/plans/{plan}/forecasts/{id}") for id in plans[plan]["forecasts"]]
    reports = [get(f"/plans/{plan}/adherence/{id}") for id in plans[plan]["adherence"]]
    root = "/plans/{plan_id}"
    found = {f"{root}/{part}": {} for part in plans[plan]} | {
        f"{root}/versions/{{id}}": {"id": plans[plan]["versions"]},
        f"{root}/versions/{{id}}/budget": {"id": plans[plan]["versions"]},
        f"{root}/forecasts/{{forecast_id}}": {"forecast_id": plans[plan]["forecasts"]},
        f"{root}/forecasts/{{forecast_id}}/downloads/{{key}}": {
            "forecast_id": plans[plan]["forecasts"],
            "key": sorted({key for forecast in forecasts for key in keys(forecast)}),
        },
        f"{root}/adherence/{{id}}": {"id": plans[plan]["adherence"]},
        f"{root}/adherence/{{id}}/downloads/{{key}}": {
            "id": plans[plan]["adherence"],
            "key": sorted({key for report in reports for key in keys(report)}),
        },
        f"{root}/goals/{{goal_id}}": {"goal_id": plans[plan]["goals"]},
    }
    return {path: values | {"plan_id": [plan]} for path, values in found.items()}


def written(value):
    """A string or an integer as TOML has it."""
    return str(value) if isinstance(value, int) else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def configuration():
    """conformance.toml with a dictionary for each path parameter that names something."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "conformance.toml")) as file:
        text = file.read()
    dictionaries, operations = [], []
    for path, parameters in existing().items():
        bound = []
        for name, values in parameters.items():
            if not values:
                sys.exit(f"The sandbox has nothing for {name} of {path}")
            dictionary = f"d{len(dictionaries)}"
            dictionaries.append(f"[dictionaries.{dictionary}]\nvalues = [{', '.join(map(written, values))}]\n")
            bound.append(f'"path.{name}" = {{ dictionary = "{dictionary}", probability = 0.9 }}')
        operations.append(
            "[[operations]]\n"
            f'include-path = "/v1/clients/{{client_slug}}{path}"\n'
            f"parameters = {{ {', '.join(bound)} }}\n"
        )
    client = f'[parameters]\n"path.client_slug" = {written(CLIENT_SLUG)}\n'
    return "\n".join(['hooks = "hooks"\n', client, *dictionaries, text, *operations])


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "schemathesis.toml")
    with open(path, "w") as file:
        file.write(configuration())
    command = [
        sys.executable, "-m", "schemathesis.cli", "--config-file", path, "run", os.path.abspath(DOCUMENT),
        "--url", BASE_URL,
        "--header", f"Authorization: {HEADERS['Authorization']}",
        "--include-path-regex", PATHS,
        "--max-examples", EXAMPLES,
        "--seed", "1",
        "--suppress-health-check", "all",
        "--no-color",
    ]
    beside = os.path.dirname(os.path.abspath(__file__))
    sys.exit(subprocess.run(command, cwd=folder, env=os.environ | {"PYTHONPATH": beside}).returncode)
