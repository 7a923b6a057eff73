"""Checks the CSV files that the quickstart saved: the documented tables are there, parse, and hold data.

Usage: check_quickstart.py FOLDER
"""

import pathlib
import sys

import pandas

INSIGHTS = [
    f"summaries-{effect}-{measure}"
    for effect in ("total", "direct")
    for measure in ("impact_shifted", "impact_unshifted", "roi", "mroi")
]
GROUPS = [
    f"group_summaries-{group}-{metric}-summary_{grain}"
    for group in ("First & foremost", "All the others")
    for metric in ("impact", "roi", "mroi")
    for grain in ("daily", "weekly", "monthly", "total")
]


def problems(folder: pathlib.Path) -> list[str]:
    found = []
    for name, keys in {"insights-overview": INSIGHTS, "channel-groups": GROUPS}.items():
        saved = {path.stem: path for path in (folder / name).glob("*.csv")}
        found += [f"{name}: no file for the key {key!r}" for key in keys if key not in saved]
        found += [f"{name}: unexpected file {stem!r}" for stem in saved if stem not in keys]
        for path in saved.values():
            table = pandas.read_csv(path)
            if table.empty or table.shape[1] < 2:
                found.append(f"{path}: {table.shape[0]} rows, {table.shape[1]} columns")
        found += [f"{left}: not a finished file" for left in (folder / name).iterdir() if left.suffix != ".csv"]
    return found


if __name__ == "__main__":
    report = problems(pathlib.Path(sys.argv[1]))
    print("\n".join(report) or f"{len(INSIGHTS) + len(GROUPS)} tables as documented")
    sys.exit(bool(report))
