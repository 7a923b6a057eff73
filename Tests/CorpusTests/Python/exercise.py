"""Puts examples and made-up values through a generated client, and judges what comes out.

exercise.py DOCUMENT LIST PROGRAM: the list names types and operations of the client with their places in the document,
the program reads and writes them. What is wrong is printed, then a line that says how much was done.
"""

import json
import subprocess
import sys
from decimal import Decimal

from document import Document
from equality import difference
from examples import examples
from instances import Impossible, Instances

AMOUNTS = ["fewest", "most", "some", "some", "some", "some"]
MOST_VALUES = 6000
SHOWN_PER_TYPE = 2


def values(document, types):
    """A type's number, a valid value and where it is from. Null is not of a type: what uses the type may be null."""
    amounts = AMOUNTS[: max(2, MOST_VALUES // max(1, len(types)))]
    numbers = {target["pointer"]: number for number, target in enumerate(types)}
    for pointer, value in examples(document, numbers):
        if value is not None and document.problem(pointer, value) is None:
            yield numbers[pointer], value, "example"
    for number, target in enumerate(types):
        for round, amount in enumerate(amounts):
            try:
                value = Instances(document, f"{target['pointer']} {round}", amount).at(target["pointer"])
            except (Impossible, LookupError):
                continue
            if value is not None and document.problem(target["pointer"], value) is None:
                yield number, value, amount


def main(path, list_path, program):
    document = Document(path)
    with open(list_path, encoding="utf-8") as file:
        plan = json.load(file)
    cases = list(values(document, plan["types"]))
    lines = [f"V\t{number}\t{json.dumps(value)}\n" for number, value, _ in cases]
    answers = answered(program, lines)
    shown = {}
    failures = 0
    for (number, value, origin), answer in zip(cases, answers):
        state, _, text = answer.partition("\t")
        problem = text if state != "ok" else difference(exact(json.dumps(value)), exact(text))
        if problem is None:
            continue
        failures += 1
        shown[number] = shown.get(number, 0) + 1
        if shown[number] <= SHOWN_PER_TYPE:
            target = plan["types"][number]
            print(f"{target['type']} ({target['pointer']}), {origin}: {problem}\n  {json.dumps(value)[:500]}")
    covered = len({number for number, _, _ in cases})
    print(f"{len(cases)} values of {covered} of {len(plan['types'])} types, {failures} came out changed")
    return 1 if failures else 0


def answered(program, lines):
    result = subprocess.run([program], input="".join(lines), capture_output=True, text=True, check=False)
    answers = result.stdout.split("\n")[:-1]
    if result.returncode != 0 or len(answers) != len(lines):
        culprit = lines[len(answers)] if len(answers) < len(lines) else ""
        sys.exit(f"the client ended with {result.returncode} at {culprit[:500]}\n{result.stderr[-2000:]}")
    return answers


def exact(text):
    return json.loads(text, parse_float=Decimal)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
