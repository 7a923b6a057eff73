"""Reports and runs as the vendor's knowledge base shows them in Python, with requests and pandas.

Only the address and the slug differ from the published samples; both come from the command line. The token comes from
the environment variable API_PAT, as there.
"""

import io
import os
import sys
import time
from urllib.parse import quote

import pandas as pd
import requests

BASE_URL = sys.argv[1]
CLIENT_SLUG = sys.argv[2]
# The samples wait 30 and 60 seconds between two looks; a third argument shortens that for a sandbox that runs faster.
PAUSE_FACTOR = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
API_PAT = os.environ["API_PAT"]

HEADERS = {
    "Authorization": f"Bearer {API_PAT}",
    "Accept": "application/json",
    "Content-Type": "application/json",
}


def create_report(report_type, start_date, end_date):
    response = requests.post(
        f"{BASE_URL}/v1/clients/{CLIENT_SLUG}/reports",
        headers=HEADERS,
        json={
            "name": f"{report_type} from Python",
            "show_in_ui": False,
            "form": {
                "deployment_id": 5716,
                "report_type": report_type,
                "start_date": start_date,
                "end_date": end_date,
            },
        },
    )
    if response.status_code != 201:
        raise RuntimeError(f"Failed to create report: {response.status_code} {response.text}")
    return response.json()["id"]


def wait_for_report(report_id, timeout=15 * 60, interval=30):
    deadline = time.time() + timeout * PAUSE_FACTOR + 30
    while time.time() < deadline:
        response = requests.get(f"{BASE_URL}/v1/clients/{CLIENT_SLUG}/reports/{report_id}", headers=HEADERS)
        response.raise_for_status()
        report = response.json()
        if report["status"] not in ("ready", "processing"):
            return report
        assert "results" not in report
        time.sleep(interval * PAUSE_FACTOR)
    raise TimeoutError(f"Report {report_id} did not finish in time")


def download_tables(report):
    tables = {}
    for download in report["results"]["downloads"]:
        # The insights samples send Accept: application/json here too, and still get CSV.
        response = requests.get(
            f"{BASE_URL}/v1/clients/{CLIENT_SLUG}/reports/{report['id']}/downloads/{quote(download['key'], safe='')}",
            headers=HEADERS,
        )
        response.raise_for_status()
        assert response.headers["Content-Type"].split(";")[0] == "text/csv"
        tables[download["key"]] = pd.read_csv(io.StringIO(response.text))
    return tables


def report_journey(report_type):
    report_id = create_report(report_type, "2024-01-01", "2024-03-31")
    report = wait_for_report(report_id)
    assert report["status"] == "success", report
    tables = download_tables(report)
    for key, table in tables.items():
        assert len(table) > 0, f"{key} is empty"
        print(f"{report_type} {key}: {len(table)} rows, columns {', '.join(table.columns)}")
    return tables


def run_journey(clean_data):
    bearer = {"Authorization": f"Bearer {API_PAT}"}
    response = requests.post(
        f"{BASE_URL}/v1/clients/{CLIENT_SLUG}/runs",
        headers={**bearer, "Content-Type": "application/json"},
        json={
            "form": {
                "run_type": "stability_loop",
                "google_sheet_priors_url": "https://docs.google.com/spreadsheets/d/x/edit",
                "clean_data": clean_data.replace("\r\n", "\n"),
                "n_holdout": 6,
                "days_per_holdout": 30,
            }
        },
    )
    if response.status_code != 201:
        raise RuntimeError(f"Failed to launch run: {response.status_code} {response.text}")
    run_id = response.json()["id"]
    deadline = time.time() + 90 * 60 * PAUSE_FACTOR + 30
    while True:
        run = requests.get(f"{BASE_URL}/v1/clients/{CLIENT_SLUG}/runs/{run_id}", headers=bearer).json()
        if run["status"] not in ("launching", "waiting", "running", "processing"):
            break
        assert time.time() < deadline, "the run did not finish in time"
        time.sleep(60 * PAUSE_FACTOR)
    assert run["status"] == "success", run
    # The run sample sends nothing but the token, no Accept at all.
    response = requests.get(
        f"{BASE_URL}/v1/clients/{CLIENT_SLUG}/runs/{run_id}/downloads/clean_data",
        headers=bearer,
    )
    response.raise_for_status()
    assert response.text == clean_data.replace("\r\n", "\n")
    table = pd.read_csv(io.StringIO(response.text))
    print(f"run {run_id}: {run['status']}, {len(table)} rows of clean data back")


def main():
    overview = report_journey("compute_insights_overview")
    assert "summaries-total-roi" in overview
    # The name that the older samples use.
    legacy = report_journey("compute_waterfall_summary")
    for key, table in overview.items():
        pd.testing.assert_frame_equal(table, legacy[key])

    spend = report_journey("compute_spend_summary")
    total = spend["tables-total"].set_index("channel")["spend"]
    for key in ("tables-daily", "tables-weekly", "tables-monthly"):
        sums = spend[key].groupby("channel")["spend"].sum().reindex(total.index)
        assert ((sums - total).abs() < 0.005).all(), f"{key} does not add up to tables-total"

    listed = requests.get(
        f"{BASE_URL}/v1/clients/{CLIENT_SLUG}/reports",
        headers=HEADERS,
        params={"report_type": "compute_spend_summary", "include_prerendered": "true"},
    ).json()
    assert listed["pagination"]["total_count"] == len(listed["data"]) == 4

    run_journey("date,channel_1,Größe\r\n2024-1-1,1000,\"a, b\"\r\n2024-1-2,1200,c\r\n")
    print("done")


main()
